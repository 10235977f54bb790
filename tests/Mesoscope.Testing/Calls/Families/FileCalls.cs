namespace Mesoscope.Testing.Calls.Families;

/// <summary>Opens, reads, writes and closes files.</summary>
static class FileCalls
{
    // fcntl.h; the format's flags are names.tsv's file_flags.
    const long CreateReadWrite = 0x2 | 0x40 | 0x200 | 0x80000;
    const long CreateReadWriteShown = 3 | 4 | 0x100 | 0x1000;
    const long Here = -100;

    internal static void Make(CallScene scene)
    {
        var path = scene.Path("file");
        var name = scene.Text(path);
        var fd = scene.MakeWell("open", [name, CreateReadWrite, 0x1a0], [path, CreateReadWriteShown, 0x1a0], fd => [fd, path, CreateReadWriteShown, 0x1a0, null]);
        scene.MakeWell("write", [fd, scene.Text("hello"), 5], [fd, 5], n => [n, "hello"u8.ToArray()]);
        scene.MakeWell("pwrite64", [fd, scene.Text("XY"), 2, 7], [fd, 2, 7], n => [n, "XY"u8.ToArray()]);
        scene.MakeWell("lseek", [fd, 3, 0], [fd, 3, 0], at => [at]);
        var buffer = scene.Bytes(new byte[100]);
        scene.MakeWell("read", [fd, buffer, 100], [fd, 100], n => [n, "lo\0\0XY"u8.ToArray()]);
        scene.MakeWell("pread64", [fd, buffer, 4, 0], [fd, 4, 0], n => [n, "hell"u8.ToArray()]);
        var vectors = scene.Words(buffer, 2, buffer + 10, 3);
        scene.MakeWell("preadv", [fd, vectors, 2, 1, 0], [fd, 1], n => [n, 5, "ello\0"u8.ToArray()]);
        scene.MakeWell("pwritev", [fd, scene.Words(scene.Text("ab"), 1, scene.Text("cde"), 3), 2, 20, 0], [fd, 4, 20], n => [n, "acde"u8.ToArray()]);
        Change(scene, fd);
        scene.MakeWell("close", [fd], [fd], result => [result]);
        scene.Make("read", [fd, buffer, 100], [fd, 100], error => [error, Array.Empty<byte>()]);
        scene.Make("write", [fd, scene.Text("lost"), 4], [fd, 4], error => [error, "lost"u8.ToArray()]);
        Open(scene, path, name);
    }

    static void Change(CallScene scene, long fd)
    {
        scene.Make("fcntl", [fd, 1, 0], fd, 2);
        scene.Make("ioctl", [fd, 0x541b, scene.Halves(0)], fd, 0x541b, null);
        scene.Make("flock", [fd, 1], fd, 1);
        scene.Make("fstat", [fd, scene.Bytes(new byte[256])], fd);
        scene.Make("fchmod", [fd, 0x1a4], [], result => [result, fd, 0x1a4]);
        var copy = scene.MakeWell("dup", [fd], [fd], result => [result]);
        scene.Make("dup2", [fd, copy], fd);
        scene.Make("dup3", [fd, copy, 0x80000], fd);
        var from = scene.Words(1);
        scene.MakeWell("sendfile", [copy, fd, from, 3], [copy, fd, 1, 3], n => [n, 4]);
        var to = scene.Words(40);
        scene.MakeWell("copy_file_range", [fd, scene.Words(2), copy, to, 4, 0], [fd, 2, 4], n => [n, copy, 44]);
        scene.MakeWell("close", [copy], [copy], result => [result]);
    }

    static void Open(CallScene scene, string path, nint name)
    {
        var missing = scene.Path("no/such");
        scene.Make("open", [scene.Text(missing), 0, 0], [missing, 1, 0], error => [error, missing, 1, 0, 0]);
        scene.Make("open", [1, 0, 0], ["<NA>", 1, 0], error => [error, "<NA>", 1, 0, 0]);
        Close(scene, scene.MakeWell("openat", [Here, name, 1 | 0x400], [Here, path, 2 | 8, 0], fd => [fd, Here, path, 2 | 8, 0, null]));
        var how = scene.Words(0x40 | 2, 0x180, 0x04);
        Close(scene, scene.MakeWell("openat2", [Here, name, how, 24], [Here, path, 4 | 3, 0x180, 8], fd => [fd, Here, path, 4 | 3, 0x180, 8]));
        Close(scene, scene.MakeWell("creat", [name, 0x180], [path, 0x180], fd => [fd, path, 0x180, null]));
    }

    static void Close(CallScene scene, long fd) => scene.MakeWell("close", [fd], [fd], result => [result]);
}
