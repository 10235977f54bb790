/* SPDX-License-Identifier: GPL-2.0-only OR Apache-2.0 */
/* Processes are made, become other programs and end. */
#include "../cgroup.h"
#include "../task.h"
#include "../translate.h"
#include "../admit.h"

#define MAX_ARGUMENT_BYTES 4096
#define MAX_ARGUMENTS 64
#define MAX_ARGUMENT 512

/* Number of a task, group, ... in its own pid namespace; 0 when there is none. */
static __always_inline s64 number_inside(struct pid *pid)
{
    if (!pid)
        return 0;
    u32 level = BPF_CORE_READ(pid, level);
    struct upid *numbers = (void *)pid + bpf_core_field_offset(struct pid, numbers);
    return BPF_CORE_READ(numbers + level, nr);
}

/* The device of the controlling terminal; 0 when there is none. */
static __always_inline u32 terminal(struct task_struct *task)
{
    struct tty_struct *tty = BPF_CORE_READ(task, signal, tty);
    if (!tty)
        return 0;
    u32 major = BPF_CORE_READ(tty, driver, major);
    u32 minor = BPF_CORE_READ(tty, driver, minor_start) + BPF_CORE_READ(tty, index);
    return device_number(major << 20 | minor);
}

/* A piece of the program's memory that holds texts, each ended by NUL; the last one too when it is cut. */
static __always_inline void grow_texts(struct growing *event, u64 start, u64 end, u32 limit)
{
    u64 available = end > start ? end - start : 0;
    u32 size = available < limit ? available : limit;
    if (size > MAX_ARGUMENT_BYTES)
        size = MAX_ARGUMENT_BYTES;
    if (size && bpf_probe_read_user(growing_end(event), size, (void *)start)) {
        count_fault(event->ring, start);
        size = 0;
    }
    if (size)
        put8(event->bytes + ((event->end + size - 1) & POSITION_MASK), 0);
    grow(event, size);
}

/* The program's name and its arguments as the process holds them. */
static __always_inline void grow_own_arguments(struct growing *event, struct mm_struct *mm)
{
    u64 start = BPF_CORE_READ(mm, arg_start);
    u64 end = BPF_CORE_READ(mm, arg_end);
    u32 before = event->end;
    grow_text(event, start);
    u32 exe = event->end - before;
    grow_texts(event, start + exe, end, MAX_ARGUMENT_BYTES - exe);
}

/* Texts that are being written. */
struct pointed_texts {
    u8 *event;
    u64 array;
    u32 start;
    u32 at;
};

static long write_one_pointed(u32 index, void *context)
{
    struct pointed_texts *texts = context;
    u64 address = user64(texts->array + 8 * index);
    if (!address || texts->at - texts->start > MAX_ARGUMENT_BYTES - MAX_ARGUMENT)
        return 1;
    long bytes = bpf_probe_read_user_str(texts->event + (texts->at & POSITION_MASK), MAX_ARGUMENT, (void *)address);
    if (bytes > 0)
        texts->at += bytes;
    return 0;
}

/*
 * Writes the texts of an array of pointers into the processor's buffer from a position on, and answers where they end. A function of
 * its own, so that the verifier looks at it once and not in each place that it is called from.
 */
__noinline u32 write_pointed_texts(u32 at, u64 array)
{
    struct pointed_texts texts = {growing_bytes(), array, at, at};
    if (!texts.event)
        return at;
    REPEAT(MAX_ARGUMENTS, MAX_ARGUMENTS, write_one_pointed, &texts);
    return texts.at;
}

/* What a program was to be started with that was not: the texts of an array of pointers. */
static __always_inline void grow_pointed_texts(struct growing *event, u64 array)
{
    u32 end = array ? write_pointed_texts(event->end, array) : event->end;
    grow(event, (end - event->end) & (2 * MAX_ARGUMENT_BYTES - 1));
}

/* Puts a task into a table; one that is full is counted. */
static __always_inline void mark(void *table, u32 id)
{
    u8 value = 1;
    if (bpf_map_update_elem(table, &id, &value, BPF_ANY))
        my_ring()->table_full++;
}

/* Positions that one call looks at: the verifier follows up to 8192 branches. */
#define SEARCHED_BYTES 1024

/*
 * Whether the lines of control groups between two positions of the event name a wanted container: its id is a folder's name or part of
 * one, behind a hyphen (docker-ID.scope). Global, so that the verifier goes through it once.
 */
__noinline int names_wanted_container(u32 at, u32 end)
{
    u8 *event = growing_bytes();
    struct container_id id;
    if (!event)
        return 0;
    for (u32 i = 0; i < SEARCHED_BYTES && at + i + sizeof(id) < end; i++) {
        u8 *place = event + ((at + i) & POSITION_MASK);
        if (*place != '/' && *place != '-')
            continue;
        __builtin_memcpy(&id, place + 1, sizeof(id));
        if (bpf_map_lookup_elem(&wanted_containers, &id))
            return 1;
    }
    return 0;
}

