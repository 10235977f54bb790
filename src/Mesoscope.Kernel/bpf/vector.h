/* SPDX-License-Identifier: GPL-2.0-only OR Apache-2.0 */
/* Payload that lies in several places of the program's memory: struct iovec of linux/uio.h. */
#pragma once
#include "growing.h"
#include "repeat.h"

/* UIO_MAXIOV of linux/uio.h: the kernel refuses calls with more. */
#define MAX_VECTORS 1024

/* How many are looked at for payload: before kernel 5.17 the verifier goes through every round. */
#define MAX_GATHERED 128

struct vector {
    u64 address;
    u64 bytes;
};

/*
 * The functions with loops are global: the verifier goes through them once, not once for every program that calls them. All that they
 * get is numbers, so they look up the event again.
 */

struct adding {
    const struct vector *vectors;
    u64 bytes;
};

static long add_one_vector(u32 index, void *context)
{
    struct adding *adding = context;
    if (index >= MAX_VECTORS)
        return 1;
    adding->bytes += adding->vectors[index].bytes;
    return 0;
}

/* Copies the vectors of a call, and adds up their bytes; negative when they cannot be read. */
__noinline s64 copy_vectors(u64 from, u64 count)
{
    struct vector *vectors = my_scratch();
    if (!vectors)
        return -1;
    if (count > MAX_VECTORS)
        count = MAX_VECTORS;
    if (bpf_probe_read_user(vectors, count * sizeof(struct vector), (void *)from))
        return -1;
    struct adding adding = {vectors, 0};
    REPEAT(count, MAX_VECTORS, add_one_vector, &adding);
    return adding.bytes;
}

struct gathering {
    const struct vector *vectors;
    u8 *event;
    u32 position;
    u32 taken;
    u32 limit;
};

static long gather_one_vector(u32 index, void *context)
{
    struct gathering *gathering = context;
    if (index >= MAX_GATHERED || gathering->taken >= gathering->limit)
        return 1;
    const struct vector *one = &gathering->vectors[index];
    u64 size = one->bytes;
    u64 left = gathering->limit - gathering->taken;
    if (size > left)
        size = left;
    /* The compiler knows this and would leave it out; the verifier does not. */
    barrier_var(size);
    if (size > MAX_PAYLOAD_BYTES)
        return 1;
    if (bpf_probe_read_user(gathering->event + ((gathering->position + gathering->taken) & POSITION_MASK), size, (void *)one->address)) {
        count_fault(my_ring(), one->address);
        return 1;
    }
    gathering->taken += size;
    return 0;
}

/* Puts what the copied vectors point to at a position of the event, and says how many bytes that are. */
__noinline u32 gather_vectors(u32 position, u32 count, u32 bytes)
{
    u8 *event = growing_bytes();
    struct vector *vectors = my_scratch();
    if (!event || !vectors)
        return 0;
    struct gathering gathering = {vectors, event, position, 0, bytes};
    REPEAT(count, MAX_GATHERED, gather_one_vector, &gathering);
    return gathering.taken;
}

/* Vectors of a call. */
struct vectors {
    u32 count;
    u64 bytes;
};

static __always_inline void read_vectors(struct growing *event, struct vectors *vectors, u64 from, u64 count)
{
    s64 bytes = copy_vectors(from, count);
    vectors->count = count < MAX_VECTORS ? count : MAX_VECTORS;
    vectors->bytes = bytes;
    if (bytes < 0) {
        count_fault(event->ring, from);
        vectors->count = 0;
        vectors->bytes = 0;
    }
}

/* The first of the bytes, as many as the payload may have at most. */
static __always_inline void grow_vectors(struct growing *event, struct vectors *vectors, u64 bytes)
{
    u32 limit = payload_limit();
    u32 taken = gather_vectors(event->end, vectors->count, bytes < limit ? bytes : limit);
    grow(event, taken);
}
