/* SPDX-License-Identifier: GPL-2.0-only OR Apache-2.0 */
/* Sockets, their addresses, and both as parameters: the family, then by family what grow_address and grow_tuple say. */
#pragma once
#include "growing.h"
#include "task.h"

/* From linux/socket.h; those of the format are the same. */
enum { FAMILY_UNIX = 1, FAMILY_INET = 2, FAMILY_INET6 = 10 };

/* From linux/net.h. */
#define SOCKET_STREAM 1

/* sizeof(struct sockaddr_un), the longest of the three. */
#define MAX_ADDRESS_BYTES 110

/* What all addresses begin with; port and IP address in the network's order. The path of a Unix address lies behind the family. */
struct address {
    u16 family;
    u16 port;
    u32 ip4;
    u64 ip6[2];
    u64 rest[11];
};

enum direction { INBOUND, OUTBOUND };

/* Bounded in 64 bits, or the verifier could not follow: the compiler compares halves where it can. */
static __always_inline u64 address_bytes(u32 bytes)
{
    u64 size = bytes;
    barrier_var(size);
    return size < MAX_ADDRESS_BYTES ? size : MAX_ADDRESS_BYTES;
}

/* An address in the program's memory; negative when there is one that cannot be read. Without one, and then, the family is 0. */
static __always_inline long read_address_if_there(struct address *address, u64 from, s32 bytes)
{
    __builtin_memset(address, 0, sizeof(*address));
    if (!from || bytes <= 0)
        return 0;
    u64 size = address_bytes(bytes);
    long error = bpf_probe_read_user(address, size, (void *)from);
    if (error)
        address->family = 0;
    return error;
}

/* ...what cannot be read is counted. */
static __always_inline void read_address(struct growing *event, struct address *address, u64 from, s32 bytes)
{
    if (read_address_if_there(address, from, bytes))
        count_fault(event->ring, from);
}

/* The name that a Unix socket has got; empty when it has none. */
static __always_inline void read_unix_name(struct address *address, struct sock *sock)
{
    __builtin_memset(address, 0, sizeof(*address));
    struct unix_address *name = BPF_CORE_READ((struct unix_sock *)sock, addr);
    u64 size = address_bytes(BPF_CORE_READ(name, len));
    bpf_probe_read_kernel(address, size, (void *)name + bpf_core_field_offset(struct unix_address, name));
}

/* Writes the path and its NUL behind the parameter's first bytes, and says how many they are with these. */
static __always_inline u32 put_path(struct growing *event, u32 first, struct address *address)
{
    char *path = (char *)address + 2;
    /* The name of an abstract socket begins with NUL. */
    if (!path[0] && path[1])
        path[0] = '@';
    long bytes = bpf_probe_read_kernel_str(growing_end(event) + first, MAX_ADDRESS_BYTES - 1, path);
    return first + (bytes & 127);
}

/* IP address, port; or path. Other families are empty. */
static __always_inline void grow_address(struct growing *event, struct address *address)
{
    u8 *end = growing_end(event);
    put8(end, address->family);
    if (address->family == FAMILY_INET) {
        put32(end + 1, address->ip4);
        put16(end + 5, __builtin_bswap16(address->port));
        grow(event, 7);
    } else if (address->family == FAMILY_INET6) {
        put64(end + 1, address->ip6[0]);
        put64(end + 9, address->ip6[1]);
        put16(end + 17, __builtin_bswap16(address->port));
        grow(event, 19);
    } else if (address->family == FAMILY_UNIX) {
        grow(event, put_path(event, 1, address));
    } else {
        grow_empty(event);
    }
}

/* The socket behind a descriptor of the current task; 0 when it is none. */
static __always_inline struct socket *socket_of(s64 descriptor)
{
    struct file *file = file_of(descriptor);
    if (!file || (BPF_CORE_READ(file, f_inode, i_mode) & 0170000) != 0140000)
        return 0;
    return BPF_CORE_READ(file, private_data);
}

/* The address given by the program counts where the kernel has no other: before a connection, and for each datagram. */
static __always_inline int takes_given(struct address *remote, struct address *given, s16 type)
{
    return given->family == remote->family && (type != SOCKET_STREAM || !remote->port);
}

