/* SPDX-License-Identifier: GPL-2.0-only OR Apache-2.0 */
/*
 * Writing events. An event has the layout of an event in a capture (docs/format/scap.md): 26 bytes of header, two bytes of length per
 * parameter, the parameters. Those of fixed size are written where they will be read, in the processor's ring.
 */
#pragma once
#include "call.h"
#include "generated/events.g.h"

#define HEADER_BYTES 26

/* Stores that need not be aligned: a packed structure would become single bytes. */
#define put8(at, value) (*(u8 *)(at) = (u8)(value))
#define put16(at, value) (*(u16 *)(at) = (u16)(value))
#define put32(at, value) (*(u32 *)(at) = (u32)(value))
#define put64(at, value) (*(u64 *)(at) = (u64)(value))

static __always_inline struct counters *my_counters(void)
{
    return &counters[bpf_get_smp_processor_id() & (MAX_CPUS - 1)];
}

static __always_inline void put_header(u8 *event, u16 type, u32 count, u32 bytes, u64 time)
{
    put64(event, time + settings.boot_to_epoch);
    put64(event + 8, (u32)bpf_get_current_pid_tgid());
    put32(event + 16, bytes);
    put16(event + 20, type);
    put32(event + 22, count);
}

static __always_inline void *my_ring(void)
{
    u32 cpu = bpf_get_smp_processor_id();
    return bpf_map_lookup_elem(&rings, &cpu);
}

/*
 * Room for an event of room bytes, its header written; 0 when there is none, which is counted. The time is taken behind the
 * reservation: the reader, who saw at some moment what was reserved, has then seen every event that is older than this moment.
 */
static __always_inline u8 *begin_event(u16 type, u32 count, u32 bytes, u32 room)
{
    void *ring = my_ring();
    if (!ring)
        return 0;
    u8 *event = bpf_ringbuf_reserve(ring, room, 0);
    if (!event) {
        my_counters()->full++;
        return 0;
    }
    put_header(event, type, count, bytes, bpf_ktime_get_boot_ns());
    return event;
}

/* Nobody is woken: the reader comes by itself, and waking costs more than all the rest. */
static __always_inline void end_event(u8 *event)
{
    bpf_ringbuf_submit(event, BPF_RB_NO_WAKEUP);
}
