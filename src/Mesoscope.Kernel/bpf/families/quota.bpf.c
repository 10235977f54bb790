/* SPDX-License-Identifier: GPL-2.0-only OR Apache-2.0 */
/* quotactl. Commands from linux/quota.h and linux/dqblk_xfs.h; names.tsv has the format's. */
#include "../growing.h"
#include "../translate.h"

enum quota_command { QUOTA_SYNC = 0x800001, QUOTA_ON, QUOTA_OFF, QUOTA_GET_FORMAT, QUOTA_GET_INFO, QUOTA_SET_INFO, QUOTA_GET, QUOTA_SET };

/* 'X' << 8, then XQUOTAON (1) to XQUOTASYNC (7). */
#define QUOTA_XFS 0x5800
#define QUOTA_XFS_GET (QUOTA_XFS + 3)
#define QUOTA_XFS_SET (QUOTA_XFS + 4)

/* struct if_dqblk and the bits of its valid; struct if_dqinfo likewise. */
struct quota_block {
    u64 hard_blocks, soft_blocks, space, hard_inodes, soft_inodes, inodes, block_time, inode_time;
    u32 valid;
};

struct quota_info {
    u64 block_grace, inode_grace;
    u32 flags, valid;
};

static __always_inline u16 quota_command(u32 command)
{
    if (command == QUOTA_SYNC)
        return 1 << 7;
    if (command >= QUOTA_ON && command <= QUOTA_SET)
        return 1 << (command - QUOTA_ON);
    return command > QUOTA_XFS && command <= QUOTA_XFS + 7 ? 1 << (command - QUOTA_XFS + 7) : 0;
}

/* QFMT_VFS_OLD, QFMT_VFS_V0, QFMT_VFS_V1; anything else is 1, not used. */
static __always_inline u8 quota_format(u32 format)
{
    return format == 1 ? 2 : format == 2 ? 4 : format == 4 ? 8 : 1;
}

/* USRQUOTA and GRPQUOTA. */
static __always_inline u8 quota_type(u32 type)
{
    return type == 0 ? 1 : type == 1 ? 2 : 0;
}

ENTER(syscall_quotactl_e)
{
    struct growing event;
    u32 command = (u32)arg0 >> 8;
    int has_id = command == QUOTA_GET || command == QUOTA_SET || command == QUOTA_XFS_GET || command == QUOTA_XFS_SET;
    if (!begin_growing(&event, EVENT_SYSCALL_QUOTACTL_E, 4))
        return;
    grow16(&event, quota_command(command));
    grow8(&event, quota_type(arg0 & 0xff));
    grow32(&event, has_id ? arg2 : 0);
    grow8(&event, quota_format(command == QUOTA_ON ? arg2 : 0));
    end_growing(&event);
}

EXIT(syscall_quotactl_x)
{
    struct growing event;
    struct quota_block block = {};
    struct quota_info info = {};
    u32 command = (u32)arg0 >> 8;
    if (!begin_growing(&event, EVENT_SYSCALL_QUOTACTL_X, 14))
        return;
    grow64(&event, ret);
    grow_text(&event, arg1);
    if (command == QUOTA_ON)
        grow_text(&event, arg3);
    else
        grow_empty_text(&event);
    if (command == QUOTA_SET || (command == QUOTA_GET && !ret))
        bpf_probe_read_user(&block, sizeof(block), (void *)arg3);
    if (command == QUOTA_SET_INFO || (command == QUOTA_GET_INFO && !ret))
        bpf_probe_read_user(&info, sizeof(info), (void *)arg3);
    grow64(&event, block.valid & 1 ? block.hard_blocks : 0);
    grow64(&event, block.valid & 1 ? block.soft_blocks : 0);
    grow64(&event, block.valid & 2 ? block.space : 0);
    grow64(&event, block.valid & 4 ? block.hard_inodes : 0);
    grow64(&event, block.valid & 4 ? block.soft_inodes : 0);
    grow64(&event, block.valid & 16 ? block.block_time : 0);
    grow64(&event, block.valid & 32 ? block.inode_time : 0);
    grow64(&event, info.valid & 1 ? info.block_grace : 0);
    grow64(&event, info.valid & 2 ? info.inode_grace : 0);
    /* V1_DQF_RSQUASH; 1 is none. */
    grow8(&event, info.valid & 4 && info.flags & 1 ? 2 : 1);
    grow8(&event, quota_format(command == QUOTA_GET_FORMAT && !ret ? user32(arg3) : 0));
    end_growing(&event);
}
