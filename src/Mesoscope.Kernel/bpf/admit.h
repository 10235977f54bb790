/* SPDX-License-Identifier: GPL-2.0-only OR Apache-2.0 */
/* The part of a filter that is decided before an event is written. */
#pragma once
#include "event.h"

/* False when the task's events are not wanted. Events that change the state are wanted whatever the conditions say. */
static __always_inline int is_wanted(struct task_struct *task, u32 is_state)
{
    if (settings.excluded_pid && READ(task, tgid) == settings.excluded_pid)
        return 0;
    return 1;
}
