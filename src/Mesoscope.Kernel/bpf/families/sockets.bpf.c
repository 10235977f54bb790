/* SPDX-License-Identifier: GPL-2.0-only OR Apache-2.0 */
/* Sockets are made, named, connected and set up. */
#include "../socket.h"
#include "../translate.h"

/* Bytes of an option's value at most; those of the kernel's own options are far shorter, firewall rules can be longer. */
#define MAX_OPTION_BYTES 4096

/* SOL_SOCKET of asm-generic/socket.h. */
#define LEVEL_SOCKET 1

EXIT(socket_bind_x)
{
    struct growing event;
    if (!begin_growing(&event, EVENT_SOCKET_BIND_X, 2))
        return;
    struct address address;
    read_address(&event, &address, arg1, arg2);
    grow64(&event, ret);
    grow_address(&event, &address);
    end_growing(&event);
}

/* The end of the call tells the address once more: see grow_early_text. */
ENTER(socket_connect_e)
{
    struct growing event;
    if (!begin_growing(&event, EVENT_SOCKET_CONNECT_E, 2))
        return;
    struct address address;
    read_address_if_there(&address, arg1, arg2);
    grow64(&event, number32(arg0));
    grow_address(&event, &address);
    end_growing(&event);
}

EXIT(socket_connect_x)
{
    struct growing event;
    if (!begin_growing(&event, EVENT_SOCKET_CONNECT_X, 2))
        return;
    struct address address;
    read_address(&event, &address, arg1, arg2);
    grow64(&event, ret);
    grow_tuple(&event, number32(arg0), OUTBOUND, &address);
    end_growing(&event);
}

/* The queue is that of the listening socket, which is still known when the call failed. */
static __always_inline void grow_accepted(struct growing *event, s64 ret, s64 listening)
{
    struct address none = {};
    grow64(event, ret);
    grow_tuple(event, ret, INBOUND, &none);
    struct sock *sock = BPF_CORE_READ(socket_of(listening), sk);
    u32 waiting = BPF_CORE_READ(sock, sk_ack_backlog);
    u32 most = BPF_CORE_READ(sock, sk_max_ack_backlog);
    grow8(event, most ? (u64)waiting * 100 / most : 0);
    grow32(event, waiting);
    grow32(event, most);
}

EXIT(socket_accept_5_x)
{
    struct growing event;
    if (!begin_growing(&event, EVENT_SOCKET_ACCEPT_5_X, 5))
        return;
    grow_accepted(&event, ret, number32(arg0));
    end_growing(&event);
}

EXIT(socket_accept4_5_x)
{
    struct growing event;
    if (!begin_growing(&event, EVENT_SOCKET_ACCEPT4_5_X, 5))
        return;
    grow_accepted(&event, ret, number32(arg0));
    end_growing(&event);
}

EXIT(socket_socketpair_x)
{
    struct growing event;
    if (!begin_growing(&event, EVENT_SOCKET_SOCKETPAIR_X, 5))
        return;
    s64 first = ret ? 0 : number32(user32(arg3));
    s64 second = ret ? 0 : number32(user32(arg3 + 4));
    struct sock *sock = ret ? 0 : BPF_CORE_READ(socket_of(first), sk);
    grow64(&event, ret);
    grow64(&event, first);
    grow64(&event, second);
    grow64(&event, (u64)sock);
    grow64(&event, (u64)BPF_CORE_READ((struct unix_sock *)sock, peer));
    end_growing(&event);
}

/* SOL_TCP is 6 in the kernel; levels that the format does not name are 0. */
static __always_inline u8 option_level(s32 level)
{
    return level == LEVEL_SOCKET ? 1 : level == 6 ? 2 : 0;
}

/* Up to SO_ATTACH_BPF the numbers agree, then the format has three more. From asm-generic/socket.h. */
static __always_inline u8 option_name(s32 level, u32 name)
{
    if (level != LEVEL_SOCKET)
        return 0;
    if (name <= 50)
        return name;
    return name == 55 ? 52 /* SO_MEMINFO */ : name == 57 ? 53 /* SO_COOKIE */ : name == 59 ? 51 /* SO_PEERGROUPS */ : 0;
}

