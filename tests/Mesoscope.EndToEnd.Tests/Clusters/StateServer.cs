using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Mesoscope.EndToEnd.Tests.Clusters;

// A master that answers with one state, and with 404 to all else.
sealed class StateServer : IDisposable
{
    readonly HttpListener _listener = new();
    readonly byte[] _state;

    public StateServer(string taskId, string taskName, int moreTasks = 0)
    {
        using (var probe = new TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            Authority = $"127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}";
        }

        var more = string.Concat(Enumerable.Range(0, moreTasks).Select(i => $$""",{"id":"{{taskId}}-{{i}}","name":"{{taskName}}-{{i}}","framework_id":"F","state":"TASK_RUNNING"}"""));
        _state = Encoding.UTF8.GetBytes(
            $$"""{"frameworks":[{"id":"F","name":"net","active":true,"tasks":[{"id":"{{taskId}}","name":"{{taskName}}","framework_id":"F","state":"TASK_RUNNING"}{{more}}]}],"slaves":[]}""");
        _listener.Prefixes.Add($"http://{Authority}/");
        _listener.Start();
        _listener.BeginGetContext(Answer, null);
    }

    public string Authority { get; }

    public void Dispose() => _listener.Close();

    void Answer(IAsyncResult result)
    {
        try
        {
            var context = _listener.EndGetContext(result);
            _listener.BeginGetContext(Answer, null);
            if (context.Request.Url?.AbsolutePath == "/master/state")
            {
                context.Response.OutputStream.Write(_state);
            }
            else
            {
                context.Response.StatusCode = 404;
            }

            context.Response.Close();
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
        {
            // The test is over.
        }
    }
}
