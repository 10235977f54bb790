/* SPDX-License-Identifier: GPL-2.0-only OR Apache-2.0 */
/*
 * Loops of many rounds. The kernel's own loop is verified once, however many rounds there are; before kernel 5.17 the verifier goes through
 * each of them, which takes it a tenth of a second a program.
 */
#pragma once
#include "kernel.h"

#ifdef HOOK_RAW
/* These are for kernels that may not even know how a program names a function (5.13). */
#define HAS_KERNEL_LOOP 0
#else
#define HAS_KERNEL_LOOP bpf_core_enum_value_exists(enum bpf_func_id, BPF_FUNC_loop)
#endif

/* long round(u32 index, void *context) for each index below count, and below the constant most, until it answers 1. */
#define REPEAT(count, most, round, context)                                \
    do {                                                                   \
        u32 rounds = (count) < (most) ? (count) : (most);                  \
        if (HAS_KERNEL_LOOP) {                                             \
            bpf_loop(rounds, round, context, 0);                           \
        } else {                                                           \
            _Pragma("clang loop unroll(disable)")                          \
            for (u32 index = 0; index < (most) && index < rounds; index++) \
                if (round(index, context))                                 \
                    break;                                                 \
        }                                                                  \
    } while (0)
