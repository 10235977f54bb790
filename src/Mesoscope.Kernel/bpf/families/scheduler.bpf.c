/* SPDX-License-Identifier: GPL-2.0-only OR Apache-2.0 */
/* What the kernel does to tasks: it switches between them, delivers signals, brings in their pages. */
#include "../task.h"
#include "../admit.h"

/* The event belongs to the task that has to go. */
HOOK("sched_switch") int hook_switch(u64 *ctx)
{
    struct task_struct *task = current_task();
    struct task_struct *next = (void *)ctx[2];
    if (!is_wanted(task, 0))
        return 0;
    u8 *event = begin_event(EVENT_SCHEDSWITCH_6_E, 6, HEADER_BYTES + 12 + 36);
    if (!event)
        return 0;
    struct mm_struct *mm = current_mm();
    put64(event + 26, 8 | 8 << 16 | 8ull << 32 | 4ull << 48);
    put32(event + 34, 4 | 4 << 16);
    put64(event + 38, (s64)(s32)READ(next, pid));
    put64(event + 46, READ(task, maj_flt));
    put64(event + 54, READ(task, min_flt));
    put32(event + 62, vm_size(mm));
    put32(event + 66, vm_rss(mm));
    put32(event + 70, vm_swap(mm));
    end_event(event);
    return 0;
}

/* SIGCHLD of asm-generic/signal.h */
#define CHILD_SIGNAL 17

HOOK("signal_deliver") int hook_signal(u64 *ctx)
{
    struct task_struct *task = current_task();
    u32 signal = ctx[0];
    struct kernel_siginfo *info = (void *)ctx[1];
    s64 sender = 0;
    if (!is_wanted(task, 0))
        return 0;
    /* Signals of programs have a code of zero or less; other signals hold something else in place of a sender, SIGCHLD excepted. */
    if (signal == CHILD_SIGNAL || BPF_CORE_READ(info, si_code) <= 0)
        sender = BPF_CORE_READ(info, _sifields._kill._pid);
    u8 *event = begin_event(EVENT_SIGNALDELIVER_E, 3, HEADER_BYTES + 6 + 17);
    if (!event)
        return 0;
    put32(event + 26, 8 | 8 << 16);
    put16(event + 30, 1);
    put64(event + 32, sender);
    put64(event + 40, (u32)bpf_get_current_pid_tgid());
    put8(event + 48, signal);
    end_event(event);
    return 0;
}

#if defined(__TARGET_ARCH_x86)
/* The processor's error code, from asm/trap_pf.h, as two bits for each yes and no. */
static __always_inline u32 fault_flags(u32 error)
{
    return (error & 1 ? 1 : 2) | (error & 2 ? 4 : 8) | (error & 4 ? 16 : 32) | (error & 8 ? 64 : 0) | (error & 16 ? 128 : 0);
}

static __always_inline int page_fault(u64 *ctx)
{
    struct pt_regs *regs = (void *)ctx[1];
    if (!is_wanted(current_task(), 0))
        return 0;
    u8 *event = begin_nested_event(EVENT_PAGE_FAULT_E, 3, HEADER_BYTES + 6 + 20);
    if (!event)
        return 0;
    put32(event + 26, 8 | 8 << 16);
    put16(event + 30, 4);
    put64(event + 32, ctx[0]);
    put64(event + 40, READ(regs, ip));
    put32(event + 48, fault_flags(ctx[2]));
    end_nested_event(event);
    return 0;
}

HOOK("page_fault_user") int hook_page_fault_user(u64 *ctx)
{
    return page_fault(ctx);
}

HOOK("page_fault_kernel") int hook_page_fault_kernel(u64 *ctx)
{
    return page_fault(ctx);
}
#endif
