/* SPDX-License-Identifier: GPL-2.0-only OR Apache-2.0 */
/* Waiting for several descriptors. */
#include "../growing.h"
#include "../repeat.h"
#include "../translate.h"

/* Descriptors in an event at most: before kernel 5.17 the verifier goes through every round. Further ones are left out. */
#define MAX_POLLED 256

/* Bytes of a descriptor in the list: number (8), events (2). */
#define POLLED_BYTES 10

/* struct pollfd of asm-generic/poll.h. */
struct polled {
    s32 descriptor;
    u16 wanted;
    u16 happened;
};

/* The first three, POLLIN, POLLPRI and POLLOUT, agree; the format has POLLRDHUP behind them. From asm-generic/poll.h. */
static __always_inline u16 poll_events(u16 events)
{
    return (events & 7) | (events & 0x3f8) << 1 | (events & 0x2000) >> 10;
}

/* A list that is being put into an event. */
struct polling {
    const struct polled *list;
    u8 *event;
    /* In the event: how many are shown. Counted there, or the verifier would keep apart the ways to each number. */
    volatile u16 *shown;
    u32 position;
    u32 is_exit;
};

static long put_one_polled(u32 index, void *context)
{
    struct polling *polling = context;
    if (index >= MAX_POLLED)
        return 1;
    const struct polled *one = &polling->list[index];
    u16 events = polling->is_exit ? one->happened : one->wanted;
    if (polling->is_exit && !events)
        return 0;
    u8 *place = polling->event + ((polling->position + 2 + *polling->shown * POLLED_BYTES) & POSITION_MASK);
    put64(place, (s64)one->descriptor);
    put16(place + 8, poll_events(events));
    *polling->shown += 1;
    return 0;
}

/*
 * Puts the list at a position of the event: how many (2), then each. At enter all with what is waited for, at exit those to which
 * something happened. Says how many there are; negative when they cannot be read. Global, so that the verifier goes through it once.
 */
__noinline int put_polled(u32 position, u64 from, u32 count, u32 is_exit)
{
    u8 *event = growing_bytes();
    struct polled *list = my_scratch();
    if (!event || !list)
        return -1;
    if (count > MAX_POLLED)
        count = MAX_POLLED;
    struct polling polling = {list, event, (u16 *)(event + (position & POSITION_MASK)), position, is_exit};
    *polling.shown = 0;
    if (bpf_probe_read_user(list, count * sizeof(struct polled), (void *)from))
        return -1;
    REPEAT(count, MAX_POLLED, put_one_polled, &polling);
    return *polling.shown;
}

static __always_inline void grow_polled(struct growing *event, u64 from, u32 count, u32 is_exit)
{
    int shown = put_polled(event->end, from, count, is_exit);
    if (shown < 0) {
        count_fault(event->ring, from);
        shown = 0;
    }
    grow(event, 2 + shown * POLLED_BYTES);
}

ENTER(syscall_poll_e)
{
    struct growing event;
    if (!begin_growing(&event, EVENT_SYSCALL_POLL_E, 2))
        return;
    grow_polled(&event, arg0, arg1, 0);
    grow64(&event, number32(arg2));
    end_growing(&event);
}

/* poll and ppoll. The kernel writes what happened unless the call fails. */
EXIT(syscall_poll_x)
{
    struct growing event;
    if (!begin_growing(&event, syscall_number(regs) == NUMBER_PPOLL ? EVENT_SYSCALL_PPOLL_X : EVENT_SYSCALL_POLL_X, 2))
        return;
    grow64(&event, ret);
    grow_polled(&event, arg0, ret > 0 ? arg1 : 0, 1);
    end_growing(&event);
}

/* Without a time it waits for ever, which is all ones in the format. */
ENTER(syscall_ppoll_e)
{
    struct growing event;
    if (!begin_growing(&event, EVENT_SYSCALL_PPOLL_E, 3))
        return;
    grow_polled(&event, arg0, arg1, 0);
    grow64(&event, arg2 ? user_time(arg2) : -1);
    grow32(&event, arg3 ? user32(arg3) : 0);
    end_growing(&event);
}
