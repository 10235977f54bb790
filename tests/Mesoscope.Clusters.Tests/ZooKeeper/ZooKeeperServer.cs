using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using Mesoscope.Clusters.Addresses;

namespace Mesoscope.Clusters.Tests.ZooKeeper;

// A real server on loopback in a folder of its own; can be stopped and started again with what it knows.
sealed class ZooKeeperServer : IDisposable
{
    public const string Java = "/usr/bin/java";
    public const string Jar = "/usr/share/java/zookeeper.jar";

    // Somebody else may take a port that was free; then its server ends.
    const int PortTries = 5;

    // Only a test that fails waits that long.
    static readonly TimeSpan s_limit = TimeSpan.FromMinutes(3);

    readonly string _folder = Directory.CreateTempSubdirectory("mesoscope-zookeeper").FullName;
    int _port;
    Process? _process;

    public ZooKeeperServer()
    {
        for (var i = 0; i < PortTries; i++)
        {
            _port = FreePort();
            if (TryStart())
            {
                return;
            }
        }

        Assert.Fail("ZooKeeper's server did not start");
    }

    public ZooKeeperAddress Address(string path) => ZooKeeperAddress.Parse($"zk://127.0.0.1:{_port}{path}");

    public string Servers => $"127.0.0.1:{_port}";

    public void Start() => Assert.True(TryStart(), "ZooKeeper's server did not start again");

    bool TryStart()
    {
        var start = new ProcessStartInfo(Java, ["-Xmx64m", "-Dzookeeper.admin.enableServer=false", "-cp", Jar, "org.apache.zookeeper.server.ZooKeeperServerMain", $"{_port}", _folder])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        _process = Process.Start(start)!;
        _process.OutputDataReceived += static (_, _) => { };
        _process.ErrorDataReceived += static (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        SpinWait.SpinUntil(() => _process.HasExited || Listens(), s_limit);
        if (!_process.HasExited && Listens())
        {
            return true;
        }

        Stop();
        return false;
    }

    public void Stop()
    {
        _process!.Kill();
        _process.WaitForExit();
        _process.Dispose();
        _process = null;
    }

    public void Dispose()
    {
        if (_process is not null)
        {
            Stop();
        }

        Directory.Delete(_folder, recursive: true);
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    bool Listens()
    {
        try
        {
            using var client = new TcpClient();
            client.Connect(IPAddress.Loopback, _port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
