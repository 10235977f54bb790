/* SPDX-License-Identifier: GPL-2.0-only OR Apache-2.0 */
/*
 * Writing events. An event has the layout of an event in a capture (docs/format/scap.md): 26 bytes of header, two bytes of length per
 * parameter, the parameters. They are written where they will be read, in the processor's ring. Programs run without preemption, so that
 * none of ours interrupts another one on its processor, but for page faults: those that our reading of a program's memory causes, too.
 */
#pragma once
#include "settings.h"
#include "call.h"
#include "generated/events.g.h"

#define HEADER_BYTES 26

/* Stores that need not be aligned: a packed structure would become single bytes. */
#define put8(at, value) (*(u8 *)(at) = (u8)(value))
#define put16(at, value) (*(u16 *)(at) = (u16)(value))
#define put32(at, value) (*(u32 *)(at) = (u32)(value))
#define put64(at, value) (*(u64 *)(at) = (u64)(value))

/* Stores that must not move: the compiler keeps the order, and so does the processor or the reader waits (Interop/Ring/RingReader.cs). */
#define publish(place, value)               \
    do {                                    \
        barrier();                          \
        *(volatile u64 *)&(place) = (value); \
        barrier();                          \
    } while (0)

static __always_inline struct ring *my_ring(void)
{
    return &rings[bpf_get_smp_processor_id() & (MAX_CPUS - 1)];
}

/* From asm-generic/errno-base.h. */
#define BAD_ADDRESS (-14)

/*
 * Counts a parameter that could not be read. Where there is none, or the kernel could not read it either, nothing is missing: the call's
 * error says it all.
 */
static __always_inline void count_fault(struct ring *ring, u64 address)
{
    if (address && ring->answer != BAD_ADDRESS)
        ring->fault++;
}

/* The ring's place for the next event, with MAX_ROOM bytes; 0 when there is none, which is counted. */
static __always_inline u8 *next_place(struct ring *ring, u32 number)
{
    u64 at = ring->written;
    u64 offset = at & (BLOCK_BYTES - 1);
    if (offset > LAST_START) {
        at += BLOCK_BYTES - offset;
        offset = 0;
        publish(ring->written, at);
    }
    u32 index = number * settings.ring_blocks + (at / BLOCK_BYTES & (settings.ring_blocks - 1));
    struct block *block = 0;
    if (at + MAX_ROOM - *(volatile u64 *)&ring->read <= (u64)settings.ring_blocks * BLOCK_BYTES)
        block = bpf_map_lookup_elem(&blocks, &index);
    /* A processor that came after the start has no blocks. */
    if (!block) {
        ring->full++;
        return 0;
    }
    return block->bytes + offset;
}

/*
 * Takes the time and writes the header. The reader does not go beyond a time at which an event may still be being written: so say first
 * that one is, then take the time.
 */
static __always_inline void put_header(struct ring *ring, u8 *event, u16 type, u32 count, u32 bytes)
{
    struct task_struct *task = current_task();
    publish(ring->writing_since, 1);
    u64 time = bpf_ktime_get_boot_ns() + settings.boot_to_epoch;
    publish(ring->writing_since, time);
    put64(event, time);
    put64(event + 8, (u32)READ(task, pid));
    put32(event + 16, bytes);
    put16(event + 20, type);
    put32(event + 22, count);
}

/* Nobody is woken: the reader comes by itself, and waking costs more than all the rest. */
static __always_inline void finish(struct ring *ring, u64 bytes)
{
    publish(ring->written, ring->written + ((bytes + 7) & ~7ull));
    publish(ring->writing_since, 0);
}

/* Room for an event of so many bytes, its header written; 0 when there is none, which is counted. */
static __always_inline u8 *begin_event(u16 type, u32 count, u32 bytes)
{
    u32 cpu = bpf_get_smp_processor_id();
    struct ring *ring = &rings[cpu & (MAX_CPUS - 1)];
    u8 *event = next_place(ring, cpu);
    if (event)
        put_header(ring, event, type, count, bytes);
    return event;
}

static __always_inline void end_event(u8 *event)
{
    finish(my_ring(), *(u32 *)(event + 16));
}

/* The same for events that may interrupt the writing of another one on the same processor. */
static __always_inline u8 *begin_nested_event(u16 type, u32 count, u32 bytes)
{
    u32 cpu = bpf_get_smp_processor_id() & (MAX_CPUS - 1);
    struct ring *ring = &rings[MAX_CPUS + cpu];
    u8 *event = next_place(ring, settings.first_nested_ring + cpu);
    if (event)
        put_header(ring, event, type, count, bytes);
    return event;
}

static __always_inline void end_nested_event(u8 *event)
{
    u32 cpu = bpf_get_smp_processor_id() & (MAX_CPUS - 1);
    finish(&rings[MAX_CPUS + cpu], *(u32 *)(event + 16));
}
