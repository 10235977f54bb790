using System.Net;
using Mesoscope.Server.Hosting;

namespace Mesoscope.Server.Tests.Ingest;

// A whole server on a free port of loopback, with a folder of its own.
sealed class RunningServer : IAsyncDisposable
{
    public const string Key = "a-key-for-tests";

    static readonly TimeSpan s_patience = TimeSpan.FromMinutes(3);

    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mesoscope-server-");
    readonly CancellationTokenSource _end = new();
    Task _server = Task.CompletedTask;

    public HttpClient Client { get; } = new() { DefaultRequestHeaders = { Authorization = new("Bearer", Key) } };

    public static async Task<RunningServer> StartAsync()
    {
        var server = new RunningServer();
        var started = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        var options = new ServerOptions { DataFolder = server._folder.FullName, Listen = new IPEndPoint(IPAddress.Loopback, 0), AccessKey = Key, Started = started.SetResult };
        server._server = ServerHost.RunAsync(options, static _ => { }, server._end.Token);
        await Task.WhenAny(started.Task, server._server).WaitAsync(s_patience);
        server.Client.BaseAddress = await started.Task.WaitAsync(TimeSpan.Zero);
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _server.WaitAsync(s_patience);
        Client.Dispose();
        _end.Dispose();
        _folder.Delete(true);
    }
}
