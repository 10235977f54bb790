/* SPDX-License-Identifier: GPL-2.0-only OR Apache-2.0 */
/* Made by tools/Mesoscope.SchemaGenerator from the schema and bpf/tables; do not edit. */
#pragma once
#include "../growing.h"
#include "../task.h"
#include "../translate.h"

ENTER(syscall_open_e)
{
    struct growing event;
    if (!begin_growing(&event, EVENT_SYSCALL_OPEN_E, 3))
        return;
    grow_early_text(&event, arg0);
    grow32(&event, open_flags(arg1));
    grow32(&event, open_mode(arg1, arg2));
    end_growing(&event);
}

ENTER(syscall_close_e)
{
    u8 *event = begin_event(EVENT_SYSCALL_CLOSE_E, 1, 36);
    if (!event)
        return;
    put16(event + 26, 8);
    put64(event + 28, number32(arg0));
    end_event(event);
}

EXIT(syscall_close_x)
{
    u8 *event = begin_event(EVENT_SYSCALL_CLOSE_X, 1, 36);
    if (!event)
        return;
    put16(event + 26, 8);
    put64(event + 28, ret);
    end_event(event);
}

ENTER(syscall_read_e)
{
    u8 *event = begin_event(EVENT_SYSCALL_READ_E, 2, 42);
    if (!event)
        return;
    put16(event + 26, 8);
    put16(event + 28, 4);
    put64(event + 30, number32(arg0));
    put32(event + 38, arg2);
    end_event(event);
}

EXIT(syscall_read_x)
{
    struct growing event;
    if (!begin_growing(&event, EVENT_SYSCALL_READ_X, 2))
        return;
    grow64(&event, ret);
    grow_payload(&event, arg1, ret > 0 ? ret : 0);
    end_growing(&event);
}

ENTER(syscall_write_e)
{
    u8 *event = begin_event(EVENT_SYSCALL_WRITE_E, 2, 42);
    if (!event)
        return;
    put16(event + 26, 8);
    put16(event + 28, 4);
    put64(event + 30, number32(arg0));
    put32(event + 38, arg2);
    end_event(event);
}

EXIT(syscall_write_x)
{
    struct growing event;
    if (!begin_growing(&event, EVENT_SYSCALL_WRITE_X, 2))
        return;
    grow64(&event, ret);
    grow_payload(&event, arg1, ret > 0 ? ret : arg2);
    end_growing(&event);
}

ENTER(syscall_openat_2_e)
{
    struct growing event;
    if (!begin_growing(&event, EVENT_SYSCALL_OPENAT_2_E, 4))
        return;
    grow64(&event, number32(arg0));
    grow_early_text(&event, arg1);
    grow32(&event, open_flags(arg2));
    grow32(&event, open_mode(arg2, arg3));
    end_growing(&event);
}

EXIT(syscall_open_x)
{
    struct growing event;
    if (!begin_growing(&event, EVENT_SYSCALL_OPEN_X, 5))
        return;
    grow64(&event, ret);
    grow_text(&event, arg0);
    grow32(&event, open_flags(arg1));
    grow32(&event, open_mode(arg1, arg2));
    grow32(&event, file_device(ret));
    end_growing(&event);
}

EXIT(syscall_openat_2_x)
{
    struct growing event;
    if (!begin_growing(&event, EVENT_SYSCALL_OPENAT_2_X, 6))
        return;
    grow64(&event, ret);
    grow64(&event, number32(arg0));
    grow_text(&event, arg1);
    grow32(&event, open_flags(arg2));
    grow32(&event, open_mode(arg2, arg3));
    grow32(&event, file_device(ret));
    end_growing(&event);
}

ENTER(syscall_openat2_e)
{
    struct growing event;
    if (!begin_growing(&event, EVENT_SYSCALL_OPENAT2_E, 5))
        return;
    grow64(&event, number32(arg0));
    grow_early_text(&event, arg1);
    grow32(&event, open_flags(user64(arg2)));
    grow32(&event, open_mode(user64(arg2), user64(arg2 + 8)));
    grow32(&event, resolve_flags(user64(arg2 + 16)));
    end_growing(&event);
}

EXIT(syscall_openat2_x)
{
    struct growing event;
    if (!begin_growing(&event, EVENT_SYSCALL_OPENAT2_X, 6))
        return;
    grow64(&event, ret);
    grow64(&event, number32(arg0));
    grow_text(&event, arg1);
    grow32(&event, open_flags(user64(arg2)));
    grow32(&event, open_mode(user64(arg2), user64(arg2 + 8)));
    grow32(&event, resolve_flags(user64(arg2 + 16)));
    end_growing(&event);
}

ENTER(syscall_creat_e)
{
    struct growing event;
    if (!begin_growing(&event, EVENT_SYSCALL_CREAT_E, 2))
        return;
    grow_early_text(&event, arg0);
    grow32(&event, arg1);
    end_growing(&event);
}

EXIT(syscall_creat_x)
{
    struct growing event;
    if (!begin_growing(&event, EVENT_SYSCALL_CREAT_X, 4))
        return;
    grow64(&event, ret);
    grow_text(&event, arg0);
    grow32(&event, arg1);
    grow32(&event, file_device(ret));
    end_growing(&event);
}

ENTER(syscall_pread_e)
{
    u8 *event = begin_event(EVENT_SYSCALL_PREAD_E, 3, 52);
    if (!event)
        return;
    put16(event + 26, 8);
    put16(event + 28, 4);
    put16(event + 30, 8);
    put64(event + 32, number32(arg0));
    put32(event + 40, arg2);
    put64(event + 44, arg3);
    end_event(event);
}

EXIT(syscall_pread_x)
{
    struct growing event;
    if (!begin_growing(&event, EVENT_SYSCALL_PREAD_X, 2))
        return;
    grow64(&event, ret);
    grow_payload(&event, arg1, ret > 0 ? ret : 0);
    end_growing(&event);
}

ENTER(syscall_pwrite_e)
{
    u8 *event = begin_event(EVENT_SYSCALL_PWRITE_E, 3, 52);
    if (!event)
        return;
    put16(event + 26, 8);
    put16(event + 28, 4);
    put16(event + 30, 8);
    put64(event + 32, number32(arg0));
    put32(event + 40, arg2);
    put64(event + 44, arg3);
    end_event(event);
}

EXIT(syscall_pwrite_x)
{
    struct growing event;
    if (!begin_growing(&event, EVENT_SYSCALL_PWRITE_X, 2))
        return;
    grow64(&event, ret);
    grow_payload(&event, arg1, ret > 0 ? ret : arg2);
    end_growing(&event);
}

ENTER(syscall_pipe_e)
{
    u8 *event = begin_event(EVENT_SYSCALL_PIPE_E, 0, 26);
    if (!event)
        return;
    end_event(event);
}

EXIT(syscall_pipe_x)
{
    u8 *event = begin_event(EVENT_SYSCALL_PIPE_X, 4, 66);
    if (!event)
        return;
    put16(event + 26, 8);
    put16(event + 28, 8);
    put16(event + 30, 8);
    put16(event + 32, 8);
    put64(event + 34, ret);
    put64(event + 42, number32(ret ? -1 : user32(arg0)));
    put64(event + 50, number32(ret ? -1 : user32(arg0 + 4)));
    put64(event + 58, ret ? 0 : file_inode_number((s32)user32(arg0)));
    end_event(event);
}

