/* SPDX-License-Identifier: GPL-2.0-only OR Apache-2.0 */
/* Failed calls: counted by error, and told when their control group is young or an address is taken. */
#pragma once
#include "task.h"
#include "descriptor.h"

/* From asm-generic/errno.h; from 512 on the kernel's own, of which those seen here stand for an interrupted call. */
enum error {
    ERROR_NOENT = 2,
    ERROR_INTR = 4,
    ERROR_CHILD = 10,
    ERROR_AGAIN = 11,
    ERROR_NOTTY = 25,
    ERROR_NODATA = 61,
    ERROR_OPNOTSUPP = 95,
    ERROR_ADDRINUSE = 98,
    ERROR_TIMEDOUT = 110,
    ERROR_ALREADY = 114,
    ERROR_INPROGRESS = 115,
    ERROR_INTERNAL = 512,
};

/* Groups that are young, and how much was told of each within the present window. */
struct young {
    u64 until;
    u64 window;
    u32 told;
    u32 noise;
};

struct {
    __uint(type, MAP_LRU_HASH);
    __uint(max_entries, 1024);
    __type(key, u64);
    __type(value, struct young);
} young_groups SEC(".maps");

/* About a quarter of a second. */
#define WINDOW_SHIFT 28

enum record_kind { RECORD_THREAD, RECORD_FAILURE, RECORD_OUT_OF_MEMORY };

enum text_kind { TEXT_NONE, TEXT_PATH, TEXT_ADDRESS };

#define TEXT_BYTES 160

struct failure_record {
    u32 kind;
    u32 call;
    u32 pid, tgid;
    u64 time;
    u64 group;
    char name[16];
    u64 arguments[6];
    u32 error;
    u32 namespace;
    u16 protocol;
    u16 text_kind;
    u32 text_bytes;
    u8 text[TEXT_BYTES];
};

/* Nothing went wrong: the caller may come again later. */
static __always_inline u32 is_failure(u32 error)
{
    return error != ERROR_AGAIN && error != ERROR_INTR && error < ERROR_INTERNAL;
}

static __always_inline u32 is_net_failure(u32 error)
{
    return is_failure(error) && error != ERROR_INPROGRESS && error != ERROR_ALREADY;
}

/* What programs get while they look for things and ask what is possible. */
static __always_inline u32 is_noise(u32 kind, u32 error)
{
    if (kind == KIND_BIND || kind == KIND_LISTEN || kind == KIND_CONNECT)
        return 0;
    return error == ERROR_NOENT || error == ERROR_NOTTY || error == ERROR_CHILD || error == ERROR_NODATA || error == ERROR_OPNOTSUPP ||
           error == ERROR_TIMEDOUT;
}

static __always_inline void count_error(struct thread *thread, struct task_struct *task, u32 error)
{
    if (error >= ERROR_INTERNAL)
        error = ERROR_INTR;
    thread->now.errors++;
    for (u32 i = 0; i < ERROR_SLOTS; i++) {
        if (!thread->error_numbers[i])
            thread->error_numbers[i] = error;
        if (thread->error_numbers[i] == error) {
            thread->errors_now[i]++;
            return;
        }
    }
    add_error(group_of_task(task), error, 1);
}

/* Asks the table only when a group was made or changed since the thread asked last. */
static __always_inline u32 is_young(struct thread *thread, struct task_struct *task, u64 time)
{
    if (thread->generation != young_generation) {
        thread->generation = young_generation;
        thread->group = group_of_task(task);
        struct young *young = bpf_map_lookup_elem(&young_groups, &thread->group);
        thread->young_until = young ? young->until : 0;
    }
    return time < thread->young_until;
}

static __always_inline u32 has_room(u64 group, u64 time, u32 noise)
{
    struct young *young = bpf_map_lookup_elem(&young_groups, &group);
    if (!young)
        return 0;
    if (young->window != time >> WINDOW_SHIFT) {
        young->window = time >> WINDOW_SHIFT;
        young->told = 0;
        young->noise = 0;
    }
    if (young->told >= settings.failures_in_window || (noise && young->noise >= settings.noise_in_window)) {
        my_drops()->failed_calls++;
        return 0;
    }
    young->told++;
    young->noise += noise;
    return 1;
}

