using System.Net.Sockets;

namespace Mesoscope.EndToEnd.Tests.Live;

/// <summary>A runtime's socket with somebody behind it who is no help.</summary>
sealed class BadRuntime : IDisposable
{
    static readonly byte[] s_header = "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n{"u8.ToArray();
    static readonly byte[] s_nonsense = "\0\u0001 no protocol at all \r\n\r\n\r\n"u8.ToArray();

    readonly Socket _listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    readonly CancellationTokenSource _end = new();
    readonly string _manner;
    readonly Task _work;
    int _connections;

    /// <summary>Listens at a path. The manner: <c>silent</c>, <c>trickling</c>, <c>nonsense</c> or <c>closing</c>.</summary>
    internal BadRuntime(string path, string manner)
    {
        _manner = manner;
        _listener.Bind(new UnixDomainSocketEndPoint(path));
        _listener.Listen();
        _work = Accept();
    }

    /// <summary>Whether somebody has asked.</summary>
    internal bool IsAsked => Volatile.Read(ref _connections) > 0;

    public void Dispose()
    {
        _end.Cancel();
        _work.Wait();
        _listener.Dispose();
        _end.Dispose();
    }

    async Task Accept()
    {
        var work = new List<Task>();
        try
        {
            while (true)
            {
                var connection = await _listener.AcceptAsync(_end.Token);
                Interlocked.Increment(ref _connections);
                work.Add(Serve(connection));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(work);
        }
    }

    async Task Serve(Socket connection)
    {
        using (connection)
        {
            try
            {
                switch (_manner)
                {
                    case "silent":
                        await Task.Delay(Timeout.Infinite, _end.Token);
                        break;
                    case "trickling":
                        await connection.SendAsync(s_header, _end.Token);
                        while (true)
                        {
                            await Task.Delay(20, _end.Token);
                            await connection.SendAsync(" "u8.ToArray(), _end.Token);
                        }

                    case "nonsense":
                        await connection.SendAsync(s_nonsense, _end.Token);
                        break;
                }
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException)
            {
                // The test is over, or who asked has gone.
            }
        }
    }
}
