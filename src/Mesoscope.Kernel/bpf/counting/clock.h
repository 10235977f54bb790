/* SPDX-License-Identifier: GPL-2.0-only OR Apache-2.0 */
/*
 * How long a call takes. Reading the exact clock twice costs as much as the rest of counting, so it is done for each of the first calls of a
 * thread within a tick (a few milliseconds) and then for one of 16, picked at random, which stands for all 16. Calls of more than a tick are
 * not left to chance: the coarse clock, which costs nothing, sees each of them.
 */
#pragma once
#include "counting.h"

#define EXACT_IN_TICK 4
#define SAMPLE_BITS 4

static __always_inline void begin_call(struct thread *thread)
{
    u64 tick = bpf_jiffies64();
    u32 weight = 1;
    if (tick != thread->tick) {
        thread->tick = tick;
        thread->calls_in_tick = 0;
    }
    thread->entered_tick = tick;
    if (++thread->calls_in_tick > EXACT_IN_TICK) {
        /* Multiplying by the golden ratio spreads the picks: programs that do the same thing every 16 calls are common. */
        if ((u32)(++thread->timed_calls * 0x9e3779b1u) >> (32 - SAMPLE_BITS)) {
            thread->entered = 0;
            return;
        }
        weight = 1 << SAMPLE_BITS;
    }
    thread->weight = weight;
    thread->entered = bpf_ktime_get_ns();
}

/* Nanoseconds; 0 for a call whose begin was not seen. */
static __always_inline u64 end_call(struct thread *thread)
{
    if (!settings.measures_time || !thread->entered_tick)
        return 0;
    u64 ticks = bpf_jiffies64() - thread->entered_tick;
    u64 entered = thread->entered;
    thread->entered_tick = 0;
    if (!entered)
        return ticks > 1 ? ticks * settings.tick_nanoseconds : 0;
    u64 time = bpf_ktime_get_ns() - entered;
    return ticks > 1 ? time : time * thread->weight;
}
