/* SPDX-License-Identifier: GPL-2.0-only OR Apache-2.0 */
/* The two programs that run for each system call. Whatever a call needs beyond a number in its thread's counters stands in a function of its own. */
#include "clock.h"
#include "connection.h"
#include "failure.h"

/* MSG_PEEK and MSG_ERRQUEUE of linux/socket.h: what is received will be received again, or was sent. */
#define NOT_RECEIVED 0x2002

/* struct mmsghdr of linux/socket.h on machines of 64 bits. */
#define MESSAGE_BYTES 64
#define MESSAGE_LENGTH_AT 56
#define MAX_MESSAGES 1024

static __always_inline void count_file(struct thread *thread, s64 ret, u64 bytes, u32 is_out, u64 time)
{
    if (is_out)
        thread->now.file_time_out += time;
    else
        thread->now.file_time_in += time;
    if (ret < 0) {
        thread->now.file_errors += is_failure(-ret);
    } else if (is_out) {
        thread->now.file_writes++;
        thread->now.file_bytes_out += bytes;
    } else {
        thread->now.file_reads++;
        thread->now.file_bytes_in += bytes;
    }
}

static __always_inline void count_net(struct thread *thread, struct task_struct *task, struct seen *seen, s64 ret, u64 bytes, u32 is_out, u64 time)
{
    thread->now.net_time += time;
    if (ret < 0) {
        thread->now.net_errors += is_net_failure(-ret);
        return;
    }
    thread->now.net_operations++;
    if (is_out)
        thread->now.net_bytes_out += bytes;
    else
        thread->now.net_bytes_in += bytes;
    count_on_connection(seen, task, bytes, is_out);
}

static __always_inline void count_data(struct thread *thread, struct task_struct *task, u32 descriptor, s64 ret, u64 bytes, u32 is_out, u64 time)
{
    struct seen seen;
    look(&seen, task, descriptor);
    if (seen.class == CLASS_FILE)
        count_file(thread, ret, bytes, is_out, time);
    else if (seen.class == CLASS_NET)
        count_net(thread, task, &seen, ret, bytes, is_out, time);
}

static __noinline void count_transfer(struct thread *thread, struct task_struct *task, struct pt_regs *regs, s64 ret, u32 detail)
{
    u64 time = end_call(thread);
    u64 flags = 0;
    if (detail & DETAIL_FLAGS_2)
        flags = arg2;
    else if (detail & DETAIL_FLAGS_3)
        flags = arg3;
    count_data(thread, task, arg0, ret, flags & NOT_RECEIVED ? 0 : ret, detail & DETAIL_OUT, time);
}

/* The lengths of messages, which the kernel wrote into the program's vector. Global, so that the verifier looks at its loop once. */
__noinline u64 message_bytes(u64 vector, u64 count)
{
    u64 sum = 0;
    for (u32 i = 0; i < MAX_MESSAGES; i++) {
        u32 bytes = 0;
        if (i >= count)
            break;
        bpf_probe_read_user(&bytes, sizeof(bytes), (void *)(vector + i * MESSAGE_BYTES + MESSAGE_LENGTH_AT));
        sum += bytes;
    }
    return sum;
}

static __noinline void count_messages(struct thread *thread, struct task_struct *task, struct pt_regs *regs, s64 ret, u32 detail)
{
    u64 time = end_call(thread);
    u64 bytes = ret > 0 && !(arg3 & NOT_RECEIVED) ? message_bytes(arg1, ret) : 0;
    count_data(thread, task, arg0, ret, bytes, detail & DETAIL_OUT, time);
}

static __noinline void count_copy(struct thread *thread, struct task_struct *task, struct pt_regs *regs, s64 ret, u32 detail)
{
    u64 time = end_call(thread);
    u32 from = detail & DETAIL_SENDFILE ? arg1 : arg0;
    u32 to = detail & DETAIL_SENDFILE ? arg0 : arg2;
    count_data(thread, task, from, ret, ret, 0, time);
    count_data(thread, task, to, ret, ret, 1, time);
}

/* SOCK_STREAM and SOCK_SEQPACKET of linux/net.h: what has connections. */
static __always_inline u32 has_connections(struct sock *sock)
{
    s16 type = BPF_CORE_READ(sock, sk_socket, type);
    return type == 1 || type == 5;
}