ENTER(syscall_eventfd_e)
{
    u8 *event = begin_event(EVENT_SYSCALL_EVENTFD_E, 2, 42);
    if (!event)
        return;
    put16(event + 26, 8);
    put16(event + 28, 4);
    put64(event + 30, (u32)arg0);
    put32(event + 38, 0);
    end_event(event);
}

EXIT(syscall_eventfd_x)
{
    u8 *event = begin_event(EVENT_SYSCALL_EVENTFD_X, 1, 36);
    if (!event)
        return;
    put16(event + 26, 8);
    put64(event + 28, ret);
    end_event(event);
}

ENTER(syscall_signalfd_e)
{
    u8 *event = begin_event(EVENT_SYSCALL_SIGNALFD_E, 3, 45);
    if (!event)
        return;
    put16(event + 26, 8);
    put16(event + 28, 4);
    put16(event + 30, 1);
    put64(event + 32, number32(arg0));
    put32(event + 40, 0);
    put8(event + 44, 0);
    end_event(event);
}

EXIT(syscall_signalfd_x)
{
    u8 *event = begin_event(EVENT_SYSCALL_SIGNALFD_X, 1, 36);
    if (!event)
        return;
    put16(event + 26, 8);
    put64(event + 28, ret);
    end_event(event);
}

ENTER(syscall_timerfd_create_e)
{
    u8 *event = begin_event(EVENT_SYSCALL_TIMERFD_CREATE_E, 2, 32);
    if (!event)
        return;
    put16(event + 26, 1);
    put16(event + 28, 1);
    put8(event + 30, arg0);
    put8(event + 31, arg1);
    end_event(event);
}

EXIT(syscall_timerfd_create_x)
{
    u8 *event = begin_event(EVENT_SYSCALL_TIMERFD_CREATE_X, 1, 36);
    if (!event)
        return;
    put16(event + 26, 8);
    put64(event + 28, ret);
    end_event(event);
}

ENTER(syscall_inotify_init_e)
{
    u8 *event = begin_event(EVENT_SYSCALL_INOTIFY_INIT_E, 1, 29);
    if (!event)
        return;
    put16(event + 26, 1);
    put8(event + 28, 0);
    end_event(event);
}

EXIT(syscall_inotify_init_x)
{
    u8 *event = begin_event(EVENT_SYSCALL_INOTIFY_INIT_X, 1, 36);
    if (!event)
        return;
    put16(event + 26, 8);
    put64(event + 28, ret);
    end_event(event);
}

ENTER(syscall_userfaultfd_e)
{
    u8 *event = begin_event(EVENT_SYSCALL_USERFAULTFD_E, 0, 26);
    if (!event)
        return;
    end_event(event);
}

EXIT(syscall_userfaultfd_x)
{
    u8 *event = begin_event(EVENT_SYSCALL_USERFAULTFD_X, 2, 42);
    if (!event)
        return;
    put16(event + 26, 8);
    put16(event + 28, 4);
    put64(event + 30, ret);
    put32(event + 38, open_flags(arg0));
    end_event(event);
}

ENTER(syscall_bpf_e)
{
    u8 *event = begin_event(EVENT_SYSCALL_BPF_E, 1, 36);
    if (!event)
        return;
    put16(event + 26, 8);
    put64(event + 28, (s32)arg0);
    end_event(event);
}

EXIT(syscall_bpf_x)
{
    struct growing event;
    if (!begin_growing(&event, EVENT_SYSCALL_BPF_X, 1))
        return;
    grow_dynamic64(&event, makes_descriptor(arg0) ? 0 : 1, ret);
    end_growing(&event);
}

ENTER(syscall_dup_e)
{
    u8 *event = begin_event(EVENT_SYSCALL_DUP_E, 1, 36);
    if (!event)
        return;
    put16(event + 26, 8);
    put64(event + 28, number32(arg0));
    end_event(event);
}

EXIT(syscall_dup_x)
{
    u8 *event = begin_event(EVENT_SYSCALL_DUP_X, 1, 36);
    if (!event)
        return;
    put16(event + 26, 8);
    put64(event + 28, ret);
    end_event(event);
}

ENTER(syscall_fcntl_e)
{
    u8 *event = begin_event(EVENT_SYSCALL_FCNTL_E, 2, 39);
    if (!event)
        return;
    put16(event + 26, 8);
    put16(event + 28, 1);
    put64(event + 30, number32(arg0));
    put8(event + 38, fcntl_command(arg1));
    end_event(event);
}

EXIT(syscall_fcntl_x)
{
    u8 *event = begin_event(EVENT_SYSCALL_FCNTL_X, 1, 36);
    if (!event)
        return;
    put16(event + 26, 8);
    put64(event + 28, ret);
    end_event(event);
}

ENTER(syscall_ioctl_3_e)
{
    u8 *event = begin_event(EVENT_SYSCALL_IOCTL_3_E, 3, 56);
    if (!event)
        return;
    put16(event + 26, 8);
    put16(event + 28, 8);
    put16(event + 30, 8);
    put64(event + 32, number32(arg0));
    put64(event + 40, arg1);
    put64(event + 48, arg2);
    end_event(event);
}

EXIT(syscall_ioctl_3_x)
{
    u8 *event = begin_event(EVENT_SYSCALL_IOCTL_3_X, 1, 36);
    if (!event)
        return;
    put16(event + 26, 8);
    put64(event + 28, ret);
    end_event(event);
}

ENTER(syscall_lseek_e)
{
    u8 *event = begin_event(EVENT_SYSCALL_LSEEK_E, 3, 49);
    if (!event)
        return;
    put16(event + 26, 8);
    put16(event + 28, 8);
    put16(event + 30, 1);
    put64(event + 32, number32(arg0));
    put64(event + 40, arg1);
    put8(event + 48, arg2 <= 2 ? arg2 : 0);
    end_event(event);
}

EXIT(syscall_lseek_x)
{
    u8 *event = begin_event(EVENT_SYSCALL_LSEEK_X, 1, 36);
    if (!event)
        return;
    put16(event + 26, 8);
    put64(event + 28, ret);
    end_event(event);
}

ENTER(syscall_flock_e)
{
    u8 *event = begin_event(EVENT_SYSCALL_FLOCK_E, 2, 42);
    if (!event)
        return;
    put16(event + 26, 8);
    put16(event + 28, 4);
    put64(event + 30, number32(arg0));
    put32(event + 38, arg1 & 15);
    end_event(event);
}

EXIT(syscall_flock_x)
{
    u8 *event = begin_event(EVENT_SYSCALL_FLOCK_X, 1, 36);
    if (!event)
        return;
    put16(event + 26, 8);
    put64(event + 28, ret);
    end_event(event);
}

ENTER(syscall_getdents_e)
{
    u8 *event = begin_event(EVENT_SYSCALL_GETDENTS_E, 1, 36);
    if (!event)
        return;
    put16(event + 26, 8);
    put64(event + 28, number32(arg0));
    end_event(event);
}

EXIT(syscall_getdents_x)
{
    u8 *event = begin_event(EVENT_SYSCALL_GETDENTS_X, 1, 36);
    if (!event)
        return;
    put16(event + 26, 8);
    put64(event + 28, ret);
    end_event(event);
}

ENTER(syscall_getdents64_e)
{
    u8 *event = begin_event(EVENT_SYSCALL_GETDENTS64_E, 1, 36);
    if (!event)
        return;
    put16(event + 26, 8);
    put64(event + 28, number32(arg0));
    end_event(event);
}

