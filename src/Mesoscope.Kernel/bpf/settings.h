/* SPDX-License-Identifier: GPL-2.0-only OR Apache-2.0 */
/* What the loader decides before the programs are loaded, and the maps. Keep in sync with Programs/ProgramSettings.cs. */
#pragma once
#include "kernel.h"

#define MAX_CPUS 1024
#define MAX_SYSCALLS 512

/* What the dispatcher does with a system call in one direction. */
enum handling {
    HANDLING_NONE = 0,
    HANDLING_GENERIC = 1,
    HANDLING_PROGRAM = 2,
    /* Set beside the others: the event changes the state, so the conditions on processes do not apply. */
    HANDLING_STATE = 0x80,
};

struct syscall_row {
    u16 code;
    u8 enter;
    u8 exit;
};

/* Read-only from load on: the verifier knows the values and drops the branches that they exclude. */
const volatile struct {
    /* Nanoseconds from the start of the boot clock to 1970. */
    u64 boot_to_epoch;
    /* Bytes of payload at most. */
    u32 payload_bytes;
    /* A process whose events are not wanted (our own); 0: none. */
    u32 excluded_pid;
    /* One if any of the conditions below is to be asked. */
    u32 has_conditions;
    u32 has_threads;
    u32 has_processes;
    u32 has_names;
    u32 has_cgroups;
    u32 has_followed;
    /* What is done when a process ends: enum handling. */
    u32 process_exit;
    u32 unused;
    struct syscall_row syscalls[MAX_SYSCALLS];
} settings SEC(".rodata.settings") = {};

/* One line a processor, so that no two write to the same cache line. */
struct counters {
    /* Events lost because the processor's ring was full. */
    u64 full;
    /* Parameters left empty because the memory that they lie in could not be read. */
    u64 fault;
    /* Events lost because they do not fit into an event. */
    u64 too_big;
    /* Processes that could not be marked as followed because the table was full. */
    u64 table_full;
    /* System calls of another kind (32 bits, x32), which are not decoded. */
    u64 foreign;
    /* The time before which no event is being gathered outside the ring; 1 while that time is being taken; 0: none is. */
    u64 gathering_since;
    u64 unused[2];
};

struct counters counters[MAX_CPUS] = {};

/* What a filter selects; each is asked only when settings say that it is used. */
#define WANTED_TABLE(name, key_type, entries)  \
    struct {                                   \
        __uint(type, BPF_MAP_TYPE_HASH);       \
        __uint(max_entries, entries);          \
        __type(key, key_type);                 \
        __type(value, u8);                     \
    } name SEC(".maps")

struct task_name {
    char text[16];
};

WANTED_TABLE(wanted_threads, u32, 4096);
WANTED_TABLE(wanted_processes, u32, 4096);
WANTED_TABLE(wanted_names, struct task_name, 4096);
WANTED_TABLE(wanted_cgroups, u64, 4096);
/* Threads that got one of the wanted names when they were made or executed a program, by thread id; later changes of the name do not count. */
WANTED_TABLE(named, u32, 65536);
/* Processes that are followed, by process id; descendants are added when they are made. */
WANTED_TABLE(followed, u32, 65536);

struct ring {
    __uint(type, BPF_MAP_TYPE_RINGBUF);
    __uint(max_entries, 4096);
};

/* One ring a processor; the loader makes them. */
struct {
    __uint(type, BPF_MAP_TYPE_ARRAY_OF_MAPS);
    __uint(max_entries, MAX_CPUS);
    __type(key, u32);
    __array(values, struct ring);
} rings SEC(".maps");

/* The programs of each system call, filled in by the loader for those that are wanted. The two hooks cannot share one. */
struct {
    __uint(type, BPF_MAP_TYPE_PROG_ARRAY);
    __uint(max_entries, MAX_SYSCALLS);
    __type(key, u32);
    __type(value, u32);
} enter_programs SEC(".maps"), exit_programs SEC(".maps");
