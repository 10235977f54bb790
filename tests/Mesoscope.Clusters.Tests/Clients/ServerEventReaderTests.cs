using System.Text;
using Mesoscope.Clusters.Clients;

namespace Mesoscope.Clusters.Tests.Clients;

public sealed class ServerEventReaderTests
{
    [Theory]
    [InlineData("event: a\ndata: 1\n\n", "a=1")]
    [InlineData("event: a\r\ndata: 1\r\n\r\nevent:b\r\ndata:2\r\n\r\n", "a=1|b=2")]
    [InlineData("event: a\rdata: 1\r\r", "a=1")]
    [InlineData("data: 1\ndata: 2\n\n", "message=1\n2")]
    [InlineData(":ping\n\n\n\nevent: a\n\ndata: 1\n\n", "message=1")]
    [InlineData("id: 7\nretry: 9\nevent: a\ndata\n\n", "a=")]
    [InlineData("event: a\ndata: 1\n", "")]
    [InlineData("event: a\ndata: 1", "")]
    [InlineData("", "")]
    public async Task NextAsync_OfAStream_GivesWholeEventsOnly(string text, string expected)
    {
        // Byte by byte as well: no line end may depend on where a packet ends.
        Assert.Equal(expected, await ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(text))));
        Assert.Equal(expected, await ReadAsync(new TrickleStream(Encoding.UTF8.GetBytes(text))));
    }

    [Fact]
    public async Task NextAsync_OfALineWithoutEnd_IsRefused()
    {
        var reader = new ServerEventReader(new MemoryStream(new byte[2000]), 1000);
        var error = await Assert.ThrowsAsync<ClusterException>(() => reader.NextAsync(default).AsTask());
        Assert.Equal(ClusterFault.TooLarge, error.Fault);
    }

    static async Task<string> ReadAsync(Stream stream)
    {
        var reader = new ServerEventReader(stream);
        var found = new List<string>();
        while (await reader.NextAsync(default) is { } e)
        {
            found.Add($"{e.Type}={Encoding.UTF8.GetString(e.Data.Span)}");
        }

        return string.Join('|', found);
    }

    sealed class TrickleStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, System.Threading.CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(1, buffer.Length)], cancellationToken);
    }
}
