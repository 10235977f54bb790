/* SPDX-License-Identifier: GPL-2.0-only OR Apache-2.0 */
/* What is behind a descriptor of the current task. */
#pragma once
#include "counting.h"

enum file_class { CLASS_OTHER, CLASS_FILE, CLASS_NET };

/* From linux/stat.h and linux/socket.h. */
enum { MODE_TYPE = 0170000, MODE_SOCKET = 0140000, MODE_REGULAR = 0100000, MODE_FOLDER = 0040000 };
enum { FAMILY_INET = 2, FAMILY_INET6 = 10 };

struct seen {
    enum file_class class;
    struct sock *sock;
    u64 inode;
};

#pragma clang attribute push(__attribute__((preserve_access_index)), apply_to = record)
/* Stands for a place that holds a pointer: the smallest of the kernel's structures with nothing else in it. */
struct llist_node;
struct llist_head {
    struct llist_node *first;
};
#pragma clang attribute pop

/* Since kernel 6.2: from here on the pointer is read directly, three times as fast as with a helper. */
extern void *bpf_rdonly_cast(const void *pointer, u32 type) __ksym __weak;

#define CAST(type, pointer) ((type *)bpf_rdonly_cast((void *)(pointer), bpf_core_type_id_kernel(type)))

/* Two ways to the same: the verifier drops the one that the settings exclude. */
static __always_inline void look_directly(struct seen *seen, struct file **place)
{
    struct file *file = CAST(struct file, CAST(struct llist_head, place)->first);
    struct inode *inode = file->f_inode;
    u32 type = inode->i_mode & MODE_TYPE;
    if (type == MODE_REGULAR || type == MODE_FOLDER) {
        seen->class = CLASS_FILE;
    } else if (type == MODE_SOCKET) {
        struct sock *sock = CAST(struct socket, file->private_data)->sk;
        u16 family = sock->__sk_common.skc_family;
        seen->class = family == FAMILY_INET || family == FAMILY_INET6 ? CLASS_NET : CLASS_OTHER;
        seen->inode = inode->i_ino;
        seen->sock = sock;
    }
}

static __always_inline void look_by_copies(struct seen *seen, struct file **place)
{
    struct file *file = 0;
    bpf_probe_read_kernel(&file, sizeof(file), place);
    struct inode *inode = BPF_CORE_READ(file, f_inode);
    u32 type = BPF_CORE_READ(inode, i_mode) & MODE_TYPE;
    if (type == MODE_REGULAR || type == MODE_FOLDER) {
        seen->class = CLASS_FILE;
    } else if (type == MODE_SOCKET) {
        struct socket *socket = BPF_CORE_READ(file, private_data);
        struct sock *sock = BPF_CORE_READ(socket, sk);
        u16 family = BPF_CORE_READ(sock, __sk_common.skc_family);
        seen->class = family == FAMILY_INET || family == FAMILY_INET6 ? CLASS_NET : CLASS_OTHER;
        seen->inode = BPF_CORE_READ(inode, i_ino);
        seen->sock = sock;
    }
}

/* Looks when the call returns: a descriptor that another thread closed meanwhile is none, or already another file. */
static __always_inline void look(struct seen *seen, struct task_struct *task, u32 descriptor)
{
    struct fdtable *table = task->files->fdt;
    seen->class = CLASS_OTHER;
    seen->sock = 0;
    seen->inode = 0;
    if (descriptor >= table->max_fds)
        return;
    struct file **place = table->fd + descriptor;
    if (settings.has_cast)
        look_directly(seen, place);
    else
        look_by_copies(seen, place);
}
