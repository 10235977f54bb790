/* SPDX-License-Identifier: GPL-2.0-only OR Apache-2.0 */
/* Everything, as one object: the maps are shared and the loader resolves the kernel's types once. */
#include "kernel.h"
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_core_read.h>

#include "dispatch.bpf.c"
#include "generated/fillers.g.h"
#include "families/messages.bpf.c"
#include "families/poll.bpf.c"
#include "families/process.bpf.c"
#include "families/quota.bpf.c"
#include "families/scheduler.bpf.c"
#include "families/sockets.bpf.c"
#include "families/vectors.bpf.c"

/* The helpers that read the kernel's memory are for programs under the GPL only. */
char program_license[] SEC("license") = "GPL";
