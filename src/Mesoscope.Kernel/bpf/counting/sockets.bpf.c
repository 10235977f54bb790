/* SPDX-License-Identifier: GPL-2.0-only OR Apache-2.0 */
/* Connections that close, and sockets that begin and cease to listen. */
#include "connection.h"

/* From net/tcp_states.h. */
enum tcp_state { TCP_FIN_WAIT1 = 4, TCP_CLOSE = 7, TCP_LAST_ACK = 9, TCP_LISTEN = 10 };

#define PROTOCOL_TCP 6

struct listener {
    u64 inode;
    u64 group;
    u64 local[2];
    u16 local_port;
    u16 family;
    u32 pid;
};

/* By the kernel's address of the socket. */
struct {
    __uint(type, MAP_HASH);
    __uint(max_entries, 4096);
    __type(key, u64);
    __type(value, struct listener);
} listeners SEC(".maps");

static __always_inline u64 socket_inode(struct sock *sock)
{
    struct socket_alloc *whole = (void *)BPF_CORE_READ(sock, sk_socket) - bpf_core_field_offset(struct socket_alloc, socket);
    return BPF_CORE_READ(whole, vfs_inode.i_ino);
}

static __always_inline void add_listener(struct sock *sock, struct task_struct *task)
{
    u64 key = (u64)sock;
    struct connection ends = {};
    struct listener listener = {};
    read_addresses(&ends, sock);
    listener.inode = socket_inode(sock);
    listener.group = group_of_task(task);
    listener.pid = BPF_CORE_READ(task, tgid);
    listener.local[0] = ends.local[0];
    listener.local[1] = ends.local[1];
    listener.local_port = ends.local_port;
    listener.family = ends.family;
    if (bpf_map_update_elem(&listeners, &key, &listener, BPF_ANY))
        my_drops()->listeners++;
}

HOOK("inet_sock_set_state") int note_state(u64 *ctx)
{
    struct sock *sock = (void *)ctx[0];
    int before = ctx[1];
    int after = ctx[2];
    u64 key = (u64)sock;
    if (before == TCP_LISTEN)
        bpf_map_delete_elem(&listeners, &key);
    /* The port may still be 0 here: it is read with the queue. Only the thread that calls listen gets a socket there. */
    else if (after == TCP_LISTEN)
        add_listener(sock, current_task());
    if (after != TCP_FIN_WAIT1 && after != TCP_LAST_ACK && after != TCP_CLOSE)
        return 0;
    u64 inode = socket_inode(sock);
    struct connection *connection = bpf_map_lookup_elem(&connections, &inode);
    if (connection)
        __sync_fetch_and_or(&connection->flags, CONNECTION_ENDED);
    return 0;
}
