/* SPDX-License-Identifier: GPL-2.0-only OR Apache-2.0 */
/*
 * The few structures and fields of the kernel that the programs look at. Offsets are not those written here: clang records which
 * field is meant, and the loader puts in the running kernel's offset (CO-RE). A field that has two names in two ages of the kernel
 * has a second structure with a suffix behind three underscores, which the loader ignores.
 */
#pragma once

typedef unsigned char u8;
typedef signed char s8;
typedef unsigned short u16;
typedef short s16;
typedef unsigned int u32;
typedef int s32;
typedef unsigned long long u64;
typedef long long s64;

/* What bpf_helper_defs.h expects of a kernel header. */
typedef u8 __u8;
typedef u16 __u16;
typedef u32 __u32;
typedef u64 __u64;
typedef s16 __s16;
typedef s32 __s32;
typedef s64 __s64;
typedef u16 __be16;
typedef u32 __be32;
typedef u32 __wsum;

/* From linux/bpf.h. */
enum bpf_map_type {
    BPF_MAP_TYPE_HASH = 1,
    BPF_MAP_TYPE_ARRAY = 2,
    BPF_MAP_TYPE_PROG_ARRAY = 3,
};

enum { BPF_ANY = 0, BPF_NOEXIST = 1 };
enum { BPF_F_MMAPABLE = 1 << 10 };

/* The helper of that number; whether a kernel has it is asked by its name. */
enum bpf_func_id { BPF_FUNC_loop = 181 };

#pragma clang attribute push(__attribute__((preserve_access_index)), apply_to = record)

#if defined(__TARGET_ARCH_x86)
struct pt_regs {
    unsigned long r10, r9, r8, ax, dx, si, di, orig_ax, ip, sp;
};

struct thread_info {
    u32 status;
};
#elif defined(__TARGET_ARCH_arm64)
struct user_pt_regs {
    u64 regs[31];
    u64 sp, pc;
};

struct pt_regs {
    union {
        struct user_pt_regs user_regs;
        struct {
            u64 regs[31];
            u64 sp, pc;
        };
    };
    u64 orig_x0;
    s32 syscallno;
};

struct thread_info {
    unsigned long flags;
};
#endif

typedef struct {
    long counter;
} atomic_long_t;

struct mm_rss_stat {
    atomic_long_t count[4];
};

struct percpu_counter {
    s64 count;
};

typedef struct {
    u32 val;
} kuid_t;

typedef struct {
    u32 val;
} kgid_t;

/* Two words of 32 bits before kernel 6.3; the bits lie in the same bytes. */
typedef struct {
    u64 val;
} kernel_cap_t;

struct cred {
    kuid_t uid, euid, fsuid;
    kgid_t egid, fsgid;
    kernel_cap_t cap_inheritable, cap_permitted, cap_effective;
};

struct pid_namespace {
    unsigned int level;
};

struct upid {
    int nr;
    struct pid_namespace *ns;
};

struct pid {
    unsigned int level;
    struct upid numbers[1];
};

struct rlimit {
    unsigned long rlim_cur;
};

struct tty_driver {
    int major, minor_start;
};

struct tty_struct {
    struct tty_driver *driver;
    int index;
};

typedef struct {
    int counter;
} atomic_t;

struct signal_struct {
    atomic_t live;
    unsigned int flags;
    int group_exit_code;
    struct pid *pids[4];
    struct tty_struct *tty;
    struct rlimit rlim[16];
};

struct ns_common {
    unsigned int inum;
};

struct net {
    struct ns_common ns;
};

struct nsproxy {
    struct pid_namespace *pid_ns_for_children;
    struct net *net_ns;
};

struct kernfs_node {
    struct kernfs_node *parent;
    const char *name;
    u64 id;
};

/* Since kernel 6.15. */
struct kernfs_node___6_15 {
    struct kernfs_node *__parent;
};

struct cgroup_root {
    int hierarchy_id;
};

struct cgroup {
    struct kernfs_node *kn;
    struct cgroup_root *root;
};

struct cgroup_subsys_state {
    struct cgroup *cgroup;
};

/* The numbers depend on what the kernel was built with: the loader puts in the running kernel's. */
enum cgroup_subsys_id {
    cpuset_cgrp_id,
    cpu_cgrp_id,
    cpuacct_cgrp_id,
    io_cgrp_id,
    memory_cgrp_id,
    freezer_cgrp_id,
    pids_cgrp_id,
};

struct css_set {
    struct cgroup_subsys_state *subsys[16];
    struct cgroup *dfl_cgrp;
};

union __sifields {
    struct {
        int _pid;
    } _kill;
};

struct kernel_siginfo {
    int si_code;
    union __sifields _sifields;
};

struct super_block {
    u32 s_dev;
    unsigned long s_magic;
};

struct inode {
    u16 i_mode;
    kuid_t i_uid;
    kgid_t i_gid;
    struct super_block *i_sb;
    unsigned long i_ino;
};

struct vfsmount {
    struct super_block *mnt_sb;
};

struct mount {
    struct vfsmount mnt;
    int mnt_id;
};

struct path {
    struct vfsmount *mnt;
};

struct file {
    struct inode *f_inode;
    unsigned int f_flags;
    struct path f_path;
    void *private_data;
};

struct in6_addr {
    union {
        u8 u6_addr8[16];
    } in6_u;
};

struct sock_common {
    u16 skc_family;
    volatile unsigned char skc_state;
    u16 skc_dport, skc_num;
    u32 skc_daddr, skc_rcv_saddr;
    struct in6_addr skc_v6_daddr, skc_v6_rcv_saddr;
};

struct sock {
    struct sock_common __sk_common;
    u32 sk_ack_backlog, sk_max_ack_backlog;
    u16 sk_protocol;
    struct socket *sk_socket;
};

struct socket {
    short type;
    struct sock *sk;
};

struct socket_alloc {
    struct socket socket;
    struct inode vfs_inode;
};

struct ipv6_pinfo {
    struct in6_addr saddr;
};

struct inet_sock {
    struct ipv6_pinfo *pinet6;
    u32 inet_saddr;
    u16 inet_sport;
};

struct sockaddr_un {
    u16 sun_family;
    char sun_path[108];
};

struct unix_address {
    int len;
    struct sockaddr_un name[1];
};

struct unix_sock {
    struct unix_address *addr;
    struct sock *peer;
};

struct fdtable {
    unsigned int max_fds;
    struct file **fd;
    unsigned long *close_on_exec;
};

struct files_struct {
    struct fdtable *fdt;
};

struct mm_struct {
    unsigned long total_vm;
    unsigned long arg_start, arg_end, env_start, env_end;
    struct file *exe_file;
    struct mm_rss_stat rss_stat;
};

struct mm_struct___6_2 {
    struct percpu_counter rss_stat[4];
};

struct task_struct {
    struct thread_info thread_info;
    int pid, tgid;
    char comm[16];
    struct task_struct *real_parent;
    struct task_struct *group_leader;
    struct mm_struct *mm;
    unsigned int flags;
    int exit_code;
    unsigned long maj_flt, min_flt;
    u64 start_boottime;
    struct pid *thread_pid;
    struct cred *cred;
    struct signal_struct *signal;
    struct nsproxy *nsproxy;
    struct css_set *cgroups;
    kuid_t loginuid;
    struct files_struct *files;
};

#pragma clang attribute pop
