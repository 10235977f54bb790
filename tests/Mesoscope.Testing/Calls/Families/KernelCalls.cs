namespace Mesoscope.Testing.Calls.Families;

/// <summary>The kernel itself: bpf, io_uring, quotas, attributes, modules.</summary>
static class KernelCalls
{
    // A command that there is not.
    const long NoCommand = 999;

    internal static void Make(CallScene scene)
    {
        scene.Make("bpf", [NoCommand, 0, 0], [NoCommand], r => [(byte[])[1, .. BitConverter.GetBytes(r)]]);
        scene.Make("bpf", [0, 0, 0], [0], r => [(byte[])[0, .. BitConverter.GetBytes(r)]]);
        scene.Make("quotactl", [0x800007 << 8 | 1, scene.Text("/dev/none"), 5, scene.Bytes(new byte[80])], [32, 2, 5, 1], r => [r, "/dev/none", "", 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1]);
        scene.Make("quotactl", [0x800002 << 8, scene.Text("/dev/none"), 4, scene.Text("/no/quota")], [1, 1, 0, 8], r => [r, "/dev/none", "/no/quota", 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1]);
        scene.MakeGeneric("io_uring_setup", 0, 0);
        scene.MakeGeneric("io_uring_enter", -1, 0, 0, 0, 0, 0);
        scene.MakeGeneric("io_uring_register", -1, 0, 0, 0);
        foreach (var name in (string[])["setxattr", "getxattr", "listxattr", "removexattr"])
        {
            scene.MakeGeneric(name, scene.Text(scene.Path("none")), scene.Text("user.none"), 0, 0, 0);
        }

        scene.MakeGeneric("rt_sigaction", 9999, 0, 0, 8);
        scene.MakeGeneric("rt_sigprocmask", 0, 0, 0, 8);
        scene.MakeGeneric("statx", -1, scene.Text(""), 0, 0, 0);
        scene.MakeGeneric("fsopen", scene.Text("no such"), 0);
        scene.MakeGeneric("init_module", 0, 0, scene.Text(""));
        scene.MakeGeneric("keyctl", NoCommand);
        scene.MakeGeneric("rseq", 0, 0, 0, 0);
        scene.MakeGeneric("landlock_create_ruleset", 0, 0, NoCommand);
    }
}
