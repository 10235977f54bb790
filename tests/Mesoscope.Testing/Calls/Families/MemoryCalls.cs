namespace Mesoscope.Testing.Calls.Families;

/// <summary>Maps memory.</summary>
static class MemoryCalls
{
    internal static void Make(CallScene scene)
    {
        var at = scene.MakeWell("mmap", [0, 8192, 3, 0x22, -1, 0], [0, 8192, 3, 2 | 8, -1, 0], r => [r, null, null, null]);
        scene.MakeWell("mprotect", [at, 4096, 1], [at, 4096, 1], r => [r]);
        scene.MakeWell("munmap", [at, 8192], [at, 8192], r => [r, null, null, null]);
        scene.Make("munmap", [1, 8192], [1, 8192], r => [r, null, null, null]);
        scene.MakeWell("brk", [0], [0], r => [r, null, null, null]);
        scene.MakeGeneric("madvise", 0, 0, 0);
        scene.MakeGeneric("mremap", 1, 0, 0, 0);
        scene.MakeGeneric("memfd_create", scene.Text("x"), 0xff00);

        // UFFD_USER_MODE_ONLY is in the place of O_WRONLY.
        scene.Make("userfaultfd", [0x80000 | 0x800 | 1], [], r => [r, 0x1040 | 2]);
    }
}
