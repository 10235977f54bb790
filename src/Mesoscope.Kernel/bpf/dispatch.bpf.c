/* SPDX-License-Identifier: GPL-2.0-only OR Apache-2.0 */
/* The two programs that are attached: each decides whether the call is wanted and goes to the program of its event. */
#include "admit.h"

/* A system call without an event type of its own. */
static __always_inline void generic_enter(u32 code, u32 number)
{
    u8 *event = begin_event(EVENT_GENERIC_E, 2, HEADER_BYTES + 8);
    if (!event)
        return;
    put32(event + HEADER_BYTES, 0x00020002);
    put32(event + HEADER_BYTES + 4, code | number << 16);
    end_event(event);
}

static __always_inline void generic_exit(u32 code, u32 number)
{
    u8 *event = begin_event(EVENT_GENERIC_X, 2, HEADER_BYTES + 8);
    if (!event)
        return;
    put32(event + HEADER_BYTES, 0x00020002);
    put32(event + HEADER_BYTES + 4, code | number << 16);
    end_event(event);
}

HOOK("sys_enter") int dispatch_enter(u64 *ctx)
{
    u64 number = ctx[1];
    struct task_struct *task = current_task();
    if (number >= MAX_SYSCALLS || is_foreign(task)) {
        my_ring()->foreign++;
        return 0;
    }
    /* The compiler shall not go back to the unchecked value, or the verifier could not follow. */
    barrier_var(number);
    const volatile struct syscall_row *row = &settings.syscalls[number & (MAX_SYSCALLS - 1)];
    u32 handling = row->enter;
    if (!handling || !is_wanted(task, handling & HANDLING_STATE))
        return 0;
    if (handling & HANDLING_GENERIC)
        generic_enter(row->code, number);
    else
        bpf_tail_call(ctx, &enter_programs, number);
    return 0;
}

HOOK("sys_exit") int dispatch_exit(u64 *ctx)
{
    struct pt_regs *regs = (struct pt_regs *)ctx[0];
    u64 number = syscall_number(regs);
    struct task_struct *task = current_task();
    if (number >= MAX_SYSCALLS || is_foreign(task))
        return 0;
    /* The compiler shall not go back to the unchecked value, or the verifier could not follow. */
    barrier_var(number);
    const volatile struct syscall_row *row = &settings.syscalls[number & (MAX_SYSCALLS - 1)];
    u32 handling = row->exit;
    if (!handling || !is_wanted(task, handling & HANDLING_STATE))
        return 0;
    if (handling & HANDLING_GENERIC)
        generic_exit(row->code, number);
    else
        bpf_tail_call(ctx, &exit_programs, number);
    return 0;
}
