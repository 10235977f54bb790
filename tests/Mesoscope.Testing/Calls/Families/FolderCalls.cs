namespace Mesoscope.Testing.Calls.Families;

/// <summary>Makes, names, links and removes files and folders.</summary>
static class FolderCalls
{
    const long Here = -100;

    internal static void Make(CallScene scene)
    {
        string a = scene.Path("a"), b = scene.Path("b"), c = scene.Path("c"), folder = scene.Path("folder");
        nint toA = scene.Text(a), toB = scene.Text(b), toC = scene.Text(c), toFolder = scene.Text(folder);
        File.WriteAllText(a, "");
        scene.MakeWell("mkdir", [toFolder, 0x1e8], [0x1e8], r => [r, folder]);
        scene.MakeWell("rmdir", [toFolder], [], r => [r, folder]);
        scene.MakeWell("mkdirat", [Here, toFolder, 0x1c0], [], r => [r, Here, folder, 0x1c0]);
        scene.MakeWell("link", [toA, toB], [], r => [r, a, b]);
        scene.MakeWell("unlink", [toB], [], r => [r, b]);
        scene.MakeWell("linkat", [Here, toA, Here, toB, 0x400], [], r => [r, Here, a, Here, b, 0x400]);
        scene.MakeWell("symlink", [scene.Text("a"), toC], [], r => [r, "a", c]);
        scene.MakeWell("unlinkat", [Here, toC, 0], [], r => [r, Here, c, 0]);
        scene.MakeWell("symlinkat", [scene.Text("a"), Here, toC], [], r => [r, "a", Here, c]);
        scene.MakeWell("rename", [toB, toC], [], r => [r, b, c]);
        scene.MakeWell("renameat", [Here, toC, Here, toB], [], r => [r, Here, c, Here, b]);
        scene.Make("renameat2", [Here, toB, Here, toA, 1], [], r => [r, Here, b, Here, a, 1]);
        scene.MakeWell("unlinkat", [Here, toFolder, 0x200], [], r => [r, Here, folder, 0x200]);
        scene.MakeWell("chmod", [toA, 0x1ed], [], r => [r, a, 0x1ed]);
        scene.MakeWell("fchmodat", [Here, toA, 0x1a4], [], r => [r, Here, a, 0x1a4]);
        scene.MakeWell("stat", [toA, scene.Bytes(new byte[256])], [], r => [r, a]);
        scene.MakeWell("lstat", [toA, scene.Bytes(new byte[256])], [], r => [r, a]);
        scene.MakeWell("access", [toA, 6], [6], r => [r, a]);
        Read(scene);
        scene.Make("mount", [scene.Text("none"), scene.Text(scene.Path("x")), scene.Text("tmpfs"), 2, 0], [2], r => [r, "none", scene.Path("x"), "tmpfs"]);
        scene.Make("umount2", [scene.Text(scene.Path("x")), 2], [2], r => [r, scene.Path("x")]);
    }

    static void Read(CallScene scene)
    {
        var where = Directory.GetCurrentDirectory();
        scene.MakeWell("getcwd", [scene.Bytes(new byte[4096]), 4096], [], r => [r, where]);
        scene.MakeWell("chdir", [scene.Text(where)], [], r => [r, where]);
        scene.MakeWell("chroot", [scene.Text("/")], [], r => [r, "/"]);
        var fd = scene.MakeWell("open", [scene.Text(where), 0x10000, 0], [where, 0x401, 0], fd => [fd, where, 0x401, 0, null]);
        scene.MakeWell("fchdir", [fd], [fd], r => [r]);
        scene.MakeWell("getdents64", [fd, scene.Bytes(new byte[4096]), 4096], [fd], r => [r]);
        scene.MakeWell("getdents", [fd, scene.Bytes(new byte[4096]), 4096], [fd], r => [r]);
        scene.MakeWell("close", [fd], [fd], r => [r]);
    }
}
