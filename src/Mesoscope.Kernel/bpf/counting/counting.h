/* SPDX-License-Identifier: GPL-2.0-only OR Apache-2.0 */
/*
 * What is counted, where it is kept, and what the loader decides. Keep in sync with Counting/Programs/CountingSettings.cs,
 * Counting/Activity.cs and Counting/Records.
 */
#pragma once
#include "../call.h"

/* enum bpf_map_type of linux/bpf.h. */
enum { MAP_HASH = 1, MAP_LRU_HASH = 9, MAP_RING = 27, MAP_TASK_STORAGE = 29 };

/* linux/bpf.h: no memory before it is needed; and make what is not there. */
enum { NO_PREALLOCATION = 1, CREATE = 1, RING_NO_WAKEUP = 1 };

#define MAX_CALLS 512
#define MAX_CPUS 1024

/* What kind of call it is. */
enum call_kind {
    /* Only counted. */
    KIND_OTHER,
    /* Data to or from the descriptor in the first argument. */
    KIND_TRANSFER,
    /* The same for a vector of messages. */
    KIND_MESSAGES,
    /* Data from one descriptor to another. */
    KIND_COPY,
    KIND_OPEN,
    KIND_CONNECT,
    KIND_ACCEPT,
    /* Other calls on the descriptor in the first argument: only their failures are of interest. */
    KIND_DESCRIPTOR,
    KIND_BIND,
    KIND_LISTEN,
    /* Calls on paths: the same. */
    KIND_PATH,
    /* socket: the same. */
    KIND_SOCKET,
    /* clone and its kin, which return twice. */
    KIND_FORK,
    KIND_EXECUTE,
};

/* Which way the data goes, and where the call's other arguments are. */
enum call_detail {
    DETAIL_OUT = 1,
    /* The flags of a receive: in the third or the fourth argument. */
    DETAIL_FLAGS_2 = 2,
    DETAIL_FLAGS_3 = 4,
    /* A copy writes to the first argument and reads from the second (sendfile), and not from the first to the third. */
    DETAIL_SENDFILE = 8,
    /* The time in it counts. */
    DETAIL_TIMED = 16,
    /* The path is the second argument (openat and its kin), not the first. */
    DETAIL_PATH_1 = 32,
};

struct call_row {
    u8 kind;
    u8 detail;
};

enum controller { UNIFIED, MEMORY, CPU, CPUACCT, CPUSET, IO, FREEZER, PIDS };

/* Read-only from load on: the verifier knows the values and drops the branches that they exclude. */
const volatile struct {
    /* Nanoseconds from the start of the boot clock to 1970. */
    u64 boot_to_epoch;
    /* When counting began, by the boot clock: what threads did before does not count. */
    u64 begin;
    u64 young_nanoseconds;
    /* Nanoseconds of a tick of the kernel's coarse clock. */
    u64 tick_nanoseconds;
    /* The hierarchy of control groups: enum controller, and the kernel's number of it. */
    u32 controller;
    u32 hierarchy;
    /* Failed calls told of a young group in a window of time, and how many of them may be of the likely harmless kind. */
    u32 failures_in_window;
    u32 noise_in_window;
    u32 measures_time;
    u32 counts_connections;
    /* One when the kernel has bpf_rdonly_cast (6.2). */
    u32 has_cast;
    u32 unused;
    struct call_row calls[MAX_CALLS];
} settings SEC(".rodata.settings") = {};

/* Counting/Activity.cs has the same numbers in the same order. */
struct activity {
    u64 calls, errors;
    u64 file_reads, file_writes, file_bytes_in, file_bytes_out, file_time_in, file_time_out;
    u64 file_opens, file_open_errors, file_errors;
    u64 net_operations, net_bytes_in, net_bytes_out, net_time, net_errors;
    u64 connections_in, connections_out;
    u64 minor_faults, major_faults;
    u64 process_starts, process_ends;
};

#define ACTIVITY_WORDS (sizeof(struct activity) / sizeof(u64))

/* More kinds of errors than this have few threads; the others go to error_overflow at once. */
#define ERROR_SLOTS 8

/*
 * A thread's own counters. Only the thread writes `now`, so there is nothing to lock and no line of the cache that two processors fight for;
 * `read` is what was shown already and is written by the reader, or at the end by the thread (see `stage`).
 */
struct thread {
    /* When the thread began, by the boot clock; 0: this is new memory. */
    u64 begin;
    struct activity now;
    struct activity read;
    u32 error_numbers[ERROR_SLOTS];
    u32 errors_now[ERROR_SLOTS];
    u32 errors_read[ERROR_SLOTS];
    /* The exact clock when the present call began; 0 when it is not measured exactly. */
    u64 entered;
    /* The coarse clock then. */
    u64 entered_tick;
    /* Timed calls within the present tick, and all of them. */
    u64 tick;
    u32 calls_in_tick;
    u32 timed_calls;
    /* For how many calls like it the present one stands. */
    u32 weight;
    /* enum stage */
    u32 stage;
    /* What is known about the thread's group as long as `generation` is the global one: the group, and until when it is young (0: it is not). */
    u64 group;
    u64 young_until;
    u32 generation;
    /* One when the process was told to have ended; in the storage of its main thread. */
    u32 has_ended;
};

/* Who takes the last of a thread's counters: the reader that is at it when the thread ends, or else the thread. */
enum stage { STAGE_RUNS, STAGE_READ, STAGE_ENDED };

struct {
    __uint(type, MAP_TASK_STORAGE);
    __uint(map_flags, NO_PREALLOCATION);
    __type(key, int);
    __type(value, struct thread);
} threads SEC(".maps");

/* Ended threads and happenings. */
struct {
    __uint(type, MAP_RING);
    __uint(max_entries, 4096);
} happenings SEC(".maps");

/* By control group: what found no room in the ring. These only grow; the reader remembers what it saw. */
struct {
    __uint(type, MAP_HASH);
    __uint(max_entries, 4096);
    __type(key, u64);
    __type(value, struct activity);
} overflow SEC(".maps");

struct error_key {
    u64 group;
    u64 number;
};

struct {
    __uint(type, MAP_HASH);
    __uint(max_entries, 16384);
    __type(key, struct error_key);
    __type(value, u64);
} error_overflow SEC(".maps");

/* One line a processor, so that no two write to the same cache line. */
struct drops {
    u64 calls, processes, groups, connections, errors, happenings, failed_calls, listeners;
};

struct drops drops[MAX_CPUS] = {};

/* Grows when a group is made, is told to be young, or gets a process. */
u32 young_generation = 1;

static __always_inline struct drops *my_drops(void)
{
    return &drops[bpf_get_smp_processor_id() & (MAX_CPUS - 1)];
}
