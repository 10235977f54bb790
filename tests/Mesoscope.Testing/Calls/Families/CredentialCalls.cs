namespace Mesoscope.Testing.Calls.Families;

/// <summary>Who a process is. Nothing changes: root becomes root.</summary>
static class CredentialCalls
{
    internal static void Make(CallScene scene)
    {
        foreach (var name in (string[])["getuid", "geteuid", "getgid", "getegid"])
        {
            scene.Make(name, []);
        }

        scene.Make("setuid", [0], 0);
        scene.Make("setgid", [0], 0);
        scene.Make("setresuid", [-1, -1, -1], -1, -1, -1);
        scene.Make("setresgid", [-1, 0, -1], -1, 0, -1);
        nint a = scene.Halves(7), b = scene.Halves(7), c = scene.Halves(7);
        scene.MakeWell("getresuid", [a, b, c], [], r => [r, CallScene.Half(a), CallScene.Half(b), CallScene.Half(c)]);
        scene.MakeWell("getresgid", [a, b, c], [], r => [r, CallScene.Half(a), CallScene.Half(b), CallScene.Half(c)]);
        scene.MakeGeneric("capget", 0, 0);
        scene.MakeGeneric("setreuid", -1, -1);
    }
}