static __always_inline void grow_tuple4(struct growing *event, struct sock *sock, s16 type, enum direction direction, struct address *given)
{
    struct address local = {}, remote = {.family = FAMILY_INET};
    struct inet_sock *inet = (struct inet_sock *)sock;
    local.ip4 = BPF_CORE_READ(sock, __sk_common.skc_rcv_saddr);
    if (!local.ip4)
        local.ip4 = BPF_CORE_READ(inet, inet_saddr);
    local.port = BPF_CORE_READ(inet, inet_sport);
    remote.port = BPF_CORE_READ(sock, __sk_common.skc_dport);
    if (takes_given(&remote, given, type)) {
        remote.ip4 = given->ip4;
        remote.port = given->port;
    } else {
        remote.ip4 = BPF_CORE_READ(sock, __sk_common.skc_daddr);
    }
    u8 *end = growing_end(event);
    u8 *local_end = end + (direction == INBOUND ? 7 : 1);
    u8 *remote_end = end + (direction == INBOUND ? 1 : 7);
    put8(end, FAMILY_INET);
    put32(local_end, local.ip4);
    put16(local_end + 4, __builtin_bswap16(local.port));
    put32(remote_end, remote.ip4);
    put16(remote_end + 4, __builtin_bswap16(remote.port));
    grow(event, 13);
}

static __always_inline void grow_tuple6(struct growing *event, struct sock *sock, s16 type, enum direction direction, struct address *given)
{
    struct address local = {}, remote = {.family = FAMILY_INET6};
    struct inet_sock *inet = (struct inet_sock *)sock;
    bpf_core_read(local.ip6, sizeof(local.ip6), &sock->__sk_common.skc_v6_rcv_saddr);
    if (!local.ip6[0] && !local.ip6[1]) {
        struct ipv6_pinfo *pinet6 = BPF_CORE_READ(inet, pinet6);
        bpf_core_read(local.ip6, sizeof(local.ip6), &pinet6->saddr);
    }
    local.port = BPF_CORE_READ(inet, inet_sport);
    remote.port = BPF_CORE_READ(sock, __sk_common.skc_dport);
    if (takes_given(&remote, given, type)) {
        remote.ip6[0] = given->ip6[0];
        remote.ip6[1] = given->ip6[1];
        remote.port = given->port;
    } else {
        bpf_core_read(remote.ip6, sizeof(remote.ip6), &sock->__sk_common.skc_v6_daddr);
    }
    u8 *end = growing_end(event);
    u8 *local_end = end + (direction == INBOUND ? 19 : 1);
    u8 *remote_end = end + (direction == INBOUND ? 1 : 19);
    put8(end, FAMILY_INET6);
    put64(local_end, local.ip6[0]);
    put64(local_end + 8, local.ip6[1]);
    put16(local_end + 16, __builtin_bswap16(local.port));
    put64(remote_end, remote.ip6[0]);
    put64(remote_end + 8, remote.ip6[1]);
    put16(remote_end + 16, __builtin_bswap16(remote.port));
    grow(event, 37);
}

/* Both ends are the kernel's addresses of the sockets, and the path is that of the end which listens. */
static __always_inline void grow_unix_tuple(struct growing *event, struct sock *sock, enum direction direction, struct address *given)
{
    struct sock *peer = BPF_CORE_READ((struct unix_sock *)sock, peer);
    if (direction == INBOUND)
        read_unix_name(given, sock);
    else if (given->family != FAMILY_UNIX)
        read_unix_name(given, peer);
    u8 *end = growing_end(event);
    put8(end, FAMILY_UNIX);
    put64(end + 1, (u64)(direction == INBOUND ? sock : peer));
    put64(end + 9, (u64)(direction == INBOUND ? peer : sock));
    grow(event, put_path(event, 17, given));
}

/*
 * Source address and port, then the destination's; or source, destination and path. The source is this end when the data goes out
 * and the other when it comes in. The address given by the program is used up. Empty when the descriptor is no such socket.
 */
static __always_inline void grow_tuple(struct growing *event, s64 descriptor, enum direction direction, struct address *given)
{
    struct socket *socket = socket_of(descriptor);
    struct sock *sock = BPF_CORE_READ(socket, sk);
    s16 type = BPF_CORE_READ(socket, type);
    u16 family = BPF_CORE_READ(sock, __sk_common.skc_family);
    if (family == FAMILY_INET)
        grow_tuple4(event, sock, type, direction, given);
    else if (family == FAMILY_INET6 && bpf_core_field_exists(sock->__sk_common.skc_v6_daddr))
        grow_tuple6(event, sock, type, direction, given);
    else if (family == FAMILY_UNIX && bpf_core_type_exists(struct unix_sock))
        grow_unix_tuple(event, sock, direction, given);
    else
        grow_empty(event);
}
