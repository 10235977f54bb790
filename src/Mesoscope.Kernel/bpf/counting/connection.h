/* SPDX-License-Identifier: GPL-2.0-only OR Apache-2.0 */
/* What goes over a socket. The key is the socket's inode, which no other socket gets while the machine runs. */
#pragma once
#include "task.h"
#include "descriptor.h"

enum connection_flag {
    /* Accepted here. */
    CONNECTION_IN = 1,
    /* Begun here by connect. */
    CONNECTION_OUT = 2,
    /* Closed, or closing. */
    CONNECTION_ENDED = 4,
};

struct connection {
    u64 bytes_in, bytes_out, operations;
    /* The same numbers as the reader saw them last; only the reader writes these. */
    u64 read_in, read_out, read_operations;
    u64 group;
    /* Addresses and ports in the network's order; IPv4 in the first four bytes. */
    u64 local[2];
    u64 remote[2];
    u16 local_port, remote_port;
    u16 family, protocol;
    u32 pid;
    u32 flags;
    u32 read_flags;
    /* How many readings found nothing new. */
    u32 idle;
};

struct {
    __uint(type, MAP_HASH);
    __uint(max_entries, 32768);
    __type(key, u64);
    __type(value, struct connection);
} connections SEC(".maps");

static __always_inline void read_addresses(struct connection *connection, struct sock *sock)
{
    connection->family = BPF_CORE_READ(sock, __sk_common.skc_family);
    connection->protocol = BPF_CORE_READ(sock, sk_protocol);
    connection->local_port = __builtin_bswap16(BPF_CORE_READ(sock, __sk_common.skc_num));
    connection->remote_port = BPF_CORE_READ(sock, __sk_common.skc_dport);
    if (connection->family == FAMILY_INET) {
        connection->local[0] = BPF_CORE_READ(sock, __sk_common.skc_rcv_saddr);
        connection->remote[0] = BPF_CORE_READ(sock, __sk_common.skc_daddr);
    } else if (bpf_core_field_exists(sock->__sk_common.skc_v6_daddr)) {
        bpf_core_read(connection->local, sizeof(connection->local), &sock->__sk_common.skc_v6_rcv_saddr);
        bpf_core_read(connection->remote, sizeof(connection->remote), &sock->__sk_common.skc_v6_daddr);
    }
}

/* The connection of a socket, made when it is new; 0 when there is no room for it. */
static __noinline struct connection *connection_of(struct sock *sock, u64 inode, struct task_struct *task)
{
    struct connection *connection = bpf_map_lookup_elem(&connections, &inode);
    if (connection)
        return connection;
    struct connection fresh = {};
    fresh.group = group_of_task(task);
    fresh.pid = READ(task, tgid);
    read_addresses(&fresh, sock);
    bpf_map_update_elem(&connections, &inode, &fresh, BPF_NOEXIST);
    connection = bpf_map_lookup_elem(&connections, &inode);
    if (!connection)
        my_drops()->connections++;
    return connection;
}

static __always_inline void count_on_connection(struct seen *seen, struct task_struct *task, u64 bytes, u32 is_out)
{
    if (!settings.counts_connections)
        return;
    struct connection *connection = connection_of(seen->sock, seen->inode, task);
    if (!connection)
        return;
    __sync_fetch_and_add(&connection->operations, 1);
    __sync_fetch_and_add(is_out ? &connection->bytes_out : &connection->bytes_in, bytes);
}

/* True when the connection has got the flag just now, or nobody keeps flags. */
static __always_inline u32 flag_connection(struct seen *seen, struct task_struct *task, u32 flag)
{
    if (!settings.counts_connections)
        return 1;
    struct connection *connection = connection_of(seen->sock, seen->inode, task);
    if (!connection)
        return 1;
    return !(__sync_fetch_and_or(&connection->flags, flag) & flag);
}
