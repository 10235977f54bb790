/* SPDX-License-Identifier: GPL-2.0-only OR Apache-2.0 */
/* The control groups of the current task, as in the process list of a capture: subsystem=path, each ended by NUL. */
#pragma once
#include "growing.h"
#include "repeat.h"

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

/* A path that is being written, from the group up to the root and then back down. */
struct cgroup_path {
    u8 *event;
    struct kernfs_node *node;
    const char *names[MAX_CGROUP_DEPTH];
    u32 depth;
    u32 start;
    u32 at;
};

static long climb_to_parent(u32 index, void *context)
{
    struct cgroup_path *path = context;
    struct kernfs_node *node = path->node;
    struct kernfs_node *parent = parent_of(node);
    if (!parent || index >= MAX_CGROUP_DEPTH)
        return 1;
    path->names[index] = BPF_CORE_READ(node, name);
    path->node = parent;
    path->depth = index + 1;
    return 0;
}

static long write_folder(u32 index, void *context)
{
    struct cgroup_path *path = context;
    u32 level = path->depth - 1 - index;
    /* The compiler shall not go back to the unchecked value, or the verifier could not follow. */
    barrier_var(level);
    if (level >= MAX_CGROUP_DEPTH || path->at - path->start > MAX_CGROUP_BYTES - MAX_CGROUP_NAME)
        return 1;
    put8(path->event + (path->at & POSITION_MASK), '/');
    path->at++;
    long bytes = bpf_probe_read_kernel_str(path->event + (path->at & POSITION_MASK), MAX_CGROUP_NAME, path->names[level]);
    if (bytes > 1)
        path->at += bytes - 1;
    return 0;
}

/*
 * Writes the path of a cgroup's folder into the processor's buffer from a position on and answers the end of the path, without NUL. A
 * function of its own, so that the verifier looks at it once and not in each place that it is called from.
 */
__noinline u32 write_cgroup_path(u32 at, u64 address)
{
    struct cgroup_path path = {.event = growing_bytes(), .node = (void *)address, .start = at, .at = at};

    if (!path.event)
        return at;
    REPEAT(MAX_CGROUP_DEPTH, MAX_CGROUP_DEPTH, climb_to_parent, &path);
    REPEAT(path.depth, MAX_CGROUP_DEPTH, write_folder, &path);
    if (path.at == at) {
        put8(path.event + (at & POSITION_MASK), '/');
        path.at++;
    }
    return path.at;
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
    struct css_set *set = BPF_CORE_READ(current_task(), cgroups);
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
