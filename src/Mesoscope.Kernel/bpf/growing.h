/* SPDX-License-Identifier: GPL-2.0-only OR Apache-2.0 */
/*
 * Events whose size is not known before they are written. Parameters are put in their order, each once.
 */
#pragma once
#include "admit.h"
#include "event.h"

#define MAX_EVENT_BYTES 65000
#define MAX_PAYLOAD_BYTES (MAX_EVENT_BYTES - 1024)
#define STATE_PAYLOAD_BYTES 80
#define MAX_PATH_BYTES 4096
#define POSITION_MASK 0xffff

#define MAX_SCRATCH_BYTES 16384

/* Where a program puts what it does not keep. */
struct scratch {
    u8 bytes[MAX_SCRATCH_BYTES];
};

/* One a processor; the loader sets the number. */
struct {
    __uint(type, BPF_MAP_TYPE_ARRAY);
    __uint(max_entries, 1);
    __type(key, u32);
    __type(value, struct scratch);
} scratches SEC(".maps");

static __always_inline void *my_scratch(void)
{
    u32 cpu = bpf_get_smp_processor_id();
    return bpf_map_lookup_elem(&scratches, &cpu);
}

struct growing {
    u8 *bytes;
    struct ring *ring;
    u32 end;
    u32 index;
};

/* False when there is no room, which is counted. */
static __always_inline int begin_growing(struct growing *event, u16 type, u32 count)
{
    u32 cpu = bpf_get_smp_processor_id();
    event->ring = &rings[cpu & (MAX_CPUS - 1)];
    event->bytes = next_place(event->ring, cpu);
    event->end = HEADER_BYTES + 2 * count;
    event->index = 0;
    if (!event->bytes)
        return 0;
    put_header(event->ring, event->bytes, type, count, 0);
    return 1;
}

/* The bytes of the event that is being written on this processor, for functions that get only numbers: see vector.h. */
static __always_inline u8 *growing_bytes(void)
{
    u32 cpu = bpf_get_smp_processor_id();
    return next_place(&rings[cpu & (MAX_CPUS - 1)], cpu);
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

/*
 * Behind parts of any size: the verifier forgets what it knows of the end, so that ways that came here over different sizes become one. It
 * knows nothing of what it finds in memory; the event's length will stand there.
 */
static __always_inline void join_ways(struct growing *event)
{
    volatile u32 *end = (u32 *)(event->bytes + 16);
    *end = event->end;
    event->end = *end;
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

/* A text of the program, with its NUL; negative when there is one that cannot be read. */
static __always_inline long grow_text_if_there(struct growing *event, u64 address)
{
    long bytes = address ? bpf_probe_read_user_str(growing_end(event), MAX_PATH_BYTES, (void *)address) : 0;
    if (bytes > 0)
        grow(event, bytes & (2 * MAX_PATH_BYTES - 1));
    else
        grow_missing_text(event);
    return bytes;
}

/* ...what cannot be read is counted. */
static __always_inline void grow_text(struct growing *event, u64 address)
{
    if (grow_text_if_there(event, address) < 0)
        count_fault(event->ring, address);
}

/* A text that the event of the call's end has, too: what the program has not touched yet the kernel has brought into memory by then. */
static __always_inline void grow_early_text(struct growing *event, u64 address)
{
    grow_text_if_there(event, address);
}

/*
 * The verifier has to see a bound that leaves room for the other parameters; the loader's is never higher. Events of processes that are not
 * wanted come for the state, which needs no payload: large ones would push those that are wanted out of the ring.
 */
static __always_inline u32 payload_limit(void)
{
    u32 limit = settings.payload_bytes < MAX_PAYLOAD_BYTES ? settings.payload_bytes : MAX_PAYLOAD_BYTES;
    if (settings.has_conditions && limit > STATE_PAYLOAD_BYTES && !meets_conditions(current_task()))
        limit = STATE_PAYLOAD_BYTES;
    return limit;
}

/* Bytes of the program, as many as the payload may have at most. */
static __always_inline void grow_payload(struct growing *event, u64 address, u64 bytes)
{
    u32 limit = payload_limit();
    u32 size = bytes < limit ? bytes : limit;
    if (size && bpf_probe_read_user(growing_end(event), size, (void *)address)) {
        count_fault(event->ring, address);
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
    put32(event->bytes + 16, bytes);
    if (bytes > MAX_EVENT_BYTES) {
        event->ring->too_big++;
        bytes = 0;
    }
    finish(event->ring, bytes);
}
