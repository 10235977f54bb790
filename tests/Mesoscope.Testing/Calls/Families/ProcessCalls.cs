namespace Mesoscope.Testing.Calls.Families;

/// <summary>Processes, their limits, name spaces and time.</summary>
static class ProcessCalls
{
    // sys/resource.h.
    const long OpenFiles = 7;

    internal static void Make(CallScene scene)
    {
        var pid = Environment.ProcessId;
        scene.Make("kill", [pid, 0], pid, 0);
        scene.Make("tkill", [pid, 0], pid, 0);
        scene.Make("tgkill", [pid, pid, 0], pid, pid, 0);
        scene.Make("setpgid", [99999999, 0], 99999999, 0);
        scene.Make("setns", [-1, 0x04000000], -1, 1 << 7);
        scene.Make("unshare", [0x00040000], 1 << 12);
        scene.Make("seccomp", [99, 0, 0], 99);
        scene.Make("ptrace", [17, 99999999, 1, 9], [12, 99999999], r => [r, Dynamic(0, 1), new byte[] { 1, 9 }]);
        scene.Make("ptrace", [4, 99999999, 0x10, 0x1234], [5, 99999999], r => [r, Dynamic(0, 0x10), Dynamic(0, 0x1234)]);
        scene.Make("execve", [scene.Text("/no/such"), scene.Words(scene.Text("such"), scene.Text("one"), 0), scene.Words(scene.Text("A=b"), 0)], ["/no/such"], r => Executed(r));
        scene.Make("execveat", [-100, scene.Text("/no/such"), scene.Words(scene.Text("such"), scene.Text("one"), 0), scene.Words(scene.Text("A=b"), 0), 0x100], [-100, "/no/such", 2], r => Executed(r));
        scene.Make("clone", [0x00010000, 0, 0, 0, 0], [], r => Failed(r, 1 << 13));
        scene.Make("clone3", [scene.Words(0x00010000, 0, 0, 0, 0, 0, 0, 0), 64], [], r => Failed(r, 1 << 13));
        Limit(scene);
        scene.Make("nanosleep", [scene.Words(0, 1000), 0], 1000);
        scene.Make("futex", [scene.Halves(0), 129, 1, 0, 0, 0], null, 129, 1);
        scene.MakeGeneric("clock_gettime", 1, scene.Words(0, 0));
        scene.MakeGeneric("sched_yield");
        scene.MakeGeneric("prctl", 9999);
        scene.MakeGeneric("getrandom", scene.Words(0), 8, 0);
        Semaphores(scene);
    }

    static byte[] Dynamic(byte type, long value) => [type, .. BitConverter.GetBytes(value)];

    // Who executes keeps its own name, and the arguments are those that were given.
    static object?[] Executed(long result) =>
        [result, "such", "one\0"u8.ToArray(), null, (long)Environment.ProcessId, null, "", null, null, null, null, null, null, null, null, "A=b\0"u8.ToArray(), null, null, null, null];

    static object?[] Failed(long result, int flags) =>
        [result, null, null, null, (long)Environment.ProcessId, null, "", null, null, null, null, null, null, null, null, flags, 0, 0, null, null];

    static void Limit(CallScene scene)
    {
        var limit = scene.Words(0, 0);
        scene.MakeWell("getrlimit", [OpenFiles, limit], [OpenFiles], r => [r, CallScene.Word(limit), CallScene.Word(limit, 1)]);
        scene.MakeWell("setrlimit", [OpenFiles, limit], [OpenFiles], r => [r, CallScene.Word(limit), CallScene.Word(limit, 1)]);
        var old = scene.Words(0, 0);
        scene.MakeWell("prlimit64", [0, OpenFiles, limit, old], [0, OpenFiles], r => [r, CallScene.Word(limit), CallScene.Word(limit, 1), CallScene.Word(old), CallScene.Word(old, 1)]);
    }

    static void Semaphores(CallScene scene)
    {
        var set = scene.MakeWell("semget", [0, 2, 0x200 | 0x180], [0, 2, 1 << 13], r => [r]);
        var operations = scene.Bytes(0, 0, 1, 0, 0, 0, 1, 0, 2, 0, 0, 8);
        scene.MakeWell("semop", [set, operations, 2], [set], r => [r, 2, 0, 1, 0, 1, 2, 1]);
        scene.MakeWell("semctl", [set, 1, 12, 0], [set, 1, 1 << 9, 0], r => [r]);
        scene.MakeWell("semctl", [set, 0, 0, 0], [set, 0, 1 << 2, 0], r => [r]);
    }
}
