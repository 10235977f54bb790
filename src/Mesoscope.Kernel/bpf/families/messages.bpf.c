/* SPDX-License-Identifier: GPL-2.0-only OR Apache-2.0 */
/* Data that goes through sockets. */
#include "../socket.h"
#include "../translate.h"
#include "../vector.h"

/* The beginning of struct user_msghdr of linux/socket.h. */
struct message {
    u64 name;
    s32 name_bytes;
    u64 vectors;
    u64 vector_count;
};

static __always_inline void read_message(struct growing *event, struct message *message, u64 from)
{
    if (bpf_probe_read_user(message, sizeof(*message), (void *)from)) {
        count_fault(event->ring, from);
        __builtin_memset(message, 0, sizeof(*message));
    }
}

/* The tuple of a call that gives or takes an address; the socket of others is known from before. */
static __always_inline void grow_given_tuple(struct growing *event, s64 descriptor, enum direction direction, u64 from, s32 bytes)
{
    if (!from || (direction == OUTBOUND && bytes <= 0)) {
        grow_empty(event);
        return;
    }
    struct address given;
    read_address(event, &given, from, bytes);
    grow_tuple(event, descriptor, direction, &given);
}

ENTER(socket_sendto_e)
{
    struct growing event;
    if (!begin_growing(&event, EVENT_SOCKET_SENDTO_E, 3))
        return;
    grow64(&event, number32(arg0));
    grow32(&event, arg2);
    grow_given_tuple(&event, number32(arg0), OUTBOUND, arg4, arg5);
    end_growing(&event);
}

EXIT(socket_recvfrom_x)
{
    struct growing event;
    if (!begin_growing(&event, EVENT_SOCKET_RECVFROM_X, 3))
        return;
    grow64(&event, ret);
    grow_payload(&event, arg1, ret > 0 ? ret : 0);
    grow_given_tuple(&event, number32(arg0), INBOUND, ret >= 0 ? arg4 : 0, arg5 ? user32(arg5) : 0);
    end_growing(&event);
}

ENTER(socket_sendmsg_e)
{
    struct growing event;
    if (!begin_growing(&event, EVENT_SOCKET_SENDMSG_E, 3))
        return;
    struct message message;
    struct vectors vectors;
    read_message(&event, &message, arg1);
    read_vectors(&event, &vectors, message.vectors, message.vector_count);
    grow64(&event, number32(arg0));
    grow32(&event, vectors.bytes);
    grow_given_tuple(&event, number32(arg0), OUTBOUND, message.name, message.name_bytes);
    end_growing(&event);
}

EXIT(socket_sendmsg_x)
{
    struct growing event;
    if (!begin_growing(&event, EVENT_SOCKET_SENDMSG_X, 2))
        return;
    struct message message;
    struct vectors vectors;
    read_message(&event, &message, arg1);
    read_vectors(&event, &vectors, message.vectors, message.vector_count);
    grow64(&event, ret);
    grow_vectors(&event, &vectors, ret > 0 ? ret : vectors.bytes);
    end_growing(&event);
}

EXIT(socket_recvmsg_x)
{
    struct growing event;
    if (!begin_growing(&event, EVENT_SOCKET_RECVMSG_X, 4))
        return;
    struct message message;
    struct vectors vectors;
    read_message(&event, &message, arg1);
    read_vectors(&event, &vectors, message.vectors, message.vector_count);
    grow64(&event, ret);
    grow32(&event, ret >= 0 && ret < vectors.bytes ? ret : vectors.bytes);
    grow_vectors(&event, &vectors, ret > 0 ? ret : 0);
    grow_given_tuple(&event, number32(arg0), INBOUND, ret >= 0 ? message.name : 0, message.name_bytes);
    end_growing(&event);
}
