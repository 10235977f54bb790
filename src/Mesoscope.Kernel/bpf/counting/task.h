/* SPDX-License-Identifier: GPL-2.0-only OR Apache-2.0 */
/* A thread's counters, its control group, and what it has not shown yet. */
#pragma once
#include "counting.h"

/* The folder's inode of a control group: kernfs gives both the same number on machines of 64 bits (since kernel 5.5). */
static __always_inline u64 group_number(struct cgroup *group)
{
    return BPF_CORE_READ(group, kn, id);
}

#define CONTROLLER_INDEX(name, number) \
    (settings.controller == name && bpf_core_enum_value_exists(enum cgroup_subsys_id, number)) index = bpf_core_enum_value(enum cgroup_subsys_id, number)

/* The control group of a task in the hierarchy that the settings say. Some ten reads of the kernel's memory: not for each call. */
static __noinline u64 group_of_task(struct task_struct *task)
{
    struct css_set *set = BPF_CORE_READ(task, cgroups);
    struct cgroup_subsys_state *state = 0;
    u32 index = 0;
    if (settings.controller == UNIFIED)
        return group_number(BPF_CORE_READ(set, dfl_cgrp));
    if CONTROLLER_INDEX(MEMORY, memory_cgrp_id);
    else if CONTROLLER_INDEX(CPU, cpu_cgrp_id);
    else if CONTROLLER_INDEX(CPUACCT, cpuacct_cgrp_id);
    else if CONTROLLER_INDEX(CPUSET, cpuset_cgrp_id);
    else if CONTROLLER_INDEX(IO, io_cgrp_id);
    else if CONTROLLER_INDEX(FREEZER, freezer_cgrp_id);
    else if CONTROLLER_INDEX(PIDS, pids_cgrp_id);
    bpf_probe_read_kernel(&state, sizeof(state), (void *)set + bpf_core_field_offset(struct css_set, subsys) + sizeof(state) * index);
    return group_number(BPF_CORE_READ(state, cgroup));
}

static __always_inline void begin_thread(struct thread *thread, struct task_struct *task)
{
    thread->begin = READ(task, start_boottime);
    if (thread->begin < settings.begin) {
        thread->read.minor_faults = READ(task, min_flt);
        thread->read.major_faults = READ(task, maj_flt);
    }
}

/* A task's counters; 0 when there is no memory for them. */
static __always_inline struct thread *thread_of(struct task_struct *task)
{
    struct thread *thread = bpf_task_storage_get(&threads, task, 0, CREATE);
    if (thread && !thread->begin)
        begin_thread(thread, task);
    return thread;
}

/* ...now minus what was read, and whether that is anything. */
static __always_inline u64 take_activity(struct activity *target, struct thread *thread, struct task_struct *task)
{
    u64 *out = (u64 *)target;
    u64 *now = (u64 *)&thread->now;
    u64 *read = (u64 *)&thread->read;
    u64 any = 0;
    thread->now.minor_faults = READ(task, min_flt);
    thread->now.major_faults = READ(task, maj_flt);
    for (u32 i = 0; i < ACTIVITY_WORDS; i++) {
        out[i] = now[i] - read[i];
        any |= out[i];
    }
    return any;
}

static __always_inline void mark_read(struct thread *thread, struct activity *shown)
{
    u64 *read = (u64 *)&thread->read;
    u64 *words = (u64 *)shown;
    for (u32 i = 0; i < ACTIVITY_WORDS; i++)
        read[i] += words[i];
}

/* On no program's stack, which is short. */
static const struct activity nothing = {};

/* Into the group's own counters, which lose nothing as long as there is room for the group. */
static __noinline void add_to_group(u64 group, struct activity *shown)
{
    struct activity *sum = bpf_map_lookup_elem(&overflow, &group);
    if (!sum) {
        bpf_map_update_elem(&overflow, &group, &nothing, BPF_NOEXIST);
        sum = bpf_map_lookup_elem(&overflow, &group);
    }
    if (!sum) {
        my_drops()->groups++;
        return;
    }
    u64 *words = (u64 *)sum;
    u64 *added = (u64 *)shown;
    for (u32 i = 0; i < ACTIVITY_WORDS; i++)
        if (added[i])
            __sync_fetch_and_add(&words[i], added[i]);
}

static __noinline void add_error(u64 group, u32 number, u64 count)
{
    struct error_key key = { .group = group, .number = number };
    u64 *sum = bpf_map_lookup_elem(&error_overflow, &key);
    if (!sum) {
        u64 none = 0;
        bpf_map_update_elem(&error_overflow, &key, &none, BPF_NOEXIST);
        sum = bpf_map_lookup_elem(&error_overflow, &key);
    }
    if (sum)
        __sync_fetch_and_add(sum, count);
    else
        my_drops()->errors += count;
}
