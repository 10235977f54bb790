/* SPDX-License-Identifier: GPL-2.0-only OR Apache-2.0 */
/*
 * Events whose size is not known before they are written: gathered in a buffer of the processor, then copied into its ring.
 * Parameters are put in their order, each once. No program of ours can interrupt another one that gathers: they run without preemption,
 * and the one that can (page faults) writes a fixed event.
 */
#pragma once
#include "event.h"

#define MAX_EVENT_BYTES 65000
#define MAX_PAYLOAD_BYTES (MAX_EVENT_BYTES - 1024)
#define MAX_PATH_BYTES 4096
#define POSITION_MASK 0xffff

struct buffer {
    u8 bytes[POSITION_MASK + 1 + 65536];
};

/* One a processor; the loader sets the number. */
struct {
    __uint(type, BPF_MAP_TYPE_ARRAY);
    __uint(max_entries, 1);
    __type(key, u32);
    __type(value, struct buffer);
} buffers SEC(".maps");

struct growing {
    u8 *bytes;
    struct counters *counters;
    u32 end;
    u32 index;
};

/* False when there is no buffer, which cannot be. */
static __always_inline int begin_growing(struct growing *event, u16 type, u32 count)
{
    u32 cpu = bpf_get_smp_processor_id();
    struct buffer *buffer = bpf_map_lookup_elem(&buffers, &cpu);
    if (!buffer)
        return 0;
    event->bytes = buffer->bytes;
    event->counters = &counters[cpu & (MAX_CPUS - 1)];
    event->end = HEADER_BYTES + 2 * count;
    event->index = 0;
    /* The reader does not go beyond a time at which an event may still be gathered: first say so, then take the time. */
    *(volatile u64 *)&event->counters->gathering_since = 1;
    u64 time = bpf_ktime_get_boot_ns();
    *(volatile u64 *)&event->counters->gathering_since = time + settings.boot_to_epoch;
    put_header(event->bytes, type, count, 0, time);
    return 1;
}

static __always_inline u8 *growing_end(struct growing *event)
{
    return event->bytes + (event->end & POSITION_MASK);
}

static __always_inline void grow(struct growing *event, u32 bytes)
{
    put16(event->bytes + HEADER_BYTES + 2 * event->index, bytes);
    event->index++;
    event->end += bytes;
}

static __always_inline void grow8(struct growing *event, u8 value)
{
    put8(growing_end(event), value);
    grow(event, 1);
}

static __always_inline void grow16(struct growing *event, u16 value)
{
    put16(growing_end(event), value);
    grow(event, 2);
}

static __always_inline void grow32(struct growing *event, u32 value)
{
    put32(growing_end(event), value);
    grow(event, 4);
}

static __always_inline void grow64(struct growing *event, u64 value)
{
    put64(growing_end(event), value);
    grow(event, 8);
}

static __always_inline void grow_empty(struct growing *event)
{
    grow(event, 0);
}

/* What stands for a text that is not there: readers of the format expect a NUL. */
static __always_inline void grow_missing_text(struct growing *event)
{
    /* <NA> */
    put32(growing_end(event), 0x414e3c | '>' << 24);
    put8(growing_end(event) + 4, 0);
    grow(event, 5);
}

/* A text without letters. */
static __always_inline void grow_empty_text(struct growing *event)
{
    grow8(event, 0);
}

/* A text of the program, with its NUL; what cannot be read is counted. */
static __always_inline void grow_text(struct growing *event, u64 address)
{
    long bytes = address ? bpf_probe_read_user_str(growing_end(event), MAX_PATH_BYTES, (void *)address) : 0;
    if (bytes > 0) {
        grow(event, bytes & (2 * MAX_PATH_BYTES - 1));
    } else {
        if (bytes < 0)
            event->counters->fault++;
        grow_missing_text(event);
    }
}

/* The verifier has to see a bound that leaves room for the other parameters; the loader's is never higher. */
static __always_inline u32 payload_limit(void)
{
    return settings.payload_bytes < MAX_PAYLOAD_BYTES ? settings.payload_bytes : MAX_PAYLOAD_BYTES;
}

/* Bytes of the program, as many as the payload may have at most. */
static __always_inline void grow_payload(struct growing *event, u64 address, u64 bytes)
{
    u32 limit = payload_limit();
    u32 size = bytes < limit ? bytes : limit;
    if (size && bpf_probe_read_user(growing_end(event), size, (void *)address)) {
        event->counters->fault++;
        size = 0;
    }
    grow(event, size);
}

/* A value whose type is one of several: the type's index in the schema, then the value. */
static __always_inline void grow_dynamic64(struct growing *event, u8 type, u64 value)
{
    put8(growing_end(event), type);
    put64(growing_end(event) + 1, value);
    grow(event, 9);
}

static __always_inline void end_growing(struct growing *event)
{
    u32 bytes = event->end;
    void *ring = my_ring();
    if (bytes > MAX_EVENT_BYTES) {
        event->counters->too_big++;
    } else if (ring) {
        put32(event->bytes + 16, bytes);
        if (bpf_ringbuf_output(ring, event->bytes, bytes, BPF_RB_NO_WAKEUP))
            event->counters->full++;
    }
    *(volatile u64 *)&event->counters->gathering_since = 0;
}
