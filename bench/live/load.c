/* SPDX-License-Identifier: Apache-2.0 */
/* A load of system calls that knows what it did: load getppid|read|open|mixed CALLS prints nanoseconds of processor time for a call. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

static int zero;

static long getppid_once(void)
{
    syscall(SYS_getppid);
    return 1;
}

static long read_once(void)
{
    char byte;
    if (read(zero, &byte, 1) != 1)
        exit(1);
    return 1;
}

static long open_once(void)
{
    int file = open("/dev/null", O_RDONLY);
    if (file < 0)
        exit(1);
    close(file);
    return 2;
}

static long mixed_once(void)
{
    return getppid_once() + read_once() + open_once();
}

static const struct {
    const char *name;
    long (*once)(void);
    /* What a figure is for: a call; open and close count as one. */
    int unit;
} kinds[] = {
    { "getppid", getppid_once, 1 },
    { "read", read_once, 1 },
    { "open", open_once, 2 },
    { "mixed", mixed_once, 1 },
};

int main(int count, char **words)
{
    long calls = count > 2 ? atol(words[2]) : 0;
    zero = open("/dev/zero", O_RDONLY);
    for (unsigned i = 0; i < sizeof(kinds) / sizeof(*kinds); i++) {
        struct timespec start, end;
        long done = 0;
        if (count < 3 || strcmp(words[1], kinds[i].name))
            continue;
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &start);
        while (done < calls)
            done += kinds[i].once();
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &end);
        printf("%.0f\n", ((end.tv_sec - start.tv_sec) * 1e9 + (end.tv_nsec - start.tv_nsec)) * kinds[i].unit / done);
        return 0;
    }
    fprintf(stderr, "usage: load getppid|read|open|mixed CALLS\n");
    return 2;
}
