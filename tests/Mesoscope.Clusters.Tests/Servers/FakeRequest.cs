using System.Text;

namespace Mesoscope.Clusters.Tests.Servers;

// What came, and the connection on which the test answers as it likes, also wrongly.
sealed class FakeRequest(string method, string path, IReadOnlyDictionary<string, string> headers, string body, Stream stream)
{
    public string Method => method;

    public string Path => path;

    public string Body => body;

    public Stream Stream => stream;

    public string? Header(string name) => headers.TryGetValue(name, out var value) ? value : null;

    public Task SendAsync(string text) => stream.WriteAsync(Encoding.UTF8.GetBytes(text)).AsTask();

    public Task AnswerAsync(int status, string content, params string[] headerLines)
    {
        var lines = string.Concat(headerLines.Select(line => line + "\r\n"));
        return SendAsync($"HTTP/1.1 {status} X\r\nContent-Length: {Encoding.UTF8.GetByteCount(content)}\r\nConnection: close\r\n{lines}\r\n{content}");
    }
}
