/* SPDX-License-Identifier: GPL-2.0-only OR Apache-2.0 */
/* What iterator programs are run with: each element of something, and where what they write goes. */
#pragma once
#include "kernel.h"

#pragma clang attribute push(__attribute__((preserve_access_index)), apply_to = record)
struct seq_file;

struct bpf_iter_meta {
    struct seq_file *seq;
};

struct bpf_iter__task {
    struct bpf_iter_meta *meta;
    struct task_struct *task;
};

struct bpf_iter__task_file {
    struct bpf_iter_meta *meta;
    struct task_struct *task;
    u32 fd;
    struct file *file;
};

struct bpf_iter__bpf_map_elem {
    struct bpf_iter_meta *meta;
    void *key;
    void *value;
};
#pragma clang attribute pop
