namespace Mesoscope.Testing.Calls.Families;

/// <summary>Descriptors that are no files: pipes, events, timers, signals, watches.</summary>
static class DescriptorCalls
{
    internal static void Make(CallScene scene)
    {
        var pair = scene.Halves(0, 0);
        scene.MakeWell("pipe", [pair], [], r => [r, CallScene.Half(pair), CallScene.Half(pair, 1), null]);
        int from = CallScene.Half(pair), to = CallScene.Half(pair, 1);
        scene.MakeWell("pipe2", [pair, 0x80000], [], r => [r, CallScene.Half(pair), CallScene.Half(pair, 1), null]);
        scene.Make("pipe2", [pair, -1], [], r => [r, -1, -1, 0]);
        scene.MakeWell("write", [to, scene.Text("abc"), 3], [to, 3], n => [n, "abc"u8.ToArray()]);
        scene.MakeWell("splice", [from, 0, CallScene.Half(pair, 1), 0, 3, 1], [from, CallScene.Half(pair, 1), 3, 1], n => [n]);
        Poll(scene, from);
        List<long> made = [from, to, CallScene.Half(pair), CallScene.Half(pair, 1)];
        made.Add(scene.MakeWell("eventfd", [3], [3, 0], r => [r]));
        made.Add(scene.MakeWell("eventfd2", [4, 0x800], [4, 0], r => [r]));
        made.Add(scene.MakeWell("timerfd_create", [1, 0], [1, 0], r => [r]));
        made.Add(scene.MakeWell("signalfd4", [-1, scene.Words(0), 8, 0], [-1, 0, 0], r => [r]));
        made.Add(scene.MakeWell("inotify_init", [], [0], r => [r]));
        made.Add(scene.MakeWell("inotify_init1", [0x800], [0], r => [r]));
        scene.MakeGeneric("timerfd_settime", -1, 0, 0, 0);
        scene.MakeGeneric("inotify_add_watch", -1, scene.Text("/"), 1);
        scene.MakeGeneric("epoll_ctl", -1, 1, from, 0);
        var poll = scene.MakeGeneric("epoll_create1", 0x80000);
        made.Add(poll);
        scene.MakeWell("epoll_wait", [poll, scene.Bytes(new byte[64]), 4, 0], [4], r => [r]);
        foreach (var fd in made)
        {
            scene.MakeWell("close", [fd], [fd], r => [r]);
        }
    }

    static void Poll(CallScene scene, int fd)
    {
        byte[] entry = [.. BitConverter.GetBytes((long)fd), 1, 0];
        var list = scene.Bytes([.. BitConverter.GetBytes(fd), 1, 0, 0, 0]);
        scene.MakeWell("poll", [list, 1, 0], [(byte[])[1, 0, .. entry], 0], r => [r, new byte[2]]);
        scene.MakeWell("ppoll", [list, 1, scene.Words(0, 5), 0, 8], [(byte[])[1, 0, .. entry], 5, 0], r => [r, new byte[2]]);
        scene.MakeWell("select", [0, 0, 0, 0, scene.Words(0, 0)], [], r => [r]);
    }
}
