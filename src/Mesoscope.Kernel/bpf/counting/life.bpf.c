/* SPDX-License-Identifier: GPL-2.0-only OR Apache-2.0 */
/* Programs executed, threads and processes ended, processes killed because memory ran out. */
#include "failure.h"

/* From linux/sched/signal.h, asm-generic/signal.h, linux/sched.h. */
#define GROUP_EXIT 4
#define SIGNAL_MASK 127
#define SIGNAL_KILL 9

enum thread_flag { THREAD_ENDED = 1, PROCESS_ENDED = 2, OUT_OF_MEMORY = 4 };

struct error_count {
    u32 number;
    u32 count;
};

/* What a thread did since it was read last; when it has ended with its process, how. */
struct thread_record {
    u32 kind;
    u32 flags;
    u32 pid, tgid;
    u64 group;
    /* Of the process, by the boot clock. */
    u64 begin;
    /* Of the process. */
    char name[16];
    struct activity activity;
    struct error_count errors[ERROR_SLOTS];
    u64 time;
    u32 parent;
    u32 exit_code;
};

struct victim_record {
    u32 kind;
    u32 pid, tgid;
    u32 unused;
    u64 time;
    u64 group;
    char name[16];
};

/* Processes that were chosen to be killed. */
struct {
    __uint(type, MAP_LRU_HASH);
    __uint(max_entries, 256);
    __type(key, u32);
    __type(value, u8);
} victims SEC(".maps");

static __always_inline void take_errors(struct error_count *target, struct thread *thread)
{
    for (u32 i = 0; i < ERROR_SLOTS; i++) {
        target[i].number = thread->error_numbers[i];
        target[i].count = thread->errors_now[i] - thread->errors_read[i];
    }
}

static __always_inline void mark_errors(struct thread *thread, struct error_count *shown)
{
    for (u32 i = 0; i < ERROR_SLOTS; i++)
        thread->errors_read[i] += shown[i].count;
}

static __always_inline void describe(struct thread_record *record, struct task_struct *task)
{
    struct task_struct *leader = READ(task, group_leader);
    record->kind = RECORD_THREAD;
    record->flags = 0;
    record->pid = READ(task, pid);
    record->tgid = READ(task, tgid);
    record->group = group_of_task(task);
    record->begin = READ(leader, start_boottime);
    record->time = 0;
    record->parent = 0;
    record->exit_code = 0;
    bpf_core_read_str(record->name, sizeof(record->name), &leader->comm);
}

/* Everything that a thread has left, into its group: the process's own figures lack it. */
static __always_inline void add_rest_to_group(struct thread_record *record)
{
    add_to_group(record->group, &record->activity);
    for (u32 i = 0; i < ERROR_SLOTS; i++)
        if (record->errors[i].count)
            add_error(record->group, record->errors[i].number, record->errors[i].count);
}

/* How the process ended, as its parent will be told. */
static __always_inline u32 exit_code_of(struct task_struct *task)
{
    struct task_struct *leader = READ(task, group_leader);
    struct signal_struct *signal = READ(task, signal);
    return READ(signal, flags) & GROUP_EXIT ? READ(signal, group_exit_code) : READ(leader, exit_code);
}

/*
 * True for the last thread. Threads that end at the same time may all see that none lives: one of them is the last. Its main thread's
 * counters know whether there was one already.
 */
static __always_inline u32 is_last(struct task_struct *task)
{
    struct signal_struct *signal = READ(task, signal);
    struct task_struct *leader = READ(task, group_leader);
    if (READ(signal, live.counter))
        return 0;
    struct thread *first = bpf_task_storage_get(&threads, leader, 0, CREATE);
    return !first || !__sync_lock_test_and_set(&first->has_ended, 1);
}

HOOK("sched_process_exec") int count_execute(u64 *ctx)
{
    struct thread *thread = thread_of(current_task());
    if (thread)
        thread->now.process_starts++;
    else
        my_drops()->calls++;
    return 0;
}

static __always_inline void describe_end(struct thread_record *record, struct task_struct *task)
{
    u32 process = READ(task, tgid);
    record->flags |= PROCESS_ENDED;
    record->activity.process_ends = 1;
    record->parent = BPF_CORE_READ(task, group_leader, real_parent, tgid);
    record->exit_code = exit_code_of(task);
    if ((record->exit_code & SIGNAL_MASK) == SIGNAL_KILL && bpf_map_lookup_elem(&victims, &process))
        record->flags |= OUT_OF_MEMORY;
}

HOOK("sched_process_exit") int count_end(u64 *ctx)
{
    struct task_struct *task = current_task();
    struct thread_record record = {};
    struct thread *thread = thread_of(task);
    u32 last = is_last(task);
    u64 any = 0;
    /* When the reader is at this thread now, it takes what is left. */
    if (thread && __sync_lock_test_and_set(&thread->stage, STAGE_ENDED) == STAGE_RUNS) {
        any = take_activity(&record.activity, thread, task);
        take_errors(record.errors, thread);
    } else if (!thread) {
        my_drops()->calls++;
    }
    if (!any && !last)
        return 0;
    describe(&record, task);
    record.flags = THREAD_ENDED;
    record.time = bpf_ktime_get_boot_ns() + settings.boot_to_epoch;
    if (last)
        describe_end(&record, task);
    if (!bpf_ringbuf_output(&happenings, &record, sizeof(record), RING_NO_WAKEUP))
        return 0;
    my_drops()->processes++;
    my_drops()->happenings += last;
    add_rest_to_group(&record);
    return 0;
}

/* Raw, as the argument is a task since kernel 6.8 and was a thread's id before. */
SEC("raw_tp/mark_victim") int note_victim(u64 *ctx)
{
    struct task_struct *task = (void *)ctx[0];
    u8 present = 1;
    struct victim_record record = { .kind = RECORD_OUT_OF_MEMORY, .pid = ctx[0], .tgid = ctx[0] };
    record.time = bpf_ktime_get_boot_ns() + settings.boot_to_epoch;
    if ((u64)task >> 32) {
        record.pid = BPF_CORE_READ(task, pid);
        record.tgid = BPF_CORE_READ(task, tgid);
        record.group = group_of_task(task);
        bpf_core_read_str(record.name, sizeof(record.name), &task->comm);
    }
    bpf_map_update_elem(&victims, &record.tgid, &present, BPF_ANY);
    if (bpf_ringbuf_output(&happenings, &record, sizeof(record), RING_NO_WAKEUP))
        my_drops()->happenings++;
    return 0;
}
