/* SPDX-License-Identifier: GPL-2.0-only OR Apache-2.0 */
/* What counts for agents, as one object of its own: no event per call, and none of the maps of captures. */
#include "kernel.h"
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_core_read.h>

#include "counting/calls.bpf.c"
#include "counting/life.bpf.c"
#include "counting/groups.bpf.c"
#include "counting/sockets.bpf.c"
#include "counting/reading.bpf.c"

/* The helpers that read the kernel's memory are for programs under the GPL only. */
char program_license[] SEC("license") = "GPL";