/* The address that a socket listens on or would have, as a struct sockaddr_in or sockaddr_in6. */
static __always_inline void put_own_address(struct failure_record *record, struct sock *sock)
{
    u16 family = BPF_CORE_READ(sock, __sk_common.skc_family);
    u16 port = __builtin_bswap16(BPF_CORE_READ(sock, __sk_common.skc_num));
    __builtin_memset(record->text, 0, 28);
    *(u16 *)record->text = family;
    *(u16 *)(record->text + 2) = port;
    if (family == FAMILY_INET)
        *(u32 *)(record->text + 4) = BPF_CORE_READ(sock, __sk_common.skc_rcv_saddr);
    else if (bpf_core_field_exists(sock->__sk_common.skc_v6_rcv_saddr))
        bpf_core_read(record->text + 8, 16, &sock->__sk_common.skc_v6_rcv_saddr);
    record->text_bytes = 28;
    record->text_kind = TEXT_ADDRESS;
}

static __always_inline void put_given_address(struct failure_record *record, u64 from, u32 bytes)
{
    u64 size = bytes;
    barrier_var(size);
    if (size > 112)
        size = 112;
    record->text_bytes = size;
    record->text_kind = bpf_probe_read_user(record->text, size, (void *)from) ? TEXT_NONE : TEXT_ADDRESS;
}

static __always_inline void put_path(struct failure_record *record, u64 from)
{
    long bytes = bpf_probe_read_user_str(record->text, TEXT_BYTES, (void *)from);
    record->text_bytes = bytes > 0 ? bytes - 1 : 0;
    record->text_kind = bytes > 0 ? TEXT_PATH : TEXT_NONE;
}

static __always_inline void put_text(struct failure_record *record, struct task_struct *task, u32 kind, u32 detail)
{
    record->text_kind = TEXT_NONE;
    record->text_bytes = 0;
    record->protocol = 0;
    if (kind == KIND_BIND || kind == KIND_CONNECT || kind == KIND_LISTEN) {
        struct seen seen;
        look(&seen, task, record->arguments[0]);
        struct sock *sock = seen.sock;
        if (seen.class == CLASS_NET)
            record->protocol = BPF_CORE_READ(sock, sk_protocol);
        if (kind != KIND_LISTEN)
            put_given_address(record, record->arguments[1], record->arguments[2]);
        else if (seen.class == CLASS_NET)
            put_own_address(record, sock);
    } else if (kind == KIND_OPEN || kind == KIND_PATH || kind == KIND_EXECUTE) {
        put_path(record, detail & DETAIL_PATH_1 ? record->arguments[1] : record->arguments[0]);
    }
}

static __noinline void tell_failure(struct thread *thread, struct task_struct *task, struct pt_regs *regs, u32 error, u32 call)
{
    const volatile struct call_row *row = &settings.calls[call & (MAX_CALLS - 1)];
    u32 kind = row->kind;
    u64 group;
    if (!is_net_failure(error))
        return;
    u64 time = bpf_ktime_get_boot_ns();
    if ((kind == KIND_BIND || kind == KIND_LISTEN) && error == ERROR_ADDRINUSE) {
        group = group_of_task(task);
    } else {
        if (!is_young(thread, task, time) || !has_room(thread->group, time, is_noise(kind, error)))
            return;
        group = thread->group;
    }
    struct failure_record *record = bpf_ringbuf_reserve(&happenings, sizeof(*record), 0);
    if (!record) {
        my_drops()->happenings++;
        return;
    }
    record->kind = RECORD_FAILURE;
    record->call = call;
    record->pid = READ(task, pid);
    record->tgid = READ(task, tgid);
    record->time = time + settings.boot_to_epoch;
    record->group = group;
    record->error = error;
    record->namespace = BPF_CORE_READ(task, nsproxy, net_ns, ns.inum);
    bpf_get_current_comm(record->name, sizeof(record->name));
    record->arguments[0] = arg0;
    record->arguments[1] = arg1;
    record->arguments[2] = arg2;
    record->arguments[3] = arg3;
    record->arguments[4] = arg4;
    record->arguments[5] = arg5;
    put_text(record, task, kind, row->detail);
    bpf_ringbuf_submit(record, RING_NO_WAKEUP);
}
