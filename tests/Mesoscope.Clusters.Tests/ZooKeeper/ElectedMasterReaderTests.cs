using System.Text;
using Google.Protobuf;
using Mesoscope.Clusters.ZooKeeper;

namespace Mesoscope.Clusters.Tests.ZooKeeper;

public sealed class ElectedMasterReaderTests
{
    const string Json = """
        {"address":{"hostname":"m1","ip":"10.0.0.5","port":5050},"hostname":"m1.old","id":"7f1c","ip":100663306,"pid":"master@10.0.0.7:5051","port":5052}
        """;

    [Theory]
    [InlineData(Json, "10.0.0.5 m1 5050")]
    [InlineData("""{"hostname":"m1","ip":83886090,"pid":"master@10.0.0.7:5051","port":5052}""", "10.0.0.7 m1 5051")]
    [InlineData("""{"hostname":"m1","ip":83886090,"port":5052}""", "10.0.0.5 m1 5052")]
    [InlineData("""{"hostname":"m1","port":5052}""", "m1 m1 5052")]
    [InlineData("""{"address":{"ip":7,"port":"x"},"hostname":"m1","port":5052}""", "m1 m1 5052")]
    [InlineData("""{"port":5052}""", null)]
    [InlineData("""{"hostname":"m1","port":70000}""", null)]
    [InlineData("""{"hostname":"m1","pid":"master@"}""", null)]
    [InlineData("[]", null)]
    [InlineData("", null)]
    public void Read_OfJson_TakesTheNewestPlace(string json, string? expected) =>
        Assert.Equal(expected, Text(ElectedMasterReader.Read("json.info_0000000001", Encoding.UTF8.GetBytes(json))));

    [Fact]
    public void Read_OfAMessage_FindsTheSame() =>
        Assert.Equal("10.0.0.7 m1 5051", Text(ElectedMasterReader.Read("info_0000000001", Message())));

    [Fact]
    public void Read_OfACutNode_IsNothingOrAnAddress()
    {
        var message = Message();
        var json = Encoding.UTF8.GetBytes(Json.Trim());
        for (var length = 0; length < message.Length; length++)
        {
            var cut = ElectedMasterReader.Read("info_0000000001", message[..length]);
            Assert.True(cut is null || cut.Port is > 0 and <= ushort.MaxValue);
        }

        for (var length = 0; length < json.Length; length++)
        {
            Assert.Null(ElectedMasterReader.Read("json.info_0000000001", json[..length]));
        }
    }

    static byte[] Message()
    {
        using var bytes = new MemoryStream();
        using (var output = new CodedOutputStream(bytes, leaveOpen: true))
        {
            output.WriteTag(1, WireFormat.WireType.LengthDelimited);
            output.WriteString("7f1c");
            output.WriteTag(2, WireFormat.WireType.Varint);
            output.WriteUInt32(83886090);
            output.WriteTag(3, WireFormat.WireType.Varint);
            output.WriteUInt32(5052);
            output.WriteTag(4, WireFormat.WireType.LengthDelimited);
            output.WriteString("master@10.0.0.7:5051");
            output.WriteTag(5, WireFormat.WireType.LengthDelimited);
            output.WriteString("m1");
        }

        return bytes.ToArray();
    }

    static string? Text(ElectedMaster? master) => master is null ? null : $"{master.Host} {master.HostName} {master.Port}";
}
