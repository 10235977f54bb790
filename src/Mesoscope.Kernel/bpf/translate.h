/* SPDX-License-Identifier: GPL-2.0-only OR Apache-2.0 */
/* Values of the kernel in the words of the capture format; names and values in Schema/Data/names.tsv. Used by tables/fillers.tsv. */
#pragma once
#include "event.h"

/* A descriptor number: 32 bits with sign in the call, 64 in the event. */
#define number32(value) ((u64)(s64)(s32)(value))

/* Numbers in the program's memory; 0 where there are none. */
static __always_inline u64 user64(u64 address)
{
    u64 value = 0;
    bpf_probe_read_user(&value, sizeof(value), (void *)address);
    return value;
}

static __always_inline u32 user32(u64 address)
{
    u32 value = 0;
    bpf_probe_read_user(&value, sizeof(value), (void *)address);
    return value;
}

static __always_inline u16 user16(u64 address)
{
    u16 value = 0;
    bpf_probe_read_user(&value, sizeof(value), (void *)address);
    return value;
}

/* A struct timespec as nanoseconds. */
static __always_inline u64 user_time(u64 address)
{
    return address ? user64(address) * 1000000000 + user64(address + 8) : 0;
}

#define MOVE(flags, from, to) \
    if ((flags) & (from))     \
        result |= (to)

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
    MOVE(flags, 00100, 1 << 2);       /* O_CREAT */
    MOVE(flags, 02000, 1 << 3);       /* O_APPEND */
    MOVE(flags, 010000, 1 << 4);      /* O_DSYNC */
    MOVE(flags, 00200, 1 << 5);       /* O_EXCL */
    MOVE(flags, 04000, 1 << 6);       /* O_NONBLOCK */
    MOVE(flags, 04000000, 1 << 7);    /* O_SYNC */
    MOVE(flags, 01000, 1 << 8);       /* O_TRUNC */
#if defined(__TARGET_ARCH_arm64)
    MOVE(flags, 0200000, 1 << 9);     /* O_DIRECT */
    MOVE(flags, 040000, 1 << 10);     /* O_DIRECTORY */
    MOVE(flags, 0400000, 1 << 11);    /* O_LARGEFILE */
#else
    MOVE(flags, 040000, 1 << 9);      /* O_DIRECT */
    MOVE(flags, 0200000, 1 << 10);    /* O_DIRECTORY */
    MOVE(flags, 0100000, 1 << 11);    /* O_LARGEFILE */
#endif
    MOVE(flags, 02000000, 1 << 12);   /* O_CLOEXEC */
    MOVE(flags, 020000000, 1 << 13);  /* O_TMPFILE, which has O_DIRECTORY beside it */
    return result;
}

/* The mode of a file that may be made; without O_CREAT or O_TMPFILE it is not looked at. */
static __always_inline u32 open_mode(u32 flags, u32 mode)
{
    return flags & (00100 | 020000000) ? mode : 0;
}

/* openat2: from linux/openat2.h. */
static __always_inline u32 resolve_flags(u64 flags)
{
    u32 result = flags & 0x20; /* RESOLVE_CACHED */
    MOVE(flags, 0x01, 1 << 4); /* RESOLVE_NO_XDEV */
    MOVE(flags, 0x02, 1 << 2); /* RESOLVE_NO_MAGICLINKS */
    MOVE(flags, 0x04, 1 << 3); /* RESOLVE_NO_SYMLINKS */
    MOVE(flags, 0x08, 1 << 0); /* RESOLVE_BENEATH */
    MOVE(flags, 0x10, 1 << 1); /* RESOLVE_IN_ROOT */
    return result;
}

/* mmap, mprotect: from asm-generic/mman-common.h. */
static __always_inline u32 prot_flags(u32 flags)
{
    u32 result = flags & 15;
    MOVE(flags, 0x01000000, 1 << 4); /* PROT_GROWSDOWN */
    MOVE(flags, 0x02000000, 1 << 5); /* PROT_GROWSUP */
    return result;
}