EXIT(syscall_getdents64_x)
{
    u8 *event = begin_event(EVENT_SYSCALL_GETDENTS64_X, 1, 36);
    if (!event)
        return;
    put16(event + 26, 8);
    put64(event + 28, ret);
    end_event(event);
}

ENTER(syscall_sendfile_e)
{
    u8 *event = begin_event(EVENT_SYSCALL_SENDFILE_E, 4, 66);
    if (!event)
        return;
    put16(event + 26, 8);
    put16(event + 28, 8);
    put16(event + 30, 8);
    put16(event + 32, 8);
    put64(event + 34, number32(arg0));
    put64(event + 42, number32(arg1));
    put64(event + 50, user64(arg2));
    put64(event + 58, arg3);
    end_event(event);
}

EXIT(syscall_sendfile_x)
{
    u8 *event = begin_event(EVENT_SYSCALL_SENDFILE_X, 2, 46);
    if (!event)
        return;
    put16(event + 26, 8);
    put16(event + 28, 8);
    put64(event + 30, ret);
    put64(event + 38, user64(arg2));
    end_event(event);
}

ENTER(syscall_splice_e)
{
    u8 *event = begin_event(EVENT_SYSCALL_SPLICE_E, 4, 62);
    if (!event)
        return;
    put16(event + 26, 8);
    put16(event + 28, 8);
    put16(event + 30, 8);
    put16(event + 32, 4);
    put64(event + 34, number32(arg0));
    put64(event + 42, number32(arg2));
    put64(event + 50, arg4);
    put32(event + 58, arg5 & 15);
    end_event(event);
}

EXIT(syscall_splice_x)
{
    u8 *event = begin_event(EVENT_SYSCALL_SPLICE_X, 1, 36);
    if (!event)
        return;
    put16(event + 26, 8);
    put64(event + 28, ret);
    end_event(event);
}

ENTER(syscall_copy_file_range_e)
{
    u8 *event = begin_event(EVENT_SYSCALL_COPY_FILE_RANGE_E, 3, 56);
    if (!event)
        return;
    put16(event + 26, 8);
    put16(event + 28, 8);
    put16(event + 30, 8);
    put64(event + 32, number32(arg0));
    put64(event + 40, user64(arg1));
    put64(event + 48, arg4);
    end_event(event);
}

EXIT(syscall_copy_file_range_x)
{
    u8 *event = begin_event(EVENT_SYSCALL_COPY_FILE_RANGE_X, 3, 56);
    if (!event)
        return;
    put16(event + 26, 8);
    put16(event + 28, 8);
    put16(event + 30, 8);
    put64(event + 32, ret);
    put64(event + 40, number32(arg2));
    put64(event + 48, user64(arg3));
    end_event(event);
}

ENTER(syscall_stat_e)
{
    u8 *event = begin_event(EVENT_SYSCALL_STAT_E, 0, 26);
    if (!event)
        return;
    end_event(event);
}

EXIT(syscall_stat_x)
{
    struct growing event;
    if (!begin_growing(&event, EVENT_SYSCALL_STAT_X, 2))
        return;
    grow64(&event, ret);
    grow_text(&event, arg0);
    end_growing(&event);
}

ENTER(syscall_lstat_e)
{
    u8 *event = begin_event(EVENT_SYSCALL_LSTAT_E, 0, 26);
    if (!event)
        return;
    end_event(event);
}

EXIT(syscall_lstat_x)
{
    struct growing event;
    if (!begin_growing(&event, EVENT_SYSCALL_LSTAT_X, 2))
        return;
    grow64(&event, ret);
    grow_text(&event, arg0);
    end_growing(&event);
}

ENTER(syscall_fstat_e)
{
    u8 *event = begin_event(EVENT_SYSCALL_FSTAT_E, 1, 36);
    if (!event)
        return;
    put16(event + 26, 8);
    put64(event + 28, number32(arg0));
    end_event(event);
}

EXIT(syscall_fstat_x)
{
    u8 *event = begin_event(EVENT_SYSCALL_FSTAT_X, 1, 36);
    if (!event)
        return;
    put16(event + 26, 8);
    put64(event + 28, ret);
    end_event(event);
}

ENTER(syscall_access_e)
{
    u8 *event = begin_event(EVENT_SYSCALL_ACCESS_E, 1, 32);
    if (!event)
        return;
    put16(event + 26, 4);
    put32(event + 28, arg1 & 7);
    end_event(event);
}

EXIT(syscall_access_x)
{
    struct growing event;
    if (!begin_growing(&event, EVENT_SYSCALL_ACCESS_X, 2))
        return;
    grow64(&event, ret);
    grow_text(&event, arg0);
    end_growing(&event);
}

ENTER(syscall_getcwd_e)
{
    u8 *event = begin_event(EVENT_SYSCALL_GETCWD_E, 0, 26);
    if (!event)
        return;
    end_event(event);
}

EXIT(syscall_getcwd_x)
{
    struct growing event;
    if (!begin_growing(&event, EVENT_SYSCALL_GETCWD_X, 2))
        return;
    grow64(&event, ret);
    grow_text(&event, ret >= 0 ? arg0 : 0);
    end_growing(&event);
}

ENTER(syscall_chdir_e)
{
    u8 *event = begin_event(EVENT_SYSCALL_CHDIR_E, 0, 26);
    if (!event)
        return;
    end_event(event);
}

EXIT(syscall_chdir_x)
{
    struct growing event;
    if (!begin_growing(&event, EVENT_SYSCALL_CHDIR_X, 2))
        return;
    grow64(&event, ret);
    grow_text(&event, arg0);
    end_growing(&event);
}

ENTER(syscall_fchdir_e)
{
    u8 *event = begin_event(EVENT_SYSCALL_FCHDIR_E, 1, 36);
    if (!event)
        return;
    put16(event + 26, 8);
    put64(event + 28, number32(arg0));
    end_event(event);
}

EXIT(syscall_fchdir_x)
{
    u8 *event = begin_event(EVENT_SYSCALL_FCHDIR_X, 1, 36);
    if (!event)
        return;
    put16(event + 26, 8);
    put64(event + 28, ret);
    end_event(event);
}

ENTER(syscall_chroot_e)
{
    u8 *event = begin_event(EVENT_SYSCALL_CHROOT_E, 0, 26);
    if (!event)
        return;
    end_event(event);
}

EXIT(syscall_chroot_x)
{
    struct growing event;
    if (!begin_growing(&event, EVENT_SYSCALL_CHROOT_X, 2))
        return;
    grow64(&event, ret);
    grow_text(&event, arg0);
    end_growing(&event);
}

ENTER(syscall_mkdir_2_e)
{
    u8 *event = begin_event(EVENT_SYSCALL_MKDIR_2_E, 1, 32);
    if (!event)
        return;
    put16(event + 26, 4);
    put32(event + 28, arg1);
    end_event(event);
}

EXIT(syscall_mkdir_2_x)
{
    struct growing event;
    if (!begin_growing(&event, EVENT_SYSCALL_MKDIR_2_X, 2))
        return;
    grow64(&event, ret);
    grow_text(&event, arg0);
    end_growing(&event);
}

ENTER(syscall_mkdirat_e)
{
    u8 *event = begin_event(EVENT_SYSCALL_MKDIRAT_E, 0, 26);
    if (!event)
        return;
    end_event(event);
}

EXIT(syscall_mkdirat_x)
{
    struct growing event;
    if (!begin_growing(&event, EVENT_SYSCALL_MKDIRAT_X, 4))
        return;
    grow64(&event, ret);
    grow64(&event, number32(arg0));
    grow_text(&event, arg1);
    grow32(&event, arg2);
    end_growing(&event);
}

