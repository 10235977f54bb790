/* SPDX-License-Identifier: GPL-2.0-only OR Apache-2.0 */
/* Reading into and writing from several places at once. */
#include "../translate.h"
#include "../vector.h"

/* What was read; after a failure the room that there was, and no payload. */
static __always_inline void grow_read(struct growing *event, s64 ret, u64 from, u64 count)
{
    struct vectors vectors;
    read_vectors(event, &vectors, from, count);
    grow64(event, ret);
    grow32(event, ret >= 0 && ret < vectors.bytes ? ret : vectors.bytes);
    grow_vectors(event, &vectors, ret > 0 ? ret : 0);
}

/* What was written; after a failure what should have been. */
static __always_inline void grow_written(struct growing *event, s64 ret, u64 from, u64 count)
{
    struct vectors vectors;
    read_vectors(event, &vectors, from, count);
    grow64(event, ret);
    grow_vectors(event, &vectors, ret > 0 ? ret : vectors.bytes);
}

static __always_inline void grow_vector_bytes(struct growing *event, u64 from, u64 count)
{
    struct vectors vectors;
    read_vectors(event, &vectors, from, count);
    grow32(event, vectors.bytes);
}

EXIT(syscall_readv_x)
{
    struct growing event;
    if (!begin_growing(&event, EVENT_SYSCALL_READV_X, 3))
        return;
    grow_read(&event, ret, arg1, arg2);
    end_growing(&event);
}

EXIT(syscall_preadv_x)
{
    struct growing event;
    if (!begin_growing(&event, EVENT_SYSCALL_PREADV_X, 3))
        return;
    grow_read(&event, ret, arg1, arg2);
    end_growing(&event);
}

ENTER(syscall_writev_e)
{
    struct growing event;
    if (!begin_growing(&event, EVENT_SYSCALL_WRITEV_E, 2))
        return;
    grow64(&event, number32(arg0));
    grow_vector_bytes(&event, arg1, arg2);
    end_growing(&event);
}

EXIT(syscall_writev_x)
{
    struct growing event;
    if (!begin_growing(&event, EVENT_SYSCALL_WRITEV_X, 2))
        return;
    grow_written(&event, ret, arg1, arg2);
    end_growing(&event);
}

ENTER(syscall_pwritev_e)
{
    struct growing event;
    if (!begin_growing(&event, EVENT_SYSCALL_PWRITEV_E, 3))
        return;
    grow64(&event, number32(arg0));
    grow_vector_bytes(&event, arg1, arg2);
    grow64(&event, arg3);
    end_growing(&event);
}

EXIT(syscall_pwritev_x)
{
    struct growing event;
    if (!begin_growing(&event, EVENT_SYSCALL_PWRITEV_X, 2))
        return;
    grow_written(&event, ret, arg1, arg2);
    end_growing(&event);
}
