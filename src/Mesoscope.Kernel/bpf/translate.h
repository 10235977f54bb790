/* SPDX-License-Identifier: GPL-2.0-only OR Apache-2.0 */
/* Values of the kernel in the words of the capture format; names and values in Schema/Data/names.tsv. Used by tables/fillers.tsv. */
#pragma once
#include "event.h"

/* A descriptor number: 32 bits with sign in the call, 64 in the event. */
#define number32(value) ((u64)(s64)(s32)(value))

/* open: the low two bits are a number, 0 read, 1 write, 2 both; in the event they are two bits. From asm-generic/fcntl.h. */
static __always_inline u32 open_flags(u32 flags)
{
    u32 result = 0;
    u32 access = flags & 3;
    if (access == 0)
        result |= 1 << 0;
    else if (access == 1)
        result |= 1 << 1;
    else if (access == 2)
        result |= 3;
#define MOVE(from, to) \
    if (flags & (from)) \
        result |= (to)
    MOVE(00100, 1 << 2);       /* O_CREAT */
    MOVE(02000, 1 << 3);       /* O_APPEND */
    MOVE(010000, 1 << 4);      /* O_DSYNC */
    MOVE(00200, 1 << 5);       /* O_EXCL */
    MOVE(04000, 1 << 6);       /* O_NONBLOCK */
    MOVE(04000000, 1 << 7);    /* O_SYNC */
    MOVE(01000, 1 << 8);       /* O_TRUNC */
#if defined(__TARGET_ARCH_arm64)
    MOVE(0200000, 1 << 9);     /* O_DIRECT */
    MOVE(040000, 1 << 10);     /* O_DIRECTORY */
    MOVE(0400000, 1 << 11);    /* O_LARGEFILE */
#else
    MOVE(040000, 1 << 9);      /* O_DIRECT */
    MOVE(0200000, 1 << 10);    /* O_DIRECTORY */
    MOVE(0100000, 1 << 11);    /* O_LARGEFILE */
#endif
    MOVE(02000000, 1 << 12);   /* O_CLOEXEC */
    MOVE(020000000, 1 << 13);  /* O_TMPFILE, which has O_DIRECTORY beside it */
#undef MOVE
    return result;
}

/* The mode of a file that may be made; without O_CREAT or O_TMPFILE it is not looked at. */
static __always_inline u32 open_mode(u32 flags, u32 mode)
{
    return flags & (00100 | 020000000) ? mode : 0;
}
