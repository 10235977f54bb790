using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Mesoscope.EndToEnd.Tests.Clusters;

// A master that answers with one state, and with 404 to all else.
sealed class StateServer : IDisposable
{
    const string Length = "Content-Length:";

    readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    readonly byte[] _state;

    public StateServer(string taskId, string taskName, int moreTasks = 0)
    {
        var more = string.Concat(Enumerable.Range(0, moreTasks).Select(i => $$""",{"id":"{{taskId}}-{{i}}","name":"{{taskName}}-{{i}}","framework_id":"F","state":"TASK_RUNNING"}"""));
        _state = Encoding.UTF8.GetBytes(
            $$"""{"frameworks":[{"id":"F","name":"net","active":true,"tasks":[{"id":"{{taskId}}","name":"{{taskName}}","framework_id":"F","state":"TASK_RUNNING"}{{more}}]}],"slaves":[]}""");
        _listener.Start();
        _ = AcceptAsync();
    }

    public string Authority => $"127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    public void Dispose() => _listener.Dispose();

    async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = AnswerAsync(await _listener.AcceptTcpClientAsync());
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    async Task AnswerAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                using var reader = new StreamReader(client.GetStream());
                var isState = (await reader.ReadLineAsync())?.StartsWith("GET /master/state ", StringComparison.Ordinal) == true;
                var length = 0;
                while (await reader.ReadLineAsync() is { Length: > 0 } line)
                {
                    length = line.StartsWith(Length, StringComparison.OrdinalIgnoreCase) ? int.Parse(line[Length.Length..], CultureInfo.InvariantCulture) : length;
                }

                // Who leaves with a question half read resets the connection, and the answer is lost.
                if (length > 0)
                {
                    await reader.ReadBlockAsync(new char[length]);
                }

                var body = isState ? _state : [];
                var head = $"HTTP/1.1 {(isState ? "200 OK" : "404 Not Found")}\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n";
                await client.GetStream().WriteAsync((byte[])[.. Encoding.ASCII.GetBytes(head), .. body]);
            }
            catch (IOException)
            {
                // The client has gone.
            }
        }
    }
}