ENTER(syscall_rmdir_2_e)
{
    u8 *event = begin_event(EVENT_SYSCALL_RMDIR_2_E, 0, 26);
    if (!event)
        return;
    end_event(event);
}

EXIT(syscall_rmdir_2_x)
{
    struct growing event;
    if (!begin_growing(&event, EVENT_SYSCALL_RMDIR_2_X, 2))
        return;
    grow64(&event, ret);
    grow_text(&event, arg0);
    end_growing(&event);
}

ENTER(syscall_link_2_e)
{
    u8 *event = begin_event(EVENT_SYSCALL_LINK_2_E, 0, 26);
    if (!event)
        return;
    end_event(event);
}

EXIT(syscall_link_2_x)
{
    struct growing event;
    if (!begin_growing(&event, EVENT_SYSCALL_LINK_2_X, 3))
        return;
    grow64(&event, ret);
    grow_text(&event, arg0);
    grow_text(&event, arg1);
    end_growing(&event);
}

ENTER(syscall_linkat_2_e)
{
    u8 *event = begin_event(EVENT_SYSCALL_LINKAT_2_E, 0, 26);
    if (!event)
        return;
    end_event(event);
}

EXIT(syscall_linkat_2_x)
{
    struct growing event;
    if (!begin_growing(&event, EVENT_SYSCALL_LINKAT_2_X, 6))
        return;
    grow64(&event, ret);
    grow64(&event, number32(arg0));
    grow_text(&event, arg1);
    grow64(&event, number32(arg2));
    grow_text(&event, arg3);
    grow32(&event, arg4 & 0x1400);
    end_growing(&event);
}

ENTER(syscall_symlink_e)
{
    u8 *event = begin_event(EVENT_SYSCALL_SYMLINK_E, 0, 26);
    if (!event)
        return;
    end_event(event);
}

EXIT(syscall_symlink_x)
{
    struct growing event;
    if (!begin_growing(&event, EVENT_SYSCALL_SYMLINK_X, 3))
        return;
    grow64(&event, ret);
    grow_text(&event, arg0);
    grow_text(&event, arg1);
    end_growing(&event);
}

ENTER(syscall_symlinkat_e)
{
    u8 *event = begin_event(EVENT_SYSCALL_SYMLINKAT_E, 0, 26);
    if (!event)
        return;
    end_event(event);
}

EXIT(syscall_symlinkat_x)
{
    struct growing event;
    if (!begin_growing(&event, EVENT_SYSCALL_SYMLINKAT_X, 4))
        return;
    grow64(&event, ret);
    grow_text(&event, arg0);
    grow64(&event, number32(arg1));
    grow_text(&event, arg2);
    end_growing(&event);
}

ENTER(syscall_unlink_2_e)
{
    u8 *event = begin_event(EVENT_SYSCALL_UNLINK_2_E, 0, 26);
    if (!event)
        return;
    end_event(event);
}

EXIT(syscall_unlink_2_x)
{
    struct growing event;
    if (!begin_growing(&event, EVENT_SYSCALL_UNLINK_2_X, 2))
        return;
    grow64(&event, ret);
    grow_text(&event, arg0);
    end_growing(&event);
}

ENTER(syscall_unlinkat_2_e)
{
    u8 *event = begin_event(EVENT_SYSCALL_UNLINKAT_2_E, 0, 26);
    if (!event)
        return;
    end_event(event);
}

EXIT(syscall_unlinkat_2_x)
{
    struct growing event;
    if (!begin_growing(&event, EVENT_SYSCALL_UNLINKAT_2_X, 4))
        return;
    grow64(&event, ret);
    grow64(&event, number32(arg0));
    grow_text(&event, arg1);
    grow32(&event, arg2 & 0x200);
    end_growing(&event);
}

ENTER(syscall_rename_e)
{
    u8 *event = begin_event(EVENT_SYSCALL_RENAME_E, 0, 26);
    if (!event)
        return;
    end_event(event);
}

EXIT(syscall_rename_x)
{
    struct growing event;
    if (!begin_growing(&event, EVENT_SYSCALL_RENAME_X, 3))
        return;
    grow64(&event, ret);
    grow_text(&event, arg0);
    grow_text(&event, arg1);
    end_growing(&event);
}

ENTER(syscall_renameat_e)
{
    u8 *event = begin_event(EVENT_SYSCALL_RENAMEAT_E, 0, 26);
    if (!event)
        return;
    end_event(event);
}

EXIT(syscall_renameat_x)
{
    struct growing event;
    if (!begin_growing(&event, EVENT_SYSCALL_RENAMEAT_X, 5))
        return;
    grow64(&event, ret);
    grow64(&event, number32(arg0));
    grow_text(&event, arg1);
    grow64(&event, number32(arg2));
    grow_text(&event, arg3);
    end_growing(&event);
}

ENTER(syscall_renameat2_e)
{
    u8 *event = begin_event(EVENT_SYSCALL_RENAMEAT2_E, 0, 26);
    if (!event)
        return;
    end_event(event);
}

EXIT(syscall_renameat2_x)
{
    struct growing event;
    if (!begin_growing(&event, EVENT_SYSCALL_RENAMEAT2_X, 6))
        return;
    grow64(&event, ret);
    grow64(&event, number32(arg0));
    grow_text(&event, arg1);
    grow64(&event, number32(arg2));
    grow_text(&event, arg3);
    grow32(&event, arg4);
    end_growing(&event);
}

ENTER(syscall_chmod_e)
{
    u8 *event = begin_event(EVENT_SYSCALL_CHMOD_E, 0, 26);
    if (!event)
        return;
    end_event(event);
}

EXIT(syscall_chmod_x)
{
    struct growing event;
    if (!begin_growing(&event, EVENT_SYSCALL_CHMOD_X, 3))
        return;
    grow64(&event, ret);
    grow_text(&event, arg0);
    grow32(&event, arg1 & 07777);
    end_growing(&event);
}

ENTER(syscall_fchmod_e)
{
    u8 *event = begin_event(EVENT_SYSCALL_FCHMOD_E, 0, 26);
    if (!event)
        return;
    end_event(event);
}

EXIT(syscall_fchmod_x)
{
    u8 *event = begin_event(EVENT_SYSCALL_FCHMOD_X, 3, 52);
    if (!event)
        return;
    put16(event + 26, 8);
    put16(event + 28, 8);
    put16(event + 30, 4);
    put64(event + 32, ret);
    put64(event + 40, number32(arg0));
    put32(event + 48, arg1 & 07777);
    end_event(event);
}

ENTER(syscall_fchmodat_e)
{
    u8 *event = begin_event(EVENT_SYSCALL_FCHMODAT_E, 0, 26);
    if (!event)
        return;
    end_event(event);
}

EXIT(syscall_fchmodat_x)
{
    struct growing event;
    if (!begin_growing(&event, EVENT_SYSCALL_FCHMODAT_X, 4))
        return;
    grow64(&event, ret);
    grow64(&event, number32(arg0));
    grow_text(&event, arg1);
    grow32(&event, arg2 & 07777);
    end_growing(&event);
}

ENTER(syscall_mount_e)
{
    u8 *event = begin_event(EVENT_SYSCALL_MOUNT_E, 1, 32);
    if (!event)
        return;
    put16(event + 26, 4);
    put32(event + 28, mount_flags(arg3));
    end_event(event);
}

