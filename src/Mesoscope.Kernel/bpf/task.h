/* SPDX-License-Identifier: GPL-2.0-only OR Apache-2.0 */
/* What the current task has and is. */
#pragma once
#include "event.h"

/* Pages are counted in the kernel, KiB in events. Kernels with larger pages exist on aarch64 only; their figures are too small. */
#define PAGE_KIB 4

static __always_inline s64 counter_value(s64 value)
{
    return value > 0 ? value : 0;
}

/*
 * Kernel 6.2 made percpu counters of the atomic ones; what waits in the processors' parts is left out, as /proc does too. A macro, as the
 * loader can only relocate an index that is written as a number.
 */
#define RSS_PAGES(mm, kind)                                                                         \
    counter_value(bpf_core_field_exists(struct mm_struct___6_2, rss_stat[0].count)                  \
                      ? BPF_CORE_READ((struct mm_struct___6_2 *)(mm), rss_stat[kind].count)         \
                      : BPF_CORE_READ(mm, rss_stat.count[kind].counter))

/*
 * Where a pointer is followed from the task, the verifier searches all types of the kernel by name, a millisecond each time that it comes
 * by, and it comes by on each way through a program. So this one is read as bytes.
 */
static __always_inline struct mm_struct *current_mm(void)
{
    return BPF_CORE_READ(current_task(), mm);
}

static __always_inline u32 vm_size(struct mm_struct *mm)
{
    return mm ? BPF_CORE_READ(mm, total_vm) * PAGE_KIB : 0;
}

/* MM_FILEPAGES, MM_ANONPAGES, MM_SWAPENTS, MM_SHMEMPAGES of linux/mm_types_task.h. */
static __always_inline u32 vm_rss(struct mm_struct *mm)
{
    return mm ? (RSS_PAGES(mm, 0) + RSS_PAGES(mm, 1) + RSS_PAGES(mm, 3)) * PAGE_KIB : 0;
}

static __always_inline u32 vm_swap(struct mm_struct *mm)
{
    return mm ? RSS_PAGES(mm, 2) * PAGE_KIB : 0;
}

/* ...and this one directly, which is quicker, in a global function: the verifier comes by once a program. It answers with a number. */
__noinline u64 address_of_file(s64 descriptor)
{
    struct task_struct *task = current_task();
    struct files_struct *files = READ(task, files);
    u64 file = 0;
    if (!files)
        return 0;
    struct fdtable *table = READ(files, fdt);
    if (descriptor >= 0 && descriptor < READ(table, max_fds))
        bpf_probe_read_kernel(&file, sizeof(file), READ(table, fd) + descriptor);
    return file;
}

/* The open file behind a descriptor of the current task; 0 when there is none. */
static __always_inline struct file *file_of(s64 descriptor)
{
    return (void *)address_of_file(descriptor);
}

/* The device of a file, in the form that stat shows: linux/kdev_t.h, new_encode_dev. */
static __always_inline u32 device_number(u32 device)
{
    u32 major = device >> 20;
    u32 minor = device & 0xfffff;
    return (minor & 0xff) | major << 8 | (minor & ~0xff) << 12;
}

static __always_inline u32 file_device(s64 descriptor)
{
    struct file *file = file_of(descriptor);
    return file ? device_number(BPF_CORE_READ(file, f_inode, i_sb, s_dev)) : 0;
}

static __always_inline u64 file_inode_number(s64 descriptor)
{
    struct file *file = file_of(descriptor);
    return file ? BPF_CORE_READ(file, f_inode, i_ino) : 0;
}
