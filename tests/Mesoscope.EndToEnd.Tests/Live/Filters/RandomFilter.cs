using System.Globalization;

namespace Mesoscope.EndToEnd.Tests.Live.Filters;

/// <summary>
/// Filters by chance, the same for the same seed: over what the kernel decides and over what is left to the rest, never about times and
/// numbers of events, which two captures of the same run do not share.
/// </summary>
/// <param name="random">The chance.</param>
/// <param name="pid">The process that makes the load.</param>
sealed class RandomFilter(Random random, int pid)
{
    const int MaxDepth = 3;

    static readonly string[] s_types =
        ["open", "openat", "read", "write", "close", "clone", "execve", "exit_group", "procexit", "mmap", "brk", "stat", "newfstatat", "fstat", "pipe", "pipe2",
         "dup2", "socket", "bind", "connect", "accept", "sendto", "recvfrom", "kill", "wait4", "chdir", "mkdir", "unlink", "rename", "getpid", "getppid", "getuid",
         "rt_sigaction", "select", "switch", "signaldeliver", "lseek", "fcntl", "socketpair", "shutdown", "writev", "readv", "nanosleep", "umask", "access"];

    static readonly string[] s_names = ["sh", "cat", "perl", "dd", "sort", "head", "ls", "rm", "no-such-name"];

    static readonly string[] s_others =
        ["evt.category=file", "evt.category=net", "evt.category=process", "evt.is_io=true", "evt.is_io_read=true", "evt.is_io_write=true", "evt.io_dir=read",
         "evt.is_wait=true", "evt.failed=true", "evt.res=SUCCESS", "evt.res!=SUCCESS", "evt.rawres<0", "evt.rawres>10", "evt.cpu=0", "fd.num>2", "fd.num=1",
         "fd.type=file", "fd.type=ipv4", "fd.type=pipe", "fd.typechar=f", "fd.name contains etc", "fd.name startswith /dev", "fd.directory=/etc", "fd.filename=passwd",
         "fd.sport=0", "fd.l4proto=tcp", "fd.is_server=true", "evt.arg.path exists", "evt.arg.res=0", "evt.arg.fd exists", "evt.args contains etc",
         "evt.arg.name contains passwd", "evt.buffer contains text", "evt.buflen>50", "evt.is_open_read=true", "evt.is_open_write=true", "user.name=root", "user.uid=0",
         "proc.exe contains perl", "proc.cmdline contains passwd", "proc.args contains e", "proc.pname=sh", "proc.aname=sh", "proc.aname[2]=sh", "proc.args=-c",
         "proc.cwd=/usr/", "proc.vpid exists", "thread.ismain=true", "container.id=host", "container.id!=host", "container.id=0123456789ab", "container.name=host",
         "syscall.type=read", "evt.type.is.open=1 or evt.type=close"];

    /// <summary>The next one.</summary>
    public string Next() => Text(0);

    string Text(int depth) => depth == MaxDepth ? Check() : random.Next(7) switch
    {
        0 => $"not ({Text(depth + 1)})",
        1 or 2 => $"{Operand(depth)} or {Operand(depth)}",
        3 or 4 => $"{Operand(depth)} and {Operand(depth)}",
        _ => Check(),
    };

    string Operand(int depth) => random.Next(2) == 0 ? Check() : $"({Text(depth + 1)})";

    string Check() => random.Next(10) switch
    {
        0 or 1 or 2 => Compare("evt.type", s_types),
        3 => random.Next(2) == 0 ? "evt.dir=<" : "evt.dir=>",
        4 => Compare("proc.name", s_names),
        5 => Compare(random.Next(2) == 0 ? "proc.pid" : "thread.tid", Ids()),
        6 => $"{Pick("proc.apid", "proc.ppid", "proc.apid[1]", "proc.apid[2]")}={Pick(Ids())}",
        _ => Pick(s_others),
    };

    string[] Ids() => [pid.ToString(CultureInfo.InvariantCulture), Environment.ProcessId.ToString(CultureInfo.InvariantCulture), "1", "999999999"];

    string Compare(string field, string[] values) => random.Next(4) switch
    {
        0 => $"{field} in ({Pick(values)}, {Pick(values)}, {Pick(values)})",
        1 => $"{field}!={Pick(values)}",
        _ => $"{field}={Pick(values)}",
    };

    string Pick(params string[] values) => values[random.Next(values.Length)];
}
