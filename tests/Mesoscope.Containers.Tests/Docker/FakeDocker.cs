using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Text;

namespace Mesoscope.Containers.Tests.Docker;

/// <summary>A runtime on a socket of its own. It answers each path with bytes that a test gave it, 404 to others, and can fall silent.</summary>
sealed class FakeDocker : IDisposable
{
    public const string FullId = "0123456789ab0123456789ab0123456789ab0123456789ab0123456789abcdef";
    public const string Id = "0123456789ab";
    public const string ImageId = "ffff000011112222333344445555666677778888999900001111222233334444";

    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mesoscope-docker-");
    readonly Socket _listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    readonly ConcurrentDictionary<string, byte[]> _answers = new();
    readonly ConcurrentBag<Socket> _connections = [];

    public FakeDocker()
    {
        _listener.Bind(new UnixDomainSocketEndPoint(SocketPath));
        _listener.Listen();
        _ = AcceptAsync();
    }

    public string SocketPath => Path.Combine(_folder.FullName, "docker.sock");

    /// <summary>Paths that were asked for.</summary>
    public ConcurrentQueue<string> Asked { get; } = [];

    public ContainerWatchOptions Options => new()
    {
        DockerSocket = SocketPath,
        PodmanSocket = Path.Combine(_folder.FullName, "no-podman.sock"),
        UserFolder = _folder.FullName,
        ReplyLimit = TimeSpan.FromMinutes(2),
        RetryDelay = TimeSpan.FromMilliseconds(1),
        MaxRetries = 0,
    };

    public static string Inspection(string name = "web", string more = "") =>
        "{\"Id\":\"" + FullId + "\",\"Created\":\"2024-05-06T07:08:09.123Z\",\"Name\":\"/" + name + "\",\"Image\":\"sha256:" + ImageId + "\","
        + "\"Config\":{\"Image\":\"shop/web:1.9@sha256:77\",\"Env\":[\"MESOS_TASK_ID=shop_web.1\",\"HOME=/\",\"MARATHON_APP_ID=/shop/web\"],"
        + "\"User\":\"1000\",\"Labels\":{\"tier\":\"front\",\"a\":\"b\"},\"Healthcheck\":{\"Test\":[\"CMD\",\"/bin/check\",\"-q\"]}},"
        + "\"HostConfig\":{\"Privileged\":true,\"NetworkMode\":\"host\",\"PidMode\":\"\",\"IpcMode\":\"host\",\"Memory\":1048576,\"MemorySwap\":-1,"
        + "\"CpuShares\":512,\"NanoCpus\":500000000,\"CpusetCpus\":\"0-2,7\"},"
        + "\"NetworkSettings\":{\"IPAddress\":\"172.17.0.4\",\"Ports\":{\"6379/tcp\":[{\"HostIp\":\"1.2.3.4\",\"HostPort\":\"16379\"},{\"HostIp\":\"::\",\"HostPort\":\"1\"}],"
        + "\"53/udp\":[{\"HostIp\":\"0.0.0.0\",\"HostPort\":\"53\"}],\"80/tcp\":null}},"
        + "\"Mounts\":[{\"Source\":\"/srv\",\"Destination\":\"/data\",\"Mode\":\"ro\",\"RW\":false,\"Propagation\":\"rprivate\"}]" + more + "}";

    /// <summary>Answers a path with a document.</summary>
    public void Answer(string path, string json, int status = 200) =>
        AnswerBytes(path, $"HTTP/1.1 {status} x\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(json)}\r\n\r\n{json}");

    /// <summary>Answers a path with anything.</summary>
    public void AnswerBytes(string path, string bytes) => _answers[path] = Encoding.UTF8.GetBytes(bytes);

    /// <summary>Never answers a path.</summary>
    public void BeSilent(string path) => _answers[path] = [];

    public void Dispose()
    {
        _listener.Dispose();
        foreach (var connection in _connections)
        {
            connection.Dispose();
        }

        _folder.Delete(recursive: true);
    }

    async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var connection = await _listener.AcceptAsync();
                _connections.Add(connection);
                _ = ServeAsync(connection);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The test has ended.
        }
    }

    async Task ServeAsync(Socket connection)
    {
        try
        {
            var buffer = new byte[8192];
            var count = await connection.ReceiveAsync(buffer);
            var path = Encoding.ASCII.GetString(buffer, 0, count).Split(' ') is [_, var target, ..] ? target.Split('?')[0] : "";
            Asked.Enqueue(path);
            var answer = _answers.GetValueOrDefault(path, "HTTP/1.1 404 x\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}"u8.ToArray());
            if (answer.Length == 0)
            {
                return;
            }

            await connection.SendAsync(answer);
            if (path != "/events")
            {
                connection.Shutdown(SocketShutdown.Both);
                connection.Dispose();
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The client has gone.
        }
    }
}