EXIT(syscall_mount_x)
{
    struct growing event;
    if (!begin_growing(&event, EVENT_SYSCALL_MOUNT_X, 4))
        return;
    grow64(&event, ret);
    grow_text(&event, arg0);
    grow_text(&event, arg1);
    grow_text(&event, arg2);
    end_growing(&event);
}

ENTER(syscall_umount_e)
{
    u8 *event = begin_event(EVENT_SYSCALL_UMOUNT_E, 1, 32);
    if (!event)
        return;
    put16(event + 26, 4);
    put32(event + 28, arg1 & 15);
    end_event(event);
}

EXIT(syscall_umount_x)
{
    struct growing event;
    if (!begin_growing(&event, EVENT_SYSCALL_UMOUNT_X, 2))
        return;
    grow64(&event, ret);
    grow_text(&event, arg0);
    end_growing(&event);
}

ENTER(syscall_brk_4_e)
{
    u8 *event = begin_event(EVENT_SYSCALL_BRK_4_E, 1, 36);
    if (!event)
        return;
    put16(event + 26, 8);
    put64(event + 28, arg0);
    end_event(event);
}

EXIT(syscall_brk_4_x)
{
    u8 *event = begin_event(EVENT_SYSCALL_BRK_4_X, 4, 54);
    if (!event)
        return;
    put16(event + 26, 8);
    put16(event + 28, 4);
    put16(event + 30, 4);
    put16(event + 32, 4);
    put64(event + 34, ret);
    put32(event + 42, vm_size(current_mm()));
    put32(event + 46, vm_rss(current_mm()));
    put32(event + 50, vm_swap(current_mm()));
    end_event(event);
}

ENTER(syscall_mmap_e)
{
    u8 *event = begin_event(EVENT_SYSCALL_MMAP_E, 6, 78);
    if (!event)
        return;
    put16(event + 26, 8);
    put16(event + 28, 8);
    put16(event + 30, 4);
    put16(event + 32, 4);
    put16(event + 34, 8);
    put16(event + 36, 8);
    put64(event + 38, arg0);
    put64(event + 46, arg1);
    put32(event + 54, prot_flags(arg2));
    put32(event + 58, mmap_flags(arg3));
    put64(event + 62, number32(arg4));
    put64(event + 70, arg5);
    end_event(event);
}

EXIT(syscall_mmap_x)
{
    u8 *event = begin_event(EVENT_SYSCALL_MMAP_X, 4, 54);
    if (!event)
        return;
    put16(event + 26, 8);
    put16(event + 28, 4);
    put16(event + 30, 4);
    put16(event + 32, 4);
    put64(event + 34, ret);
    put32(event + 42, vm_size(current_mm()));
    put32(event + 46, vm_rss(current_mm()));
    put32(event + 50, vm_swap(current_mm()));
    end_event(event);
}

ENTER(syscall_munmap_e)
{
    u8 *event = begin_event(EVENT_SYSCALL_MUNMAP_E, 2, 46);
    if (!event)
        return;
    put16(event + 26, 8);
    put16(event + 28, 8);
    put64(event + 30, arg0);
    put64(event + 38, arg1);
    end_event(event);
}

EXIT(syscall_munmap_x)
{
    u8 *event = begin_event(EVENT_SYSCALL_MUNMAP_X, 4, 54);
    if (!event)
        return;
    put16(event + 26, 8);
    put16(event + 28, 4);
    put16(event + 30, 4);
    put16(event + 32, 4);
    put64(event + 34, ret);
    put32(event + 42, vm_size(current_mm()));
    put32(event + 46, vm_rss(current_mm()));
    put32(event + 50, vm_swap(current_mm()));
    end_event(event);
}

ENTER(syscall_mprotect_e)
{
    u8 *event = begin_event(EVENT_SYSCALL_MPROTECT_E, 3, 52);
    if (!event)
        return;
    put16(event + 26, 8);
    put16(event + 28, 8);
    put16(event + 30, 4);
    put64(event + 32, arg0);
    put64(event + 40, arg1);
    put32(event + 48, prot_flags(arg2));
    end_event(event);
}

EXIT(syscall_mprotect_x)
{
    u8 *event = begin_event(EVENT_SYSCALL_MPROTECT_X, 1, 36);
    if (!event)
        return;
    put16(event + 26, 8);
    put64(event + 28, ret);
    end_event(event);
}

ENTER(syscall_futex_e)
{
    u8 *event = begin_event(EVENT_SYSCALL_FUTEX_E, 3, 50);
    if (!event)
        return;
    put16(event + 26, 8);
    put16(event + 28, 2);
    put16(event + 30, 8);
    put64(event + 32, arg0);
    put16(event + 40, arg1);
    put64(event + 42, arg2);
    end_event(event);
}

EXIT(syscall_futex_x)
{
    u8 *event = begin_event(EVENT_SYSCALL_FUTEX_X, 1, 36);
    if (!event)
        return;
    put16(event + 26, 8);
    put64(event + 28, ret);
    end_event(event);
}

ENTER(syscall_nanosleep_e)
{
    u8 *event = begin_event(EVENT_SYSCALL_NANOSLEEP_E, 1, 36);
    if (!event)
        return;
    put16(event + 26, 8);
    put64(event + 28, user_time(arg0));
    end_event(event);
}

EXIT(syscall_nanosleep_x)
{
    u8 *event = begin_event(EVENT_SYSCALL_NANOSLEEP_X, 1, 36);
    if (!event)
        return;
    put16(event + 26, 8);
    put64(event + 28, ret);
    end_event(event);
}

ENTER(syscall_epollwait_e)
{
    u8 *event = begin_event(EVENT_SYSCALL_EPOLLWAIT_E, 1, 36);
    if (!event)
        return;
    put16(event + 26, 8);
    put64(event + 28, number32(arg2));
    end_event(event);
}

EXIT(syscall_epollwait_x)
{
    u8 *event = begin_event(EVENT_SYSCALL_EPOLLWAIT_X, 1, 36);
    if (!event)
        return;
    put16(event + 26, 8);
    put64(event + 28, ret);
    end_event(event);
}

ENTER(syscall_select_e)
{
    u8 *event = begin_event(EVENT_SYSCALL_SELECT_E, 0, 26);
    if (!event)
        return;
    end_event(event);
}

EXIT(syscall_select_x)
{
    u8 *event = begin_event(EVENT_SYSCALL_SELECT_X, 1, 36);
    if (!event)
        return;
    put16(event + 26, 8);
    put64(event + 28, ret);
    end_event(event);
}

ENTER(syscall_kill_e)
{
    u8 *event = begin_event(EVENT_SYSCALL_KILL_E, 2, 39);
    if (!event)
        return;
    put16(event + 26, 8);
    put16(event + 28, 1);
    put64(event + 30, number32(arg0));
    put8(event + 38, arg1);
    end_event(event);
}

EXIT(syscall_kill_x)
{
    u8 *event = begin_event(EVENT_SYSCALL_KILL_X, 1, 36);
    if (!event)
        return;
    put16(event + 26, 8);
    put64(event + 28, ret);
    end_event(event);
}

ENTER(syscall_tkill_e)
{
    u8 *event = begin_event(EVENT_SYSCALL_TKILL_E, 2, 39);
    if (!event)
        return;
    put16(event + 26, 8);
    put16(event + 28, 1);
    put64(event + 30, number32(arg0));
    put8(event + 38, arg1);
    end_event(event);
}

EXIT(syscall_tkill_x)
{
    u8 *event = begin_event(EVENT_SYSCALL_TKILL_X, 1, 36);
    if (!event)
        return;
    put16(event + 26, 8);
    put64(event + 28, ret);
    end_event(event);
}

