/* SPDX-License-Identifier: GPL-2.0-only OR Apache-2.0 */
/* The control groups of the current task, as in the process list of a capture: subsystem=path, each ended by NUL. */
#pragma once
#include "growing.h"

#define MAX_CGROUP_DEPTH 16
#define MAX_CGROUP_NAME 256
#define MAX_CGROUP_BYTES 4096

static __always_inline struct kernfs_node *parent_of(struct kernfs_node *node)
{
    struct kernfs_node___6_15 *later = (void *)node;
    if (bpf_core_field_exists(later->__parent))
        return BPF_CORE_READ(later, __parent);
    return BPF_CORE_READ(node, parent);
}

/*
 * Writes the path of a cgroup's folder into the processor's buffer from a position on and answers the end of the path, without NUL. A
 * function of its own, so that the verifier looks at it once and not in each place that it is called from.
 */
__noinline u32 write_cgroup_path(u32 at, u64 address)
{
    const char *names[MAX_CGROUP_DEPTH];
    struct kernfs_node *node = (void *)address;
    u8 *event = growing_bytes();
    u32 depth = 0;
    u32 start = at;

    if (!event)
        return at;
    for (; depth < MAX_CGROUP_DEPTH; depth++) {
        struct kernfs_node *parent = parent_of(node);
        if (!parent)
            break;
        names[depth] = BPF_CORE_READ(node, name);
        node = parent;
    }
    for (u32 i = 0; i < MAX_CGROUP_DEPTH; i++) {
        u32 index = depth - 1 - i;
        if (index >= MAX_CGROUP_DEPTH || at - start > MAX_CGROUP_BYTES - MAX_CGROUP_NAME)
            break;
        put8(event + (at & POSITION_MASK), '/');
        at++;
        long bytes = bpf_probe_read_kernel_str(event + (at & POSITION_MASK), MAX_CGROUP_NAME, names[index]);
        if (bytes > 1)
            at += bytes - 1;
    }
    if (at == start) {
        put8(event + (at & POSITION_MASK), '/');
        at++;
    }
    return at;
}

/* One line; end is where the parameter ends so far, and the new end is answered. */
#define WRITE_CGROUP(bytes, end, label, folder)                                                          \
    ({                                                                                                   \
        __builtin_memcpy((bytes) + ((end) & POSITION_MASK), label, sizeof(label) - 1);                   \
        u32 after = write_cgroup_path((end) + sizeof(label) - 1, (u64)BPF_CORE_READ(folder, kn));        \
        put8((bytes) + (after & POSITION_MASK), 0);                                                      \
        after + 1;                                                                                       \
    })

static __always_inline struct cgroup *group_of(struct css_set *set, u32 subsystem)
{
    struct cgroup_subsys_state *state = 0;
    bpf_probe_read_kernel(&state, sizeof(state), (void *)set + bpf_core_field_offset(struct css_set, subsys) + 8 * subsystem);
    return BPF_CORE_READ(state, cgroup);
}

#define SUBSYSTEM_GROUP(set, id) group_of(set, bpf_core_enum_value(enum cgroup_subsys_id, id))

/* A subsystem by its name under cgroup v1 and its name under v2, where the path is the task's and not that of the nearest group with the controller. */
#define WRITE_SUBSYSTEM(id, old_label, new_label)                                       \
    if (bpf_core_enum_value_exists(enum cgroup_subsys_id, id)) {                        \
        struct cgroup *group = SUBSYSTEM_GROUP(set, id);                                \
        if (BPF_CORE_READ(group, root) != root)                                         \
            end = WRITE_CGROUP(event, end, old_label "=", group);                       \
        else if (sizeof(new_label) > 1)                                                 \
            end = WRITE_CGROUP(event, end, new_label "=", unified);                     \
    }

/* Writes the lines of the current task and answers their end. Global as well, so that the verifier looks at it with no history. */
__noinline u32 write_cgroups(u32 at)
{
    struct css_set *set = READ(current_task(), cgroups);
    struct cgroup *unified = BPF_CORE_READ(set, dfl_cgrp);
    struct cgroup_root *root = BPF_CORE_READ(unified, root);
    u8 *event = growing_bytes();
    u32 end = at;

    if (!event)
        return at;
    WRITE_SUBSYSTEM(cpuset_cgrp_id, "cpuset", "cpuset")
    WRITE_SUBSYSTEM(cpu_cgrp_id, "cpu", "cpu")
    WRITE_SUBSYSTEM(cpuacct_cgrp_id, "cpuacct", "")
    WRITE_SUBSYSTEM(io_cgrp_id, "blkio", "io")
    WRITE_SUBSYSTEM(memory_cgrp_id, "memory", "memory")
    /* Beside v1 hierarchies the unified one has no controllers, but may be the only one that names a container. */
    struct cgroup *cpu = SUBSYSTEM_GROUP(set, cpu_cgrp_id);
    if (BPF_CORE_READ(cpu, root) != root && parent_of(BPF_CORE_READ(unified, kn)))
        end = WRITE_CGROUP(event, end, "unified=", unified);
    return end;
}

static __always_inline void grow_cgroups(struct growing *event)
{
    grow(event, (write_cgroups(event->end) - event->end) & POSITION_MASK);
}
