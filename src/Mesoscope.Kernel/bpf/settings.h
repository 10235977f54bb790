/* SPDX-License-Identifier: GPL-2.0-only OR Apache-2.0 */
/* What the loader decides before the programs are loaded, and the maps. Keep in sync with Programs/ProgramSettings.cs. */
#pragma once
#include "kernel.h"

#define MAX_CPUS 1024
#define MAX_SYSCALLS 512

/*
 * A ring consists of blocks, elements of one array. An event begins at LAST_START of a block at most, so that the verifier knows that
 * whatever is written behind its begin, MAX_ROOM bytes at most, lies in the block.
 */
#define BLOCK_BYTES (1 << 20)
#define MAX_ROOM (1 << 17)
#define LAST_START (BLOCK_BYTES - MAX_ROOM)

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
    u32 has_containers;
    u32 has_followed;
    /* What is done when a process ends: enum handling. */
    u32 process_exit;
    /* Blocks of a ring: a power of two. */
    u32 ring_blocks;
    /* The number of the first processor's ring for events that interrupt others. */
    u32 first_nested_ring;
    u32 unused;
    struct syscall_row syscalls[MAX_SYSCALLS];
} settings SEC(".rodata.settings") = {};

/*
 * What programs and reader tell each other of a ring. Only programs of the ring's processor write to it, one at a time: nothing needs to
 * be locked. Positions are bytes since the start; the block is position / BLOCK_BYTES modulo the number of blocks.
 */
struct ring {
    /* Where the next event begins: everything before is finished. */
    u64 written;
    /* The time of the event that is being written; 1 while that time is being taken; 0: none is. */
    u64 writing_since;
    /* Events lost because the ring was full. */
    u64 full;
    /* Parameters left empty because the memory that they lie in could not be read. */
    u64 fault;
    /* Events lost because they do not fit into an event. */
    u64 too_big;
    /* Processes that could not be marked as followed because the table was full. */
    u64 table_full;
    /* System calls of another kind (32 bits, x32), which are not decoded. */
    u64 foreign;
    /* What the call answered while its exit is written, otherwise 0. */
    s64 answer;
    /* What the reader has taken, on a cache line of its own. */
    u64 read;
    u64 unused_line[7];
};

/* By processor; behind them, by processor again, those for events that interrupt the writing of others. */
struct ring rings[2 * MAX_CPUS] __attribute__((aligned(64))) = {};

struct block {
    u8 bytes[BLOCK_BYTES];
};

/* All blocks of the first ring, then those of the next; mapped into the reader's memory. The loader sets the number. */
struct {
    __uint(type, BPF_MAP_TYPE_ARRAY);
    __uint(map_flags, BPF_F_MMAPABLE);
    __uint(max_entries, 1);
    __type(key, u32);
    __type(value, struct block);
} blocks SEC(".maps");

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

/* The id of a container as it is shown: the first twelve characters. */
struct container_id {
    char text[12];
};

WANTED_TABLE(wanted_threads, u32, 4096);
WANTED_TABLE(wanted_processes, u32, 4096);
WANTED_TABLE(wanted_names, struct task_name, 4096);
WANTED_TABLE(wanted_containers, struct container_id, 4096);
/* Threads that got one of the wanted names when they were made or executed a program, by thread id; later changes of the name do not count. */
WANTED_TABLE(named, u32, 65536);
/* Threads whose control groups named one of the wanted containers when they were made or executed a program, by thread id. */
WANTED_TABLE(contained, u32, 65536);
/* Processes that are followed, by process id; descendants are added when they are made. */
WANTED_TABLE(followed, u32, 65536);

/* The programs of each system call, filled in by the loader for those that are wanted. The two hooks cannot share one. */
struct {
    __uint(type, BPF_MAP_TYPE_PROG_ARRAY);
    __uint(max_entries, MAX_SYSCALLS);
    __type(key, u32);
    __type(value, u32);
} enter_programs SEC(".maps"), exit_programs SEC(".maps");