/* Keeps what the state will know from this event: whether the thread is in a wanted container. */
static __always_inline void note_container(struct growing *event, u32 cgroups, u32 tid)
{
    u32 end = event->end;
    if (names_wanted_container(cgroups, end) || names_wanted_container(cgroups + SEARCHED_BYTES, end) ||
        names_wanted_container(cgroups + 2 * SEARCHED_BYTES, end) || names_wanted_container(cgroups + 3 * SEARCHED_BYTES, end))
        mark(&contained, tid);
    else
        bpf_map_delete_elem(&contained, &tid);
}

/* The parameters from tid to cgroups, which clone and execve have in common. */
static __always_inline void grow_process(struct growing *event, struct task_struct *task, struct mm_struct *mm)
{
    join_ways(event);
    grow64(event, number32(READ(task, pid)));
    grow64(event, number32(READ(task, tgid)));
    grow64(event, number32(BPF_CORE_READ(task, real_parent, pid)));
    grow_empty_text(event); /* cwd: readers know it from the parent and from chdir */
    /* RLIMIT_NOFILE of asm-generic/resource.h */
    grow64(event, BPF_CORE_READ(task, signal, rlim[7].rlim_cur));
    grow64(event, READ(task, maj_flt));
    grow64(event, READ(task, min_flt));
    grow32(event, vm_size(mm));
    grow32(event, vm_rss(mm));
    grow32(event, vm_swap(mm));
    long name = bpf_probe_read_kernel_str(growing_end(event), sizeof(task->comm), task->comm);
    grow(event, name > 0 ? name : 0);
    join_ways(event);
    u32 cgroups = event->end;
    grow_cgroups(event);
    if (settings.has_containers)
        note_container(event, cgroups, READ(task, pid));
}

/* clone marks a child that lives in another pid namespace than the machine's first: bit 16 of the format's flags. */
static __always_inline u32 clone_event_flags(struct task_struct *task, u64 flags)
{
    u32 result = clone_flags(flags);
    struct pid *pid = BPF_CORE_READ(task, thread_pid);
    u32 level = BPF_CORE_READ(pid, level);
    if (level || BPF_CORE_READ(task, nsproxy, pid_ns_for_children, level) != level)
        result |= 1 << 16;
    return result;
}

/*
 * clone, clone3, fork and vfork, in the parent and in the child. One program for all, and so the loader's table says: verifying it takes
 * the kernel a good part of a start.
 */
EXIT(syscall_clone_20_x)
{
    struct growing event;
    struct task_struct *task = current_task();
    struct mm_struct *mm = current_mm();
    u32 number = syscall_number(regs);
    u16 type = EVENT_SYSCALL_CLONE_20_X;
    u64 flags = 0;
    if (number == NUMBER_CLONE) {
        flags = arg0;
    } else if (number == NUMBER_CLONE3) {
        /* struct clone_args of linux/sched.h begins with the flags. */
        flags = user64(arg0);
        type = EVENT_SYSCALL_CLONE3_X;
    } else {
        type = number == NUMBER_FORK ? EVENT_SYSCALL_FORK_20_X : EVENT_SYSCALL_VFORK_20_X;
    }
    if (!begin_growing(&event, type, 20))
        return;
    grow64(&event, ret);
    grow_own_arguments(&event, mm);
    grow_process(&event, task, mm);
    grow32(&event, clone_event_flags(task, flags));
    grow32(&event, BPF_CORE_READ(task, cred, euid.val));
    grow32(&event, BPF_CORE_READ(task, cred, egid.val));
    grow64(&event, number_inside(BPF_CORE_READ(task, thread_pid)));
    grow64(&event, number_inside(BPF_CORE_READ(task, signal, pids[1])));
    end_growing(&event);
}

/* True when the task could write to the file that it runs: the owner or root, or by the file's mode. CAP_DAC_OVERRIDE, CAP_FOWNER. */
static __always_inline int can_write_program(struct task_struct *task)
{
    struct inode *inode = BPF_CORE_READ(task, mm, exe_file, f_inode);
    u16 mode = BPF_CORE_READ(inode, i_mode);
    u64 capabilities = BPF_CORE_READ(task, cred, cap_effective.val);
    if (!inode)
        return 0;
    if (capabilities & (1 << 1 | 1 << 3))
        return 1;
    if (BPF_CORE_READ(inode, i_uid.val) == BPF_CORE_READ(task, cred, fsuid.val))
        return 1;
    if (BPF_CORE_READ(inode, i_gid.val) == BPF_CORE_READ(task, cred, fsgid.val))
        return (mode & 0020) != 0;
    return (mode & 0002) != 0;
}