static __always_inline u32 mmap_flags(u32 flags)
{
    u32 result = flags & 3;
    MOVE(flags, 0x10, 1 << 2);    /* MAP_FIXED */
    MOVE(flags, 0x20, 1 << 3);    /* MAP_ANONYMOUS */
    MOVE(flags, 0x40, 1 << 4);    /* MAP_32BIT */
    MOVE(flags, 0x4000, 1 << 6);  /* MAP_NORESERVE */
    MOVE(flags, 0x8000, 1 << 7);  /* MAP_POPULATE */
    MOVE(flags, 0x10000, 1 << 8); /* MAP_NONBLOCK */
    MOVE(flags, 0x100, 1 << 9);   /* MAP_GROWSDOWN */
    MOVE(flags, 0x800, 1 << 10);  /* MAP_DENYWRITE */
    MOVE(flags, 0x1000, 1 << 11); /* MAP_EXECUTABLE */
    MOVE(flags, 0x2000, 1 << 14); /* MAP_LOCKED */
    return result;
}

/* clone, unshare, setns: from linux/sched.h. */
static __always_inline u32 clone_flags(u32 flags)
{
    u32 result = 0;
    MOVE(flags, 0x00000100, 1 << 15); /* CLONE_VM */
    MOVE(flags, 0x00000200, 1 << 1);  /* CLONE_FS */
    MOVE(flags, 0x00000400, 1 << 0);  /* CLONE_FILES */
    MOVE(flags, 0x00000800, 1 << 11); /* CLONE_SIGHAND */
    MOVE(flags, 0x00002000, 1 << 10); /* CLONE_PTRACE */
    MOVE(flags, 0x00004000, 1 << 27); /* CLONE_VFORK */
    MOVE(flags, 0x00008000, 1 << 8);  /* CLONE_PARENT */
    MOVE(flags, 0x00010000, 1 << 13); /* CLONE_THREAD */
    MOVE(flags, 0x00020000, 1 << 5);  /* CLONE_NEWNS */
    MOVE(flags, 0x00040000, 1 << 12); /* CLONE_SYSVSEM */
    MOVE(flags, 0x00080000, 1 << 25); /* CLONE_SETTLS */
    MOVE(flags, 0x00100000, 1 << 9);  /* CLONE_PARENT_SETTID */
    MOVE(flags, 0x00200000, 1 << 23); /* CLONE_CHILD_CLEARTID */
    MOVE(flags, 0x00800000, 1 << 14); /* CLONE_UNTRACED */
    MOVE(flags, 0x01000000, 1 << 24); /* CLONE_CHILD_SETTID */
    MOVE(flags, 0x02000000, 1 << 28); /* CLONE_NEWCGROUP */
    MOVE(flags, 0x04000000, 1 << 7);  /* CLONE_NEWUTS */
    MOVE(flags, 0x08000000, 1 << 3);  /* CLONE_NEWIPC */
    MOVE(flags, 0x10000000, 1 << 20); /* CLONE_NEWUSER */
    MOVE(flags, 0x20000000, 1 << 6);  /* CLONE_NEWPID */
    MOVE(flags, 0x40000000, 1 << 4);  /* CLONE_NEWNET */
    MOVE(flags, 0x80000000, 1 << 2);  /* CLONE_IO */
    return result;
}

/* execveat: from linux/fcntl.h. */
static __always_inline u32 execveat_flags(u32 flags)
{
    u32 result = 0;
    MOVE(flags, 0x1000, 1 << 0); /* AT_EMPTY_PATH */
    MOVE(flags, 0x100, 1 << 1);  /* AT_SYMLINK_NOFOLLOW */
    return result;
}

/* mount: an old magic number may stand in the upper half. From linux/mount.h. */
static __always_inline u32 mount_flags(u32 flags)
{
    return (flags & 0xffff0000) == 0xc0ed0000 ? flags & 0xffff : flags;
}

/* The numbers of both agree up to the last resource, RLIMIT_RTTIME. From asm-generic/resource.h. */
static __always_inline u8 rlimit_resource(u32 resource)
{
    return resource <= 15 ? resource : 255;
}