ENTER(syscall_tgkill_e)
{
    u8 *event = begin_event(EVENT_SYSCALL_TGKILL_E, 3, 49);
    if (!event)
        return;
    put16(event + 26, 8);
    put16(event + 28, 8);
    put16(event + 30, 1);
    put64(event + 32, number32(arg0));
    put64(event + 40, number32(arg1));
    put8(event + 48, arg2);
    end_event(event);
}

EXIT(syscall_tgkill_x)
{
    u8 *event = begin_event(EVENT_SYSCALL_TGKILL_X, 1, 36);
    if (!event)
        return;
    put16(event + 26, 8);
    put64(event + 28, ret);
    end_event(event);
}

ENTER(syscall_setsid_e)
{
    u8 *event = begin_event(EVENT_SYSCALL_SETSID_E, 0, 26);
    if (!event)
        return;
    end_event(event);
}

EXIT(syscall_setsid_x)
{
    u8 *event = begin_event(EVENT_SYSCALL_SETSID_X, 1, 36);
    if (!event)
        return;
    put16(event + 26, 8);
    put64(event + 28, ret);
    end_event(event);
}

ENTER(syscall_setpgid_e)
{
    u8 *event = begin_event(EVENT_SYSCALL_SETPGID_E, 2, 46);
    if (!event)
        return;
    put16(event + 26, 8);
    put16(event + 28, 8);
    put64(event + 30, number32(arg0));
    put64(event + 38, number32(arg1));
    end_event(event);
}

EXIT(syscall_setpgid_x)
{
    u8 *event = begin_event(EVENT_SYSCALL_SETPGID_X, 1, 36);
    if (!event)
        return;
    put16(event + 26, 8);
    put64(event + 28, ret);
    end_event(event);
}

ENTER(syscall_setns_e)
{
    u8 *event = begin_event(EVENT_SYSCALL_SETNS_E, 2, 42);
    if (!event)
        return;
    put16(event + 26, 8);
    put16(event + 28, 4);
    put64(event + 30, number32(arg0));
    put32(event + 38, clone_flags(arg1));
    end_event(event);
}

EXIT(syscall_setns_x)
{
    u8 *event = begin_event(EVENT_SYSCALL_SETNS_X, 1, 36);
    if (!event)
        return;
    put16(event + 26, 8);
    put64(event + 28, ret);
    end_event(event);
}

ENTER(syscall_unshare_e)
{
    u8 *event = begin_event(EVENT_SYSCALL_UNSHARE_E, 1, 32);
    if (!event)
        return;
    put16(event + 26, 4);
    put32(event + 28, clone_flags(arg0));
    end_event(event);
}

EXIT(syscall_unshare_x)
{
    u8 *event = begin_event(EVENT_SYSCALL_UNSHARE_X, 1, 36);
    if (!event)
        return;
    put16(event + 26, 8);
    put64(event + 28, ret);
    end_event(event);
}

ENTER(syscall_seccomp_e)
{
    u8 *event = begin_event(EVENT_SYSCALL_SECCOMP_E, 1, 36);
    if (!event)
        return;
    put16(event + 26, 8);
    put64(event + 28, arg0);
    end_event(event);
}

EXIT(syscall_seccomp_x)
{
    u8 *event = begin_event(EVENT_SYSCALL_SECCOMP_X, 1, 36);
    if (!event)
        return;
    put16(event + 26, 8);
    put64(event + 28, ret);
    end_event(event);
}

ENTER(syscall_ptrace_e)
{
    u8 *event = begin_event(EVENT_SYSCALL_PTRACE_E, 2, 40);
    if (!event)
        return;
    put16(event + 26, 2);
    put16(event + 28, 8);
    put16(event + 30, ptrace_request(arg0));
    put64(event + 32, number32(arg1));
    end_event(event);
}

ENTER(syscall_getrlimit_e)
{
    u8 *event = begin_event(EVENT_SYSCALL_GETRLIMIT_E, 1, 29);
    if (!event)
        return;
    put16(event + 26, 1);
    put8(event + 28, rlimit_resource(arg0));
    end_event(event);
}

EXIT(syscall_getrlimit_x)
{
    u8 *event = begin_event(EVENT_SYSCALL_GETRLIMIT_X, 3, 56);
    if (!event)
        return;
    put16(event + 26, 8);
    put16(event + 28, 8);
    put16(event + 30, 8);
    put64(event + 32, ret);
    put64(event + 40, ret ? -1 : user64(arg1));
    put64(event + 48, ret ? -1 : user64(arg1 + 8));
    end_event(event);
}

ENTER(syscall_setrlimit_e)
{
    u8 *event = begin_event(EVENT_SYSCALL_SETRLIMIT_E, 1, 29);
    if (!event)
        return;
    put16(event + 26, 1);
    put8(event + 28, rlimit_resource(arg0));
    end_event(event);
}

EXIT(syscall_setrlimit_x)
{
    u8 *event = begin_event(EVENT_SYSCALL_SETRLIMIT_X, 3, 56);
    if (!event)
        return;
    put16(event + 26, 8);
    put16(event + 28, 8);
    put16(event + 30, 8);
    put64(event + 32, ret);
    put64(event + 40, user64(arg1));
    put64(event + 48, user64(arg1 + 8));
    end_event(event);
}

ENTER(syscall_prlimit_e)
{
    u8 *event = begin_event(EVENT_SYSCALL_PRLIMIT_E, 2, 39);
    if (!event)
        return;
    put16(event + 26, 8);
    put16(event + 28, 1);
    put64(event + 30, number32(arg0));
    put8(event + 38, rlimit_resource(arg1));
    end_event(event);
}

EXIT(syscall_prlimit_x)
{
    u8 *event = begin_event(EVENT_SYSCALL_PRLIMIT_X, 5, 76);
    if (!event)
        return;
    put16(event + 26, 8);
    put16(event + 28, 8);
    put16(event + 30, 8);
    put16(event + 32, 8);
    put16(event + 34, 8);
    put64(event + 36, ret);
    put64(event + 44, user64(arg2));
    put64(event + 52, arg2 ? user64(arg2 + 8) : 0);
    put64(event + 60, ret ? -1 : user64(arg3));
    put64(event + 68, ret ? -1 : arg3 ? user64(arg3 + 8) : 0);
    end_event(event);
}

ENTER(syscall_setuid_e)
{
    u8 *event = begin_event(EVENT_SYSCALL_SETUID_E, 1, 32);
    if (!event)
        return;
    put16(event + 26, 4);
    put32(event + 28, arg0);
    end_event(event);
}

EXIT(syscall_setuid_x)
{
    u8 *event = begin_event(EVENT_SYSCALL_SETUID_X, 1, 36);
    if (!event)
        return;
    put16(event + 26, 8);
    put64(event + 28, ret);
    end_event(event);
}

ENTER(syscall_setgid_e)
{
    u8 *event = begin_event(EVENT_SYSCALL_SETGID_E, 1, 32);
    if (!event)
        return;
    put16(event + 26, 4);
    put32(event + 28, arg0);
    end_event(event);
}

EXIT(syscall_setgid_x)
{
    u8 *event = begin_event(EVENT_SYSCALL_SETGID_X, 1, 36);
    if (!event)
        return;
    put16(event + 26, 8);
    put64(event + 28, ret);
    end_event(event);
}

