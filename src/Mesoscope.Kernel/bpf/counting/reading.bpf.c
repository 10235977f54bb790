/* SPDX-License-Identifier: GPL-2.0-only OR Apache-2.0 */
/* What the reader runs once a second: only what changed leaves the kernel. */
#include "../iterator.h"
#include "connection.h"

/* PF_KTHREAD of linux/sched.h: threads of the kernel make no calls. */
#define KERNEL_THREAD 0x00200000

SEC("iter/task") int read_threads(struct bpf_iter__task *ctx)
{
    struct task_struct *task = ctx->task;
    struct thread_record record = {};
    if (!task || task->flags & KERNEL_THREAD)
        return 0;
    struct thread *thread = thread_of(task);
    if (!thread || __sync_val_compare_and_swap(&thread->stage, STAGE_RUNS, STAGE_READ) != STAGE_RUNS)
        return 0;
    u64 any = take_activity(&record.activity, thread, task);
    if (any) {
        take_errors(record.errors, thread);
        describe(&record, task);
        /* Without room it is asked for this thread again. */
        if (!bpf_seq_write(ctx->meta->seq, &record, sizeof(record))) {
            mark_read(thread, &record.activity);
            mark_errors(thread, record.errors);
        }
    }
    if (__sync_val_compare_and_swap(&thread->stage, STAGE_READ, STAGE_RUNS) == STAGE_READ)
        return 0;
    /* It has ended meanwhile and left the rest to us. */
    any = take_activity(&record.activity, thread, task);
    take_errors(record.errors, thread);
    if (!any)
        return 0;
    describe(&record, task);
    add_rest_to_group(&record);
    return 0;
}

struct connection_record {
    u64 inode;
    u64 group;
    u64 bytes_in, bytes_out, operations;
    u64 local[2], remote[2];
    u16 local_port, remote_port;
    u16 family, protocol;
    u32 pid;
    u32 flags;
    u32 idle;
    u32 unused;
};

/* Readings after which something idle is shown again, so that the reader can remove it: closed, or perhaps closed. */
#define IDLE_ENDED 2
#define IDLE_OPEN 60

SEC("iter/bpf_map_elem") int read_connections(struct bpf_iter__bpf_map_elem *ctx)
{
    u64 *inode = ctx->key;
    struct connection *connection = ctx->value;
    if (!inode || !connection)
        return 0;
    struct connection_record record = {
        .inode = *inode,
        .group = connection->group,
        .bytes_in = connection->bytes_in - connection->read_in,
        .bytes_out = connection->bytes_out - connection->read_out,
        .operations = connection->operations - connection->read_operations,
        .local = { connection->local[0], connection->local[1] },
        .remote = { connection->remote[0], connection->remote[1] },
        .local_port = connection->local_port,
        .remote_port = connection->remote_port,
        .family = connection->family,
        .protocol = connection->protocol,
        .pid = connection->pid,
        .flags = connection->flags,
    };
    u32 is_new = record.operations || record.bytes_in || record.bytes_out || record.flags != connection->read_flags;
    u32 idle = is_new ? 0 : connection->idle + 1;
    record.idle = idle;
    if (!is_new && idle < (record.flags & CONNECTION_ENDED ? IDLE_ENDED : IDLE_OPEN)) {
        connection->idle = idle;
        return 0;
    }
    if (bpf_seq_write(ctx->meta->seq, &record, sizeof(record)))
        return 0;
    connection->idle = idle;
    connection->read_in += record.bytes_in;
    connection->read_out += record.bytes_out;
    connection->read_operations += record.operations;
    connection->read_flags = record.flags;
    return 0;
}

struct listener_record {
    u64 inode;
    u64 group;
    u64 local[2];
    u16 local_port;
    u16 family;
    u32 pid;
    u32 length;
    u32 limit;
};

SEC("iter/bpf_map_elem") int read_listeners(struct bpf_iter__bpf_map_elem *ctx)
{
    u64 *key = ctx->key;
    struct listener *listener = ctx->value;
    if (!key || !listener)
        return 0;
    struct sock *sock = (void *)*key;
    struct listener_record record = {
        .inode = listener->inode,
        .group = listener->group,
        .local = { listener->local[0], listener->local[1] },
        .local_port = __builtin_bswap16(BPF_CORE_READ(sock, __sk_common.skc_num)),
        .family = listener->family,
        .pid = listener->pid,
        .length = BPF_CORE_READ(sock, sk_ack_backlog),
        .limit = BPF_CORE_READ(sock, sk_max_ack_backlog),
    };
    if (BPF_CORE_READ(sock, __sk_common.skc_state) == TCP_LISTEN)
        bpf_seq_write(ctx->meta->seq, &record, sizeof(record));
    return 0;
}

/* Run once at the start: the sockets that listen already. */
SEC("iter/task_file") int find_listeners(struct bpf_iter__task_file *ctx)
{
    struct file *file = ctx->file;
    struct task_struct *task = ctx->task;
    if (!file || !task || (BPF_CORE_READ(file, f_inode, i_mode) & MODE_TYPE) != MODE_SOCKET)
        return 0;
    struct socket *socket = BPF_CORE_READ(file, private_data);
    struct sock *sock = BPF_CORE_READ(socket, sk);
    u16 family = BPF_CORE_READ(sock, __sk_common.skc_family);
    if (family != FAMILY_INET && family != FAMILY_INET6)
        return 0;
    if (BPF_CORE_READ(sock, sk_protocol) == PROTOCOL_TCP && BPF_CORE_READ(sock, __sk_common.skc_state) == TCP_LISTEN)
        add_listener(sock, task);
    return 0;
}
