/* SPDX-License-Identifier: GPL-2.0-only OR Apache-2.0 */
/* Which control groups are young. */
#include "failure.h"

HOOK("cgroup_mkdir") int note_group(u64 *ctx)
{
    struct cgroup *group = (void *)ctx[0];
    if (BPF_CORE_READ(group, root, hierarchy_id) != settings.hierarchy)
        return 0;
    u64 number = group_number(group);
    struct young young = { .until = bpf_ktime_get_boot_ns() + settings.young_nanoseconds };
    bpf_map_update_elem(&young_groups, &number, &young, BPF_ANY);
    __sync_fetch_and_add(&young_generation, 1);
    return 0;
}

/* Threads ask anew which group they are in. */
HOOK("cgroup_attach_task") int note_move(u64 *ctx)
{
    struct cgroup *group = (void *)ctx[0];
    if (BPF_CORE_READ(group, root, hierarchy_id) == settings.hierarchy)
        __sync_fetch_and_add(&young_generation, 1);
    return 0;
}
