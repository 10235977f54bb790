using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Mesoscope.DemoCluster.Workloads;

/// <summary>A web server of one page.</summary>
static class WebTask
{
    const int StandardPort = 31080;

    static readonly byte[] s_answer = Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 12\r\nConnection: close\r\n\r\nwell served\n");

    public static void Run()
    {
        var port = int.TryParse(Environment.GetEnvironmentVariable("PORT0"), CultureInfo.InvariantCulture, out var given) ? given : StandardPort;
        using var listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start();
        var request = new byte[4096];
        while (true)
        {
            try
            {
                using var client = listener.AcceptTcpClient();
                var stream = client.GetStream();
                _ = stream.Read(request);
                File.AppendAllText("access.log", "GET /\n");
                stream.Write(s_answer);
            }
            catch (IOException)
            {
                // The client went away in the middle.
            }
        }
    }
}