ENTER(syscall_setresuid_e)
{
    u8 *event = begin_event(EVENT_SYSCALL_SETRESUID_E, 3, 44);
    if (!event)
        return;
    put16(event + 26, 4);
    put16(event + 28, 4);
    put16(event + 30, 4);
    put32(event + 32, arg0);
    put32(event + 36, arg1);
    put32(event + 40, arg2);
    end_event(event);
}

EXIT(syscall_setresuid_x)
{
    u8 *event = begin_event(EVENT_SYSCALL_SETRESUID_X, 1, 36);
    if (!event)
        return;
    put16(event + 26, 8);
    put64(event + 28, ret);
    end_event(event);
}

ENTER(syscall_getuid_e)
{
    u8 *event = begin_event(EVENT_SYSCALL_GETUID_E, 0, 26);
    if (!event)
        return;
    end_event(event);
}

EXIT(syscall_getuid_x)
{
    u8 *event = begin_event(EVENT_SYSCALL_GETUID_X, 1, 32);
    if (!event)
        return;
    put16(event + 26, 4);
    put32(event + 28, ret);
    end_event(event);
}

ENTER(syscall_geteuid_e)
{
    u8 *event = begin_event(EVENT_SYSCALL_GETEUID_E, 0, 26);
    if (!event)
        return;
    end_event(event);
}

EXIT(syscall_geteuid_x)
{
    u8 *event = begin_event(EVENT_SYSCALL_GETEUID_X, 1, 32);
    if (!event)
        return;
    put16(event + 26, 4);
    put32(event + 28, ret);
    end_event(event);
}

ENTER(syscall_getgid_e)
{
    u8 *event = begin_event(EVENT_SYSCALL_GETGID_E, 0, 26);
    if (!event)
        return;
    end_event(event);
}

EXIT(syscall_getgid_x)
{
    u8 *event = begin_event(EVENT_SYSCALL_GETGID_X, 1, 32);
    if (!event)
        return;
    put16(event + 26, 4);
    put32(event + 28, ret);
    end_event(event);
}

ENTER(syscall_getegid_e)
{
    u8 *event = begin_event(EVENT_SYSCALL_GETEGID_E, 0, 26);
    if (!event)
        return;
    end_event(event);
}

EXIT(syscall_getegid_x)
{
    u8 *event = begin_event(EVENT_SYSCALL_GETEGID_X, 1, 32);
    if (!event)
        return;
    put16(event + 26, 4);
    put32(event + 28, ret);
    end_event(event);
}

ENTER(syscall_setresgid_e)
{
    u8 *event = begin_event(EVENT_SYSCALL_SETRESGID_E, 3, 44);
    if (!event)
        return;
    put16(event + 26, 4);
    put16(event + 28, 4);
    put16(event + 30, 4);
    put32(event + 32, arg0);
    put32(event + 36, arg1);
    put32(event + 40, arg2);
    end_event(event);
}

EXIT(syscall_setresgid_x)
{
    u8 *event = begin_event(EVENT_SYSCALL_SETRESGID_X, 1, 36);
    if (!event)
        return;
    put16(event + 26, 8);
    put64(event + 28, ret);
    end_event(event);
}

ENTER(syscall_getresuid_e)
{
    u8 *event = begin_event(EVENT_SYSCALL_GETRESUID_E, 0, 26);
    if (!event)
        return;
    end_event(event);
}

EXIT(syscall_getresuid_x)
{
    u8 *event = begin_event(EVENT_SYSCALL_GETRESUID_X, 4, 54);
    if (!event)
        return;
    put16(event + 26, 8);
    put16(event + 28, 4);
    put16(event + 30, 4);
    put16(event + 32, 4);
    put64(event + 34, ret);
    put32(event + 42, ret ? 0 : user32(arg0));
    put32(event + 46, ret ? 0 : user32(arg1));
    put32(event + 50, ret ? 0 : user32(arg2));
    end_event(event);
}

ENTER(syscall_getresgid_e)
{
    u8 *event = begin_event(EVENT_SYSCALL_GETRESGID_E, 0, 26);
    if (!event)
        return;
    end_event(event);
}

EXIT(syscall_getresgid_x)
{
    u8 *event = begin_event(EVENT_SYSCALL_GETRESGID_X, 4, 54);
    if (!event)
        return;
    put16(event + 26, 8);
    put16(event + 28, 4);
    put16(event + 30, 4);
    put16(event + 32, 4);
    put64(event + 34, ret);
    put32(event + 42, ret ? 0 : user32(arg0));
    put32(event + 46, ret ? 0 : user32(arg1));
    put32(event + 50, ret ? 0 : user32(arg2));
    end_event(event);
}

ENTER(syscall_semget_e)
{
    u8 *event = begin_event(EVENT_SYSCALL_SEMGET_E, 3, 44);
    if (!event)
        return;
    put16(event + 26, 4);
    put16(event + 28, 4);
    put16(event + 30, 4);
    put32(event + 32, arg0);
    put32(event + 36, arg1);
    put32(event + 40, semget_flags(arg2));
    end_event(event);
}

EXIT(syscall_semget_x)
{
    u8 *event = begin_event(EVENT_SYSCALL_SEMGET_X, 1, 36);
    if (!event)
        return;
    put16(event + 26, 8);
    put64(event + 28, ret);
    end_event(event);
}

ENTER(syscall_semctl_e)
{
    u8 *event = begin_event(EVENT_SYSCALL_SEMCTL_E, 4, 48);
    if (!event)
        return;
    put16(event + 26, 4);
    put16(event + 28, 4);
    put16(event + 30, 2);
    put16(event + 32, 4);
    put32(event + 34, arg0);
    put32(event + 38, arg1);
    put16(event + 42, semctl_command(arg2));
    put32(event + 44, (u16)arg2 == 16 ? arg3 : 0);
    end_event(event);
}

EXIT(syscall_semctl_x)
{
    u8 *event = begin_event(EVENT_SYSCALL_SEMCTL_X, 1, 36);
    if (!event)
        return;
    put16(event + 26, 8);
    put64(event + 28, ret);
    end_event(event);
}

ENTER(syscall_semop_e)
{
    u8 *event = begin_event(EVENT_SYSCALL_SEMOP_E, 1, 32);
    if (!event)
        return;
    put16(event + 26, 4);
    put32(event + 28, arg0);
    end_event(event);
}

EXIT(syscall_semop_x)
{
    u8 *event = begin_event(EVENT_SYSCALL_SEMOP_X, 8, 66);
    if (!event)
        return;
    put16(event + 26, 8);
    put16(event + 28, 4);
    put16(event + 30, 2);
    put16(event + 32, 2);
    put16(event + 34, 2);
    put16(event + 36, 2);
    put16(event + 38, 2);
    put16(event + 40, 2);
    put64(event + 42, ret);
    put32(event + 50, arg2);
    put16(event + 54, sem_word(regs, ret, 0));
    put16(event + 56, sem_word(regs, ret, 1));
    put16(event + 58, sem_flags(sem_word(regs, ret, 2)));
    put16(event + 60, sem_word(regs, ret, 3));
    put16(event + 62, sem_word(regs, ret, 4));
    put16(event + 64, sem_flags(sem_word(regs, ret, 5)));
    end_event(event);
}

ENTER(syscall_clone_20_e)
{
    u8 *event = begin_event(EVENT_SYSCALL_CLONE_20_E, 0, 26);
    if (!event)
        return;
    end_event(event);
}

ENTER(syscall_clone3_e)
{
    u8 *event = begin_event(EVENT_SYSCALL_CLONE3_E, 0, 26);
    if (!event)
        return;
    end_event(event);
}

