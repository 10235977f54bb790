/* SPDX-License-Identifier: GPL-2.0-only OR Apache-2.0 */
/* The part of a filter that is decided before an event is written. */
#pragma once
#include "event.h"

static __always_inline int meets_conditions(struct task_struct *task)
{
    u32 pid = READ(task, pid);
    u32 tgid = READ(task, tgid);
    if (settings.has_threads && !bpf_map_lookup_elem(&wanted_threads, &pid))
        return 0;
    if (settings.has_processes && !bpf_map_lookup_elem(&wanted_processes, &tgid))
        return 0;
    if (settings.has_followed && !bpf_map_lookup_elem(&followed, &tgid))
        return 0;
    if (settings.has_names && !bpf_map_lookup_elem(&named, &pid))
        return 0;
    if (settings.has_containers && !bpf_map_lookup_elem(&contained, &pid))
        return 0;
    return 1;
}

/* False when the current task's events are not wanted. Events that change the state are wanted whatever the conditions say. */
static __always_inline int is_wanted(struct task_struct *task, u32 is_state)
{
    if (settings.excluded_pid && READ(task, tgid) == settings.excluded_pid)
        return 0;
    return is_state || !settings.has_conditions || meets_conditions(task);
}
