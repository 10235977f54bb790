/* SPDX-License-Identifier: GPL-2.0-only OR Apache-2.0 */
/*
 * The few structures and fields of the kernel that the programs look at. Offsets are not those written here: clang records which
 * field is meant, and the loader puts in the running kernel's offset (CO-RE). A field that has two names in two ages of the kernel
 * has a second structure with a suffix behind three underscores, which the loader ignores.
 */
#pragma once

typedef unsigned char u8;
typedef signed char s8;
typedef unsigned short u16;
typedef short s16;
typedef unsigned int u32;
typedef int s32;
typedef unsigned long long u64;
typedef long long s64;

/* What bpf_helper_defs.h expects of a kernel header. */
typedef u8 __u8;
typedef u16 __u16;
typedef u32 __u32;
typedef u64 __u64;
typedef s16 __s16;
typedef s32 __s32;
typedef s64 __s64;
typedef u16 __be16;
typedef u32 __be32;
typedef u32 __wsum;

/* From linux/bpf.h. */
enum bpf_map_type {
    BPF_MAP_TYPE_HASH = 1,
    BPF_MAP_TYPE_ARRAY = 2,
    BPF_MAP_TYPE_PROG_ARRAY = 3,
    BPF_MAP_TYPE_ARRAY_OF_MAPS = 12,
    BPF_MAP_TYPE_LRU_HASH = 9,
    BPF_MAP_TYPE_RINGBUF = 27,
};

enum { BPF_ANY = 0, BPF_NOEXIST = 1 };
enum { BPF_RB_NO_WAKEUP = 1 };

#pragma clang attribute push(__attribute__((preserve_access_index)), apply_to = record)

#if defined(__TARGET_ARCH_x86)
struct pt_regs {
    unsigned long r10, r9, r8, ax, dx, si, di, orig_ax, ip, sp;
};

struct thread_info {
    u32 status;
};
#elif defined(__TARGET_ARCH_arm64)
struct user_pt_regs {
    u64 regs[31];
    u64 sp, pc;
};

struct pt_regs {
    union {
        struct user_pt_regs user_regs;
        struct {
            u64 regs[31];
            u64 sp, pc;
        };
    };
    u64 orig_x0;
    s32 syscallno;
};

struct thread_info {
    unsigned long flags;
};
#endif

struct task_struct {
    struct thread_info thread_info;
    int pid, tgid;
    char comm[16];
    struct task_struct *real_parent;
    struct task_struct *group_leader;
};

#pragma clang attribute pop