ENTER(syscall_fork_20_e)
{
    u8 *event = begin_event(EVENT_SYSCALL_FORK_20_E, 0, 26);
    if (!event)
        return;
    end_event(event);
}

ENTER(syscall_vfork_20_e)
{
    u8 *event = begin_event(EVENT_SYSCALL_VFORK_20_E, 0, 26);
    if (!event)
        return;
    end_event(event);
}

ENTER(syscall_execve_19_e)
{
    struct growing event;
    if (!begin_growing(&event, EVENT_SYSCALL_EXECVE_19_E, 1))
        return;
    grow_text(&event, arg0);
    end_growing(&event);
}

ENTER(syscall_execveat_e)
{
    struct growing event;
    if (!begin_growing(&event, EVENT_SYSCALL_EXECVEAT_E, 3))
        return;
    grow64(&event, number32(arg0));
    grow_text(&event, arg1);
    grow32(&event, execveat_flags(arg4));
    end_growing(&event);
}

ENTER(socket_socket_e)
{
    u8 *event = begin_event(EVENT_SOCKET_SOCKET_E, 3, 44);
    if (!event)
        return;
    put16(event + 26, 4);
    put16(event + 28, 4);
    put16(event + 30, 4);
    put32(event + 32, arg0);
    put32(event + 36, arg1);
    put32(event + 40, arg2);
    end_event(event);
}

EXIT(socket_socket_x)
{
    u8 *event = begin_event(EVENT_SOCKET_SOCKET_X, 1, 36);
    if (!event)
        return;
    put16(event + 26, 8);
    put64(event + 28, ret);
    end_event(event);
}

ENTER(socket_bind_e)
{
    u8 *event = begin_event(EVENT_SOCKET_BIND_E, 1, 36);
    if (!event)
        return;
    put16(event + 26, 8);
    put64(event + 28, number32(arg0));
    end_event(event);
}

ENTER(socket_listen_e)
{
    u8 *event = begin_event(EVENT_SOCKET_LISTEN_E, 2, 42);
    if (!event)
        return;
    put16(event + 26, 8);
    put16(event + 28, 4);
    put64(event + 30, number32(arg0));
    put32(event + 38, arg1);
    end_event(event);
}

EXIT(socket_listen_x)
{
    u8 *event = begin_event(EVENT_SOCKET_LISTEN_X, 1, 36);
    if (!event)
        return;
    put16(event + 26, 8);
    put64(event + 28, ret);
    end_event(event);
}

ENTER(socket_accept_5_e)
{
    u8 *event = begin_event(EVENT_SOCKET_ACCEPT_5_E, 0, 26);
    if (!event)
        return;
    end_event(event);
}

ENTER(socket_accept4_5_e)
{
    u8 *event = begin_event(EVENT_SOCKET_ACCEPT4_5_E, 1, 32);
    if (!event)
        return;
    put16(event + 26, 4);
    put32(event + 28, arg3);
    end_event(event);
}

ENTER(socket_shutdown_e)
{
    u8 *event = begin_event(EVENT_SOCKET_SHUTDOWN_E, 2, 39);
    if (!event)
        return;
    put16(event + 26, 8);
    put16(event + 28, 1);
    put64(event + 30, number32(arg0));
    put8(event + 38, arg1);
    end_event(event);
}

EXIT(socket_shutdown_x)
{
    u8 *event = begin_event(EVENT_SOCKET_SHUTDOWN_X, 1, 36);
    if (!event)
        return;
    put16(event + 26, 8);
    put64(event + 28, ret);
    end_event(event);
}

ENTER(socket_socketpair_e)
{
    u8 *event = begin_event(EVENT_SOCKET_SOCKETPAIR_E, 3, 44);
    if (!event)
        return;
    put16(event + 26, 4);
    put16(event + 28, 4);
    put16(event + 30, 4);
    put32(event + 32, arg0);
    put32(event + 36, arg1);
    put32(event + 40, arg2);
    end_event(event);
}

ENTER(socket_getsockname_e)
{
    u8 *event = begin_event(EVENT_SOCKET_GETSOCKNAME_E, 0, 26);
    if (!event)
        return;
    end_event(event);
}

EXIT(socket_getsockname_x)
{
    u8 *event = begin_event(EVENT_SOCKET_GETSOCKNAME_X, 0, 26);
    if (!event)
        return;
    end_event(event);
}

ENTER(socket_getpeername_e)
{
    u8 *event = begin_event(EVENT_SOCKET_GETPEERNAME_E, 0, 26);
    if (!event)
        return;
    end_event(event);
}

EXIT(socket_getpeername_x)
{
    u8 *event = begin_event(EVENT_SOCKET_GETPEERNAME_X, 0, 26);
    if (!event)
        return;
    end_event(event);
}

ENTER(socket_setsockopt_e)
{
    u8 *event = begin_event(EVENT_SOCKET_SETSOCKOPT_E, 0, 26);
    if (!event)
        return;
    end_event(event);
}

ENTER(socket_getsockopt_e)
{
    u8 *event = begin_event(EVENT_SOCKET_GETSOCKOPT_E, 0, 26);
    if (!event)
        return;
    end_event(event);
}

EXIT(socket_sendto_x)
{
    struct growing event;
    if (!begin_growing(&event, EVENT_SOCKET_SENDTO_X, 2))
        return;
    grow64(&event, ret);
    grow_payload(&event, arg1, ret > 0 ? ret : 0);
    end_growing(&event);
}

ENTER(socket_recvfrom_e)
{
    u8 *event = begin_event(EVENT_SOCKET_RECVFROM_E, 2, 42);
    if (!event)
        return;
    put16(event + 26, 8);
    put16(event + 28, 4);
    put64(event + 30, number32(arg0));
    put32(event + 38, arg2);
    end_event(event);
}

ENTER(socket_recvmsg_e)
{
    u8 *event = begin_event(EVENT_SOCKET_RECVMSG_E, 1, 36);
    if (!event)
        return;
    put16(event + 26, 8);
    put64(event + 28, number32(arg0));
    end_event(event);
}

ENTER(socket_sendmmsg_e)
{
    u8 *event = begin_event(EVENT_SOCKET_SENDMMSG_E, 0, 26);
    if (!event)
        return;
    end_event(event);
}

EXIT(socket_sendmmsg_x)
{
    u8 *event = begin_event(EVENT_SOCKET_SENDMMSG_X, 0, 26);
    if (!event)
        return;
    end_event(event);
}

ENTER(socket_recvmmsg_e)
{
    u8 *event = begin_event(EVENT_SOCKET_RECVMMSG_E, 0, 26);
    if (!event)
        return;
    end_event(event);
}

EXIT(socket_recvmmsg_x)
{
    u8 *event = begin_event(EVENT_SOCKET_RECVMMSG_X, 0, 26);
    if (!event)
        return;
    end_event(event);
}

ENTER(syscall_readv_e)
{
    u8 *event = begin_event(EVENT_SYSCALL_READV_E, 1, 36);
    if (!event)
        return;
    put16(event + 26, 8);
    put64(event + 28, number32(arg0));
    end_event(event);
}

ENTER(syscall_preadv_e)
{
    u8 *event = begin_event(EVENT_SYSCALL_PREADV_E, 2, 46);
    if (!event)
        return;
    put16(event + 26, 8);
    put16(event + 28, 8);
    put64(event + 30, number32(arg0));
    put64(event + 38, arg3);
    end_event(event);
}