/* From linux/fcntl.h and asm-generic/fcntl.h. */
static __always_inline u8 fcntl_command(u32 command)
{
    /* F_DUPFD (0) to F_GETOWN_EX (16) */
    if (command <= 16) {
        switch (command) {
        case 0: return 1;
        case 1: return 2;
        case 2: return 3;
        case 3: return 4;
        case 4: return 5;
        case 5: return 6;
        case 6: return 8;
        case 7: return 9;
        case 8: return 10;
        case 9: return 12;
        case 10: return 13;
        case 11: return 15;
        case 12: return 17;
        case 13: return 18;
        case 14: return 19;
        case 15: return 21;
        default: return 22;
        }
    }
    switch (command) {
    case 36: return 30;   /* F_OFD_GETLK */
    case 37: return 31;   /* F_OFD_SETLK */
    case 38: return 32;   /* F_OFD_SETLKW */
    case 1024: return 23; /* F_SETLEASE */
    case 1025: return 24; /* F_GETLEASE */
    case 1026: return 27; /* F_NOTIFY */
    case 1029: return 25; /* F_CANCELLK */
    case 1030: return 26; /* F_DUPFD_CLOEXEC */
    case 1031: return 28; /* F_SETPIPE_SZ */
    case 1032: return 29; /* F_GETPIPE_SZ */
    default: return 0;
    }
}

/* From linux/ptrace.h and, below 0x4200, asm/ptrace-abi.h. */
static __always_inline u16 ptrace_request(u64 request)
{
    if (request >= 0x4200 && request <= 0x420b)
        return request - 0x4200 + 14; /* PTRACE_SETOPTIONS to PTRACE_SETSIGMASK */
    if (request <= 9)
        return request + 1; /* PTRACE_TRACEME to PTRACE_SINGLESTEP */
    switch (request) {
    case 12: return 26; /* PTRACE_GETREGS */
    case 13: return 27; /* PTRACE_SETREGS */
    case 14: return 28; /* PTRACE_GETFPREGS */
    case 15: return 29; /* PTRACE_SETFPREGS */
    case 16: return 11; /* PTRACE_ATTACH */
    case 17: return 12; /* PTRACE_DETACH */
    case 18: return 30; /* PTRACE_GETFPXREGS */
    case 19: return 31; /* PTRACE_SETFPXREGS */
    case 21: return 32; /* PTRACE_OLDSETOPTIONS */
    case 24: return 13; /* PTRACE_SYSCALL */
    case 25: return 33; /* PTRACE_GET_THREAD_AREA */
    case 26: return 34; /* PTRACE_SET_THREAD_AREA */
    case 30: return 35; /* PTRACE_ARCH_PRCTL */
    case 31: return 36; /* PTRACE_SYSEMU */
    case 32: return 37; /* PTRACE_SYSEMU_SINGLESTEP */
    case 33: return 38; /* PTRACE_SINGLEBLOCK */
    default: return 0;
    }
}

/* semget, semop, semctl: from linux/ipc.h and linux/sem.h. */
static __always_inline u32 semget_flags(u32 flags)
{
    u32 result = 0;
    MOVE(flags, 01000, 1 << 13); /* IPC_CREAT */
    MOVE(flags, 02000, 1 << 14); /* IPC_EXCL */
    return result;
}

static __always_inline u16 sem_flags(u32 flags)
{
    u32 result = 0;
    MOVE(flags, 04000, 1 << 0);   /* IPC_NOWAIT */
    MOVE(flags, 0x1000, 1 << 1);  /* SEM_UNDO */
    return result;
}

static __always_inline u16 semctl_command(u16 command)
{
    switch (command) {
    case 0: return 1 << 2;   /* IPC_RMID */
    case 1: return 1 << 1;   /* IPC_SET */
    case 2: return 1 << 0;   /* IPC_STAT */
    case 3: return 1 << 3;   /* IPC_INFO */
    case 11: return 1 << 8;  /* GETPID */
    case 12: return 1 << 9;  /* GETVAL */
    case 13: return 1 << 6;  /* GETALL */
    case 14: return 1 << 7;  /* GETNCNT */
    case 15: return 1 << 10; /* GETZCNT */
    case 16: return 1 << 12; /* SETVAL */
    case 17: return 1 << 11; /* SETALL */
    case 18: return 1 << 5;  /* SEM_STAT */
    case 19: return 1 << 4;  /* SEM_INFO */
    default: return 0;
    }
}

/* One of the three numbers of the first two operations of a semop that worked: struct sembuf of linux/sem.h. */
static __always_inline u16 sem_word(struct pt_regs *regs, s64 ret, u32 index)
{
    return ret == 0 && index / 3 < (u32)arg2 ? user16(arg1 + 2 * index) : 0;
}

/* BPF_MAP_CREATE and BPF_PROG_LOAD of linux/bpf.h: the result is a descriptor. */
static __always_inline int makes_descriptor(u64 command)
{
    return (u32)command == 0 || (u32)command == 5;
}
