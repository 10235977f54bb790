using System.Text;
using Mesoscope.Clusters.Clients;

namespace Mesoscope.Clusters.Tests.Clients;

public sealed class RecordReaderTests
{
    const string Two = "3\nabc11\n{\"a\":\n\"b\"}\n";

    [Fact]
    public async Task NextAsync_OfTwoRecords_GivesBothAndTheEnd()
    {
        var reader = Over(Two);

        Assert.Equal("abc", await TextAsync(reader));
        Assert.Equal("{\"a\":\n\"b\"}\n", await TextAsync(reader));
        Assert.Null(await reader.NextAsync(default));
    }

    [Fact]
    public async Task NextAsync_AfterARecordThatNobodyRead_PassesIt()
    {
        var reader = Over(Two);
        await reader.NextAsync(default);

        Assert.Equal("{\"a\":\n\"b\"}\n", await TextAsync(reader));
    }

    [Fact]
    public async Task NextAsync_OfAStreamCutAnywhere_NamesTheCut()
    {
        for (var length = 1; length < Two.Length; length++)
        {
            var reader = Over(Two[..length]);
            if (length == 5)
            {
                continue;
            }

            var error = await Assert.ThrowsAsync<ClusterException>(async () =>
            {
                while (await reader.NextAsync(default) is { } record)
                {
                    await record.CopyToAsync(Stream.Null);
                }
            });
            Assert.Equal(ClusterFault.Ended, error.Fault);
        }
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("x\n")]
    [InlineData("-1\n")]
    [InlineData("1 \n")]
    [InlineData("1001\n")]
    [InlineData("99999999999999999999\n")]
    [InlineData("<html>")]
    public async Task NextAsync_OfNoLength_IsRefused(string text)
    {
        var reader = new RecordReader(new MemoryStream(Encoding.UTF8.GetBytes(text)), 1000);
        var error = await Assert.ThrowsAsync<ClusterException>(() => reader.NextAsync(default).AsTask());
        Assert.Equal(ClusterFault.BadDocument, error.Fault);
    }

    static RecordReader Over(string text) => new(new MemoryStream(Encoding.UTF8.GetBytes(text)), 1000);

    static async Task<string> TextAsync(RecordReader reader)
    {
        using var text = new StreamReader((await reader.NextAsync(default))!);
        return await text.ReadToEndAsync();
    }
}
