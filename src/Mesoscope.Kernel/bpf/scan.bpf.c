/* SPDX-License-Identifier: GPL-2.0-only OR Apache-2.0 */
/* What a capture's first state takes from iterators, as one object of its own: a kernel that refuses it can still be captured. */
#include "iterator.h"
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_core_read.h>

/* From linux/magic.h, linux/socket.h, linux/fcntl.h, linux/limits.h and linux/un.h. */
#define SOCKET_FILE_SYSTEM 0x534F434B
enum { FAMILY_UNIX = 1, FAMILY_INET = 2, FAMILY_INET6 = 10 };
#define CLOSE_ON_EXEC 02000000
#define MAX_PATH_BYTES 4096
#define MAX_UNIX_PATH_BYTES 108

/* Behind it comes the text, without NUL if it is a name of a Unix socket: what the kernel shows as the path, or that name. */
struct descriptor_record {
    u32 text_bytes;
    u32 pid;
    u32 number;
    u32 flags;
    u64 inode;
    u32 device;
    u32 mount;
    u16 mode;
    u16 family, type, protocol;
    u16 local_port, remote_port;
    u32 is_socket;
    u64 local[2], remote[2];
    u64 socket, peer;
};

struct text_record {
    struct descriptor_record head;
    char text[MAX_PATH_BYTES];
};

/* An object has one reader, which runs on one processor at a time: one place is enough for what the stack cannot hold. */
struct {
    __uint(type, BPF_MAP_TYPE_ARRAY);
    __uint(max_entries, 1);
    __type(key, u32);
    __type(value, struct text_record);
} place SEC(".maps");

/* The form that stat shows: linux/kdev_t.h, new_encode_dev. */
static __always_inline u32 shown_device(u32 device)
{
    return (device & 0xff) | device >> 20 << 8 | (device & 0xfff00) << 12;
}

/* Whether it is closed by exec belongs to the descriptor, not to the open file. */
static __always_inline u32 open_flags(struct task_struct *task, u32 number, struct file *file)
{
    unsigned long *words = BPF_CORE_READ(task, files, fdt, close_on_exec);
    unsigned long word = 0;
    bpf_probe_read_kernel(&word, sizeof(word), words + number / 64);
    u32 flags = BPF_CORE_READ(file, f_flags) & ~CLOSE_ON_EXEC;
    return word >> number % 64 & 1 ? flags | CLOSE_ON_EXEC : flags;
}

static __always_inline u32 mount_number(struct file *file)
{
    struct vfsmount *mounted = BPF_CORE_READ(file, f_path.mnt);
    struct mount *mount = (void *)mounted - bpf_core_field_offset(struct mount, mnt);
    return BPF_CORE_READ(mount, mnt_id);
}

static __always_inline void describe_internet(struct descriptor_record *record, struct sock *sock)
{
    record->local_port = BPF_CORE_READ(sock, __sk_common.skc_num);
    record->remote_port = __builtin_bswap16(BPF_CORE_READ(sock, __sk_common.skc_dport));
    if (record->family == FAMILY_INET) {
        record->local[0] = BPF_CORE_READ(sock, __sk_common.skc_rcv_saddr);
        record->remote[0] = BPF_CORE_READ(sock, __sk_common.skc_daddr);
    } else if (bpf_core_field_exists(sock->__sk_common.skc_v6_daddr)) {
        bpf_core_read(record->local, sizeof(record->local), &sock->__sk_common.skc_v6_rcv_saddr);
        bpf_core_read(record->remote, sizeof(record->remote), &sock->__sk_common.skc_v6_daddr);
    }
}

/* The name that the socket was bound to, as many bytes as it has. */
static __always_inline u32 read_unix_name(char *text, struct sock *sock)
{
    struct unix_address *name = BPF_CORE_READ((struct unix_sock *)sock, addr);
    s64 size = name ? BPF_CORE_READ(name, len) - (s64)sizeof(u16) : 0;
    if (size <= 0 || size > MAX_UNIX_PATH_BYTES)
        return 0;
    void *path = (void *)name + bpf_core_field_offset(struct unix_address, name) + sizeof(u16);
    return bpf_probe_read_kernel(text, size, path) ? 0 : size;
}

static __always_inline void describe_socket(struct text_record *record, struct file *file)
{
    struct socket *socket = BPF_CORE_READ(file, private_data);
    struct sock *sock = BPF_CORE_READ(socket, sk);
    u16 family = BPF_CORE_READ(sock, __sk_common.skc_family);
    record->head.family = family;
    record->head.type = BPF_CORE_READ(socket, type);
    record->head.protocol = BPF_CORE_READ(sock, sk_protocol);
    if (family == FAMILY_INET || family == FAMILY_INET6) {
        describe_internet(&record->head, sock);
    } else if (family == FAMILY_UNIX && bpf_core_type_exists(struct unix_sock)) {
        record->head.socket = (u64)sock;
        record->head.peer = (u64)BPF_CORE_READ((struct unix_sock *)sock, peer);
        record->head.text_bytes = read_unix_name(record->text, sock);
    }
}

/* The open descriptors of processes; the few threads that have others than their process are passed over, as in /proc/PID/fd. */
SEC("iter/task_file") int read_descriptors(struct bpf_iter__task_file *ctx)
{
    struct task_struct *task = ctx->task;
    struct file *file = ctx->file;
    u32 first = 0;
    struct text_record *record = bpf_map_lookup_elem(&place, &first);
    if (!task || !file || !record || task->pid != task->tgid)
        return 0;
    __builtin_memset(&record->head, 0, sizeof(record->head));
    record->head.pid = task->tgid;
    record->head.number = ctx->fd;
    record->head.flags = open_flags(task, ctx->fd, file);
    record->head.inode = BPF_CORE_READ(file, f_inode, i_ino);
    record->head.device = shown_device(BPF_CORE_READ(file, f_inode, i_sb, s_dev));
    record->head.mount = mount_number(file);
    record->head.mode = BPF_CORE_READ(file, f_inode, i_mode);
    record->head.is_socket = BPF_CORE_READ(file, f_inode, i_sb, s_magic) == SOCKET_FILE_SYSTEM;
    if (record->head.is_socket) {
        describe_socket(record, file);
    } else {
        long bytes = bpf_d_path(&file->f_path, record->text, sizeof(record->text));
        record->head.text_bytes = bytes > 0 ? bytes - 1 : 0;
    }
    u64 bytes = record->head.text_bytes;
    if (bytes > MAX_PATH_BYTES)
        bytes = MAX_PATH_BYTES;
    bpf_seq_write(ctx->meta->seq, record, sizeof(record->head) + bytes);
    return 0;
}

/* The helpers that read the kernel's memory are for programs under the GPL only. */
char program_license[] SEC("license") = "GPL";