static __noinline void count_connect(struct thread *thread, struct task_struct *task, struct pt_regs *regs, s64 ret)
{
    u64 time = end_call(thread);
    struct seen seen;
    look(&seen, task, arg0);
    if (seen.class != CLASS_NET)
        return;
    thread->now.net_time += time;
    if ((ret == 0 || ret == -ERROR_INPROGRESS) && has_connections(seen.sock))
        thread->now.connections_out += flag_connection(&seen, task, CONNECTION_OUT);
    else if (ret < 0)
        thread->now.net_errors += is_net_failure(-ret);
}

static __noinline void count_accept(struct thread *thread, struct task_struct *task, struct pt_regs *regs, s64 ret)
{
    u64 time = end_call(thread);
    struct seen seen;
    look(&seen, task, ret < 0 ? arg0 : ret);
    if (seen.class != CLASS_NET)
        return;
    thread->now.net_time += time;
    if (ret < 0) {
        thread->now.net_errors += is_net_failure(-ret);
        return;
    }
    thread->now.connections_in++;
    flag_connection(&seen, task, CONNECTION_IN);
}

static __noinline void count_failed_descriptor(struct thread *thread, struct task_struct *task, struct pt_regs *regs, u32 error)
{
    struct seen seen;
    look(&seen, task, arg0);
    if (seen.class == CLASS_FILE)
        thread->now.file_errors += is_failure(error);
    else if (seen.class == CLASS_NET)
        thread->now.net_errors += is_net_failure(error);
}

/* Failures of calls that move no data. */
static __always_inline void count_failed(struct thread *thread, struct task_struct *task, struct pt_regs *regs, u32 error, u32 kind)
{
    if (kind >= KIND_DESCRIPTOR && kind <= KIND_LISTEN)
        count_failed_descriptor(thread, task, regs, error);
    else if (kind == KIND_PATH)
        thread->now.file_errors += is_failure(error);
    else if (kind == KIND_SOCKET)
        thread->now.net_errors += arg0 == FAMILY_INET || arg0 == FAMILY_INET6;
}

static __always_inline void count_kind(struct thread *thread, struct task_struct *task, struct pt_regs *regs, s64 ret, const volatile struct call_row *row)
{
    u32 kind = row->kind;
    if (kind == KIND_TRANSFER) {
        count_transfer(thread, task, regs, ret, row->detail);
    } else if (kind == KIND_OPEN) {
        if (ret < 0) {
            thread->now.file_open_errors += is_failure(-ret);
            thread->now.file_errors += is_failure(-ret);
        } else {
            thread->now.file_opens++;
        }
    } else if (kind == KIND_MESSAGES) {
        count_messages(thread, task, regs, ret, row->detail);
    } else if (kind == KIND_COPY) {
        count_copy(thread, task, regs, ret, row->detail);
    } else if (kind == KIND_CONNECT) {
        count_connect(thread, task, regs, ret);
    } else if (kind == KIND_ACCEPT) {
        count_accept(thread, task, regs, ret);
    } else if (ret < 0) {
        count_failed(thread, task, regs, -ret, kind);
    }
}

HOOK("sys_enter") int count_enter(u64 *ctx)
{
    u64 number = ctx[1];
    if (number >= MAX_CALLS)
        return 0;
    barrier_var(number);
    if (!(settings.calls[number & (MAX_CALLS - 1)].detail & DETAIL_TIMED))
        return 0;
    struct thread *thread = bpf_task_storage_get(&threads, current_task(), 0, 0);
    if (thread)
        begin_call(thread);
    return 0;
}

HOOK("sys_exit") int count_exit(u64 *ctx)
{
    struct pt_regs *regs = (struct pt_regs *)ctx[0];
    s64 ret = (s64)ctx[1];
    struct task_struct *task = current_task();
    u64 number = syscall_number(regs);
    struct thread *thread = thread_of(task);
    if (!thread) {
        my_drops()->calls++;
        return 0;
    }
    /* Calls of programs of 32 bits have other numbers: they are only counted. */
    if (number >= MAX_CALLS || is_foreign(task)) {
        thread->now.calls++;
        if (ret < 0)
            count_error(thread, task, -ret);
        return 0;
    }
    barrier_var(number);
    const volatile struct call_row *row = &settings.calls[number & (MAX_CALLS - 1)];
    u32 kind = row->kind;
    /* In the child nobody made the call. */
    if (kind == KIND_FORK && ret == 0)
        return 0;
    thread->now.calls++;
    if (kind)
        count_kind(thread, task, regs, ret, row);
    if (ret < 0) {
        count_error(thread, task, -ret);
        tell_failure(thread, task, regs, -ret, number);
    }
    return 0;
}
