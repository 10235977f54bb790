namespace Mesoscope.Testing.Calls.Families;

/// <summary>Sockets and what goes through them; addresses and tuples have tests of their own.</summary>
static class SocketCalls
{
    const long Unix = 1;
    const long Stream = 1;

    internal static void Make(CallScene scene)
    {
        var pair = scene.Halves(0, 0);
        scene.MakeWell("socketpair", [Unix, Stream, 0, pair], [Unix, Stream, 0], r => [r, CallScene.Half(pair), CallScene.Half(pair, 1), null, null]);
        int a = CallScene.Half(pair), b = CallScene.Half(pair, 1);
        Exchange(scene, a, b);
        scene.MakeWell("shutdown", [a, 2], [a, 2], r => [r]);
        scene.MakeWell("close", [a], [a], r => [r]);
        scene.MakeWell("close", [b], [b], r => [r]);

        var path = scene.Path("socket");
        var address = scene.Bytes([1, 0, .. System.Text.Encoding.UTF8.GetBytes(path), 0]);
        byte[] shown = [1, .. System.Text.Encoding.UTF8.GetBytes(path), 0];
        var length = path.Length + 3;
        var server = scene.MakeWell("socket", [Unix, Stream, 0], [Unix, Stream, 0], r => [r]);
        scene.MakeWell("bind", [server, address, length], [server], r => [r, shown]);
        scene.MakeWell("listen", [server, 3], [server, 3], r => [r]);
        var client = scene.MakeWell("socket", [Unix, Stream, 0], [Unix, Stream, 0], r => [r]);
        scene.MakeWell("connect", [client, address, length], [client, shown], r => [r, null]);
        var accepted = scene.MakeWell("accept", [server, 0, 0], [], r => [r, null, 0, 0, 3]);
        scene.MakeWell("setsockopt", [client, 1, 2, scene.Halves(1), 4], [], r => [r, client, 1, 2, (byte[])[2, 1, 0, 0, 0], 4]);
        scene.MakeWell("getsockopt", [client, 1, 3, scene.Halves(0), scene.Halves(4)], [], r => [r, client, 1, 3, (byte[])[2, 1, 0, 0, 0], 4]);
        scene.Make("getsockname", [client, scene.Bytes(new byte[110]), scene.Halves(110)], [], _ => []);
        scene.Make("getpeername", [client, scene.Bytes(new byte[110]), scene.Halves(110)], [], _ => []);
        scene.Make("accept4", [-1, 0, 0, 0x800], [0x800], r => [r, Array.Empty<byte>(), 0, 0, 0]);
        foreach (var fd in (long[])[server, client, accepted])
        {
            scene.MakeWell("close", [fd], [fd], r => [r]);
        }
    }

    static void Exchange(CallScene scene, int a, int b)
    {
        var buffer = scene.Bytes(new byte[64]);
        scene.MakeWell("sendto", [a, scene.Text("to"), 2, 0, 0, 0], [a, 2, Array.Empty<byte>()], n => [n, "to"u8.ToArray()]);
        scene.MakeWell("recvfrom", [b, buffer, 64, 0, 0, 0], [b, 64], n => [n, "to"u8.ToArray(), Array.Empty<byte>()]);
        var sent = scene.Words(0, 0, scene.Words(scene.Text("mes"), 3, scene.Text("sage"), 4), 2, 0, 0, 0);
        scene.MakeWell("sendmsg", [a, sent, 0], [a, 7, Array.Empty<byte>()], n => [n, "message"u8.ToArray()]);
        var received = scene.Words(0, 0, scene.Words(buffer, 64), 1, 0, 0, 0);
        scene.MakeWell("recvmsg", [b, received, 0], [b], n => [n, 7, "message"u8.ToArray(), Array.Empty<byte>()]);
        scene.MakeWell("writev", [a, scene.Words(scene.Text("ve"), 2, scene.Text("c"), 1), 2], [a, 3], n => [n, "vec"u8.ToArray()]);
        scene.MakeWell("readv", [b, scene.Words(buffer, 1, buffer + 8, 8), 2], [b], n => [n, 3, "vec"u8.ToArray()]);
        scene.Make("sendmmsg", [-1, 0, 0, 0], [], _ => []);
        scene.Make("recvmmsg", [-1, 0, 0, 0, 0], [], _ => []);
    }
}