/* execve and execveat, whose arguments begin with the folder. */
EXIT(syscall_execve_19_x)
{
    struct growing event;
    struct task_struct *task = current_task();
    struct mm_struct *mm = current_mm();
    int is_at = syscall_number(regs) == NUMBER_EXECVEAT;
    u64 arguments = is_at ? arg2 : arg1;
    u64 environment = is_at ? arg3 : arg2;
    if (!begin_growing(&event, is_at ? EVENT_SYSCALL_EXECVEAT_X : EVENT_SYSCALL_EXECVE_19_X, 20))
        return;
    grow64(&event, ret);
    if (ret == 0) {
        grow_own_arguments(&event, mm);
    } else {
        grow_text(&event, user64(arguments));
        grow_pointed_texts(&event, arguments + 8);
    }
    grow_process(&event, task, mm);
    if (ret == 0)
        grow_texts(&event, BPF_CORE_READ(mm, env_start), BPF_CORE_READ(mm, env_end), MAX_ARGUMENT_BYTES);
    else
        grow_pointed_texts(&event, environment);
    join_ways(&event);
    grow32(&event, terminal(task));
    grow64(&event, number_inside(BPF_CORE_READ(task, signal, pids[2])));
    grow32(&event, bpf_core_field_exists(task->loginuid) ? BPF_CORE_READ(task, loginuid.val) : -1);
    grow32(&event, can_write_program(task));
    end_growing(&event);
}

/* From linux/ptrace.h; what they bring lies where data points to, or data is a signal. */
#define PTRACE_PEEKUSR 3
#define PTRACE_CONT 7
#define PTRACE_SINGLESTEP 9
#define PTRACE_DETACH 17
#define PTRACE_SYSCALL 24

/* The last two parameters are a type's index in ptrace_dynamic_param and a value: 0 a number, 1 a signal. */
EXIT(syscall_ptrace_x)
{
    struct growing event;
    u64 request = arg0;
    u64 data = arg3;
    if (!begin_growing(&event, EVENT_SYSCALL_PTRACE_X, 3))
        return;
    grow64(&event, ret);
    grow_dynamic64(&event, 0, arg2);
    if (request == PTRACE_CONT || request == PTRACE_SINGLESTEP || request == PTRACE_DETACH || request == PTRACE_SYSCALL) {
        put8(growing_end(&event), 1);
        put8(growing_end(&event) + 1, data);
        grow(&event, 2);
    } else {
        /* PTRACE_PEEKTEXT, PTRACE_PEEKDATA, PTRACE_PEEKUSR */
        int is_peek = request >= 1 && request <= PTRACE_PEEKUSR;
        grow_dynamic64(&event, 0, is_peek ? user64(data) : data);
    }
    end_growing(&event);
}

/* PF_KTHREAD of linux/sched.h: the kernel's own threads make no events. */
#define IS_KERNEL_THREAD 0x00200000

HOOK("sched_process_exit") int hook_process_exit(u64 *ctx)
{
    struct task_struct *task = current_task();
    u32 status = READ(task, exit_code);
    u32 signal = status & 0x7f;
    u32 tgid = READ(task, tgid);
    if (READ(task, flags) & IS_KERNEL_THREAD)
        return 0;
    if (settings.process_exit && is_wanted(task, settings.process_exit & HANDLING_STATE)) {
        u8 *event = begin_event(EVENT_PROCEXIT_1_E, 4, HEADER_BYTES + 8 + 18);
        if (event) {
            put32(event + 26, 8 | 8 << 16);
            put32(event + 30, 1 | 1 << 16);
            put64(event + 34, (u64)status);
            /* The status of exit is in the second byte, the signal that ended it in the first. */
            put64(event + 42, signal ? -1ll : (s64)(status >> 8 & 0xff));
            put8(event + 50, signal);
            put8(event + 51, signal && (status & 0x80));
            end_event(event);
        }
    }
    if (settings.has_followed && BPF_CORE_READ(task, signal, live.counter) == 0)
        bpf_map_delete_elem(&followed, &tgid);
    u32 tid = READ(task, pid);
    if (settings.has_names)
        bpf_map_delete_elem(&named, &tid);
    if (settings.has_containers)
        bpf_map_delete_elem(&contained, &tid);
    return 0;
}

/* The current task's name, which a new thread takes over, is among the wanted ones. */
static __always_inline int has_wanted_name(void)
{
    struct task_name name = {};
    bpf_get_current_comm(&name, sizeof(name));
    return bpf_map_lookup_elem(&wanted_names, &name) != 0;
}

/* A descendant of a followed process is followed from its first event on, whoever becomes its parent later. */
HOOK("sched_process_fork") int hook_process_fork(u64 *ctx)
{
    struct task_struct *parent = (void *)ctx[0];
    struct task_struct *child = (void *)ctx[1];
    u32 from = READ(parent, tgid);
    u32 to = READ(child, tgid);
    u32 parent_tid = READ(parent, pid);
    if (settings.has_followed && from != to && bpf_map_lookup_elem(&followed, &from))
        mark(&followed, to);
    if (settings.has_names && has_wanted_name())
        mark(&named, READ(child, pid));
    if (settings.has_containers && bpf_map_lookup_elem(&contained, &parent_tid))
        mark(&contained, READ(child, pid));
    return 0;
}

/* A program gives its thread a new name. */
HOOK("sched_process_exec") int hook_process_exec(u64 *ctx)
{
    u32 tid = READ(current_task(), pid);
    if (has_wanted_name())
        mark(&named, tid);
    else
        bpf_map_delete_elem(&named, &tid);
    return 0;
}
