/* SPDX-License-Identifier: GPL-2.0-only OR Apache-2.0 */
/* Made by tools/Mesoscope.SchemaGenerator from the schema and bpf/tables; do not edit. */
#pragma once
#include "../growing.h"
#include "../translate.h"

ENTER(syscall_open_e)
{
    struct growing event;
    if (!begin_growing(&event, EVENT_SYSCALL_OPEN_E, 3))
        return;
    grow_text(&event, arg0);
    grow32(&event, open_flags(arg1));
    grow32(&event, open_mode(arg1, arg2));
    end_growing(&event);
}

ENTER(syscall_close_e)
{
    u8 *event = begin_event(EVENT_SYSCALL_CLOSE_E, 1, 36, 36);
    if (!event)
        return;
    put16(event + 26, 8);
    put64(event + 28, number32(arg0));
    end_event(event);
}

EXIT(syscall_close_x)
{
    u8 *event = begin_event(EVENT_SYSCALL_CLOSE_X, 1, 36, 36);
    if (!event)
        return;
    put16(event + 26, 8);
    put64(event + 28, ret);
    end_event(event);
}

ENTER(syscall_read_e)
{
    u8 *event = begin_event(EVENT_SYSCALL_READ_E, 2, 42, 42);
    if (!event)
        return;
    put16(event + 26, 8);
    put16(event + 28, 4);
    put64(event + 30, number32(arg0));
    put32(event + 38, arg2);
    end_event(event);
}

EXIT(syscall_read_x)
{
    struct growing event;
    if (!begin_growing(&event, EVENT_SYSCALL_READ_X, 2))
        return;
    grow64(&event, ret);
    grow_payload(&event, arg1, ret > 0 ? ret : 0);
    end_growing(&event);
}

ENTER(syscall_write_e)
{
    u8 *event = begin_event(EVENT_SYSCALL_WRITE_E, 2, 42, 42);
    if (!event)
        return;
    put16(event + 26, 8);
    put16(event + 28, 4);
    put64(event + 30, number32(arg0));
    put32(event + 38, arg2);
    end_event(event);
}

EXIT(syscall_write_x)
{
    struct growing event;
    if (!begin_growing(&event, EVENT_SYSCALL_WRITE_X, 2))
        return;
    grow64(&event, ret);
    grow_payload(&event, arg1, ret > 0 ? ret : arg2);
    end_growing(&event);
}

ENTER(syscall_openat_2_e)
{
    struct growing event;
    if (!begin_growing(&event, EVENT_SYSCALL_OPENAT_2_E, 4))
        return;
    grow64(&event, number32(arg0));
    grow_text(&event, arg1);
    grow32(&event, open_flags(arg2));
    grow32(&event, open_mode(arg2, arg3));
    end_growing(&event);
}