/* How the value of an option is to be read: the index of a variant of sockopt_dynamic_param. */
enum option_type { OPTION_BYTES = 0, OPTION_ERROR = 1, OPTION_NUMBER = 2, OPTION_LARGE_NUMBER = 3, OPTION_TIME = 4 };

/* Those of SOL_SOCKET that are no number of 32 bits, of the first 50: texts, structures, and what has a type of its own. */
#define IS_NO_NUMBER                                                                          \
    (1ULL << 0 | 1ULL << 4 | 1ULL << 13 /* SO_LINGER */ | 1ULL << 17 /* SO_PEERCRED */ |      \
     1ULL << 20 | 1ULL << 21 | 1ULL << 25 /* SO_BINDTODEVICE */ | 1ULL << 26 /* SO_ATTACH_FILTER */ | \
     1ULL << 28 /* SO_PEERNAME */ | 1ULL << 31 /* SO_PEERSEC */)

static __always_inline enum option_type option_type(s32 level, u32 name, u32 bytes)
{
    if (level != LEVEL_SOCKET)
        return OPTION_BYTES;
    if (name == 4 /* SO_ERROR */ && bytes >= 4)
        return OPTION_ERROR;
    if ((name == 20 /* SO_RCVTIMEO */ || name == 21 /* SO_SNDTIMEO */) && bytes >= 16)
        return OPTION_TIME;
    if (name == 57 /* SO_COOKIE */ && bytes >= 8)
        return OPTION_LARGE_NUMBER;
    return name < 50 && bytes == 4 && !(IS_NO_NUMBER >> name & 1) ? OPTION_NUMBER : OPTION_BYTES;
}

/* The type's index, then the value. */
static __always_inline void grow_option(struct growing *event, s32 level, u32 name, u64 address, u32 bytes)
{
    u8 *end = growing_end(event);
    enum option_type type = option_type(level, name, bytes);
    put8(end, type);
    if (type == OPTION_ERROR) {
        put64(end + 1, -(s64)(s32)user32(address));
        grow(event, 9);
    } else if (type == OPTION_NUMBER) {
        put32(end + 1, user32(address));
        grow(event, 5);
    } else if (type == OPTION_LARGE_NUMBER) {
        put64(end + 1, user64(address));
        grow(event, 9);
    } else if (type == OPTION_TIME) {
        put64(end + 1, user64(address) * 1000000000 + user64(address + 8) * 1000);
        grow(event, 9);
    } else {
        /* As in address_bytes. */
        u64 size = bytes;
        barrier_var(size);
        size = size < MAX_OPTION_BYTES ? size : MAX_OPTION_BYTES;
        if (size && bpf_probe_read_user(end + 1, size, (void *)address)) {
            count_fault(event->ring, address);
            size = 0;
        }
        grow(event, 1 + size);
    }
}

EXIT(socket_setsockopt_x)
{
    struct growing event;
    if (!begin_growing(&event, EVENT_SOCKET_SETSOCKOPT_X, 6))
        return;
    grow64(&event, ret);
    grow64(&event, number32(arg0));
    grow8(&event, option_level(arg1));
    grow8(&event, option_name(arg1, arg2));
    grow_option(&event, arg1, arg2, arg3, arg4);
    grow32(&event, arg4);
    end_growing(&event);
}

/* After a failure there is no value: what lies at its place is the program's. */
EXIT(socket_getsockopt_x)
{
    struct growing event;
    if (!begin_growing(&event, EVENT_SOCKET_GETSOCKOPT_X, 6))
        return;
    u32 bytes = ret ? 0 : user32(arg4);
    grow64(&event, ret);
    grow64(&event, number32(arg0));
    grow8(&event, option_level(arg1));
    grow8(&event, option_name(arg1, arg2));
    grow_option(&event, arg1, arg2, arg3, bytes);
    grow32(&event, bytes);
    end_growing(&event);
}
