/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A load of system calls that knows what it did.
 *   load KIND CALLS       makes so many calls and prints nanoseconds of processor time for one
 *   load KIND SECONDSs    makes calls for so long and prints how many
 *   load KIND SECONDSs N  the same, at most N a second
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/wait.h>
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

/* A process that ends at once; counted as one. */
static long fork_once(void)
{
    pid_t child = fork();
    if (child < 0)
        exit(1);
    if (!child)
        _exit(0);
    waitpid(child, 0, 0);
    return 1;
}

/* A process that becomes another program, which opens its libraries and ends; counted as one. */
static long spawn_once(void)
{
    pid_t child = fork();
    if (child < 0)
        exit(1);
    if (!child) {
        execl("/bin/true", "true", (char *)0);
        _exit(1);
    }
    waitpid(child, 0, 0);
    return 1;
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
    { "fork", fork_once, 1 },
    { "spawn", spawn_once, 1 },
};

static double now(clockid_t clock)
{
    struct timespec time;
    clock_gettime(clock, &time);
    return time.tv_sec + time.tv_nsec / 1e9;
}

/* Makes calls until so many seconds are over, at most so many a second; without a limit in rounds, so that the clock is rarely asked. */
static long make_for(long (*once)(void), long seconds, long rate)
{
    double start = now(CLOCK_MONOTONIC);
    double passed;
    long done = 0;
    while ((passed = now(CLOCK_MONOTONIC) - start) < seconds) {
        if (rate && done > passed * rate) {
            usleep(1e6 / rate);
            continue;
        }
        for (int round = 0; round < (rate ? 1 : 1000); round++)
            done += once();
    }
    return done;
}

int main(int count, char **words)
{
    char *end = "";
    long wanted = count > 2 ? strtol(words[2], &end, 10) : 0;
    zero = open("/dev/zero", O_RDONLY);
    for (unsigned i = 0; i < sizeof(kinds) / sizeof(*kinds); i++) {
        long done = 0;
        if (count < 3 || strcmp(words[1], kinds[i].name))
            continue;
        if (*end == 's') {
            printf("%ld\n", make_for(kinds[i].once, wanted, count > 3 ? atol(words[3]) : 0));
            return 0;
        }
        double start = now(CLOCK_PROCESS_CPUTIME_ID);
        while (done < wanted)
            done += kinds[i].once();
        printf("%.0f\n", (now(CLOCK_PROCESS_CPUTIME_ID) - start) * 1e9 * kinds[i].unit / done);
        return 0;
    }
    fprintf(stderr, "usage: load getppid|read|open|mixed|fork|spawn CALLS|SECONDSs [CALLS A SECOND]\n");
    return 2;
}
