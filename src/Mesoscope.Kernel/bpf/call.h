/* SPDX-License-Identifier: GPL-2.0-only OR Apache-2.0 */
/*
 * How a program sees the system call it runs in. The same source is compiled twice: for tp_btf hooks, where the kernel's structures
 * are read directly, and (HOOK_RAW) for raw_tp hooks, where each read is a helper's call.
 */
#pragma once
#include "kernel.h"

#ifdef HOOK_RAW
#define HOOK(name) SEC("raw_tp/" name)
#define READ(pointer, field) BPF_CORE_READ(pointer, field)
#define current_task() ((struct task_struct *)bpf_get_current_task())
#else
#define HOOK(name) SEC("tp_btf/" name)
#define READ(pointer, field) ((pointer)->field)
#define current_task() bpf_get_current_task_btf()
#endif

/* The same on all machines that have it. */
#define NUMBER_CLONE3 435

/* ENTER(name) { ... } and EXIT(name) { ... } make the program of one event; the body sees regs and, at exit, ret. */
#define ENTER(name)                                                     \
    static __always_inline void name##_body(struct pt_regs *regs);      \
    HOOK("sys_enter") int name(u64 *ctx)                                \
    {                                                                   \
        name##_body((struct pt_regs *)ctx[0]);                          \
        return 0;                                                       \
    }                                                                   \
    static __always_inline void name##_body(struct pt_regs *regs)

#define EXIT(name)                                                          \
    static __always_inline void name##_body(struct pt_regs *regs, s64 ret); \
    HOOK("sys_exit") int name(u64 *ctx)                                     \
    {                                                                       \
        my_ring()->answer = (s64)ctx[1];                                    \
        name##_body((struct pt_regs *)ctx[0], (s64)ctx[1]);                 \
        my_ring()->answer = 0;                                              \
        return 0;                                                           \
    }                                                                       \
    static __always_inline void name##_body(struct pt_regs *regs, s64 ret)

/* The arguments lie in the same registers at exit: the kernel leaves them alone, except for a successful execve. */
#if defined(__TARGET_ARCH_x86)
#define arg0 ((u64)READ(regs, di))
#define arg1 ((u64)READ(regs, si))
#define arg2 ((u64)READ(regs, dx))
#define arg3 ((u64)READ(regs, r10))
#define arg4 ((u64)READ(regs, r8))
#define arg5 ((u64)READ(regs, r9))
#define syscall_number(regs) ((u64)READ(regs, orig_ax))

/* For programs of several calls; asm/unistd_64.h. */
#define NUMBER_CLONE 56
#define NUMBER_FORK 57
#define NUMBER_EXECVEAT 322
#define NUMBER_PPOLL 271

/* TS_COMPAT of asm/thread_info.h: a call through int 0x80 or from a program of 32 bits. */
static __always_inline int is_foreign(struct task_struct *task)
{
    return READ(task, thread_info.status) & 2;
}
#elif defined(__TARGET_ARCH_arm64)
#define arg0 ((u64)READ(regs, orig_x0))
#define arg1 ((u64)READ(regs, user_regs.regs[1]))
#define arg2 ((u64)READ(regs, user_regs.regs[2]))
#define arg3 ((u64)READ(regs, user_regs.regs[3]))
#define arg4 ((u64)READ(regs, user_regs.regs[4]))
#define arg5 ((u64)READ(regs, user_regs.regs[5]))
#define syscall_number(regs) ((u64)(s64)READ(regs, syscallno))

/* For programs of several calls; asm-generic/unistd.h, which has no fork. */
#define NUMBER_CLONE 220
#define NUMBER_FORK -1u
#define NUMBER_EXECVEAT 281
#define NUMBER_PPOLL 73

/* TIF_32BIT of asm/thread_info.h. */
static __always_inline int is_foreign(struct task_struct *task)
{
    return (READ(task, thread_info.flags) >> 22) & 1;
}
#endif
