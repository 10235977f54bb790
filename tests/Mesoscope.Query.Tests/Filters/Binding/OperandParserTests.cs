using System.Net;
using Mesoscope.Events.Schema;
using Mesoscope.Query.Filters;
using Mesoscope.Query.Filters.Binding;

namespace Mesoscope.Query.Tests.Filters.Binding;

public sealed class OperandParserTests
{
    [Theory]
    [InlineData(ParameterType.UInt64, "5", 5)]
    [InlineData(ParameterType.UInt64, " +5", 5)]
    [InlineData(ParameterType.UInt64, "0x1F", 31)]
    [InlineData(ParameterType.UInt64, "-1", -1)]
    [InlineData(ParameterType.UInt64, "99999999999999999999", -1)]
    [InlineData(ParameterType.Int64, "99999999999999999999", long.MaxValue)]
    [InlineData(ParameterType.Int64, "-99999999999999999999", long.MinValue)]
    [InlineData(ParameterType.Int64, "-9223372036854775808", long.MinValue)]
    [InlineData(ParameterType.UInt32, "4294967297", 1)]
    [InlineData(ParameterType.UInt8, "-1", 255)]
    [InlineData(ParameterType.Int16, "65535", -1)]
    [InlineData(ParameterType.Int32, "99999999999999999999", -1)]
    [InlineData(ParameterType.Port, "", 0)]
    [InlineData(ParameterType.Port, "65616", 80)]
    [InlineData(ParameterType.Bool, "true", 1)]
    [InlineData(ParameterType.Bool, "false", 0)]
    public void ParseNumber_Text_ReadsAsScanfDoes(ParameterType type, string text, long expected) =>
        Assert.Equal(expected, unchecked((long)OperandParser.ParseNumber(type, text)));

    [Theory]
    [InlineData(ParameterType.UInt64, "")]
    [InlineData(ParameterType.UInt64, "-")]
    [InlineData(ParameterType.UInt64, "5 ")]
    [InlineData(ParameterType.UInt64, "5x")]
    [InlineData(ParameterType.UInt64, "5.5")]
    [InlineData(ParameterType.UInt64, "0x")]
    [InlineData(ParameterType.UInt64, "ff")]
    [InlineData(ParameterType.Port, "99999999999")]
    [InlineData(ParameterType.Port, "no-such-service")]
    [InlineData(ParameterType.Bool, "1")]
    public void ParseNumber_NoSuchValue_Throws(ParameterType type, string text) =>
        Assert.Throws<FilterException>(() => OperandParser.ParseNumber(type, text));

    [Theory]
    [InlineData(ParameterType.IPAddr, "127.0.0.1")]
    [InlineData(ParameterType.IPAddr, "::1")]
    [InlineData(ParameterType.IPAddr, "::ffff:1.2.3.4")]
    [InlineData(ParameterType.IPv4Addr, "255.255.255.255")]
    [InlineData(ParameterType.IPv6Addr, "fe80::1")]
    public void ParseAddress_Text_IsInNetworkOrder(ParameterType type, string text) =>
        Assert.Equal(IPAddress.Parse(text).GetAddressBytes(), OperandParser.ParseAddress(type, text));

    [Theory]
    [InlineData(ParameterType.IPAddr, "1")]
    [InlineData(ParameterType.IPAddr, "1.2.3")]
    [InlineData(ParameterType.IPAddr, "1.2.3.04")]
    [InlineData(ParameterType.IPAddr, "1.2.3.4.5")]
    [InlineData(ParameterType.IPAddr, "[::1]")]
    [InlineData(ParameterType.IPAddr, "fe80::1%eth0")]
    [InlineData(ParameterType.IPv4Addr, "::1")]
    [InlineData(ParameterType.IPv6Addr, "1.2.3.4")]
    public void ParseAddress_NoAddress_Throws(ParameterType type, string text) =>
        Assert.Throws<FilterException>(() => OperandParser.ParseAddress(type, text));

    [Theory]
    [InlineData("10.0.0.0/8", "10.255.0.1", true)]
    [InlineData("10.9.9.9/8", "10.255.0.1", true)]
    [InlineData("10.0.0.0/8", "11.0.0.0", false)]
    [InlineData("0.0.0.0/0", "1.2.3.4", true)]
    [InlineData("1.2.3.4/32", "1.2.3.5", false)]
    [InlineData("192.168.128.0/17", "192.168.127.255", false)]
    [InlineData("0.0.0.0/0", "::", false)]
    [InlineData("fe80::1", "fe80::2", true)]
    [InlineData("fe80::/127", "fe80::2", false)]
    public void ParseNetwork_Text_ContainsItsAddresses(string network, string address, bool expected) =>
        Assert.Equal(expected, OperandParser.ParseNetwork(ParameterType.IPNet, network).Contains(IPAddress.Parse(address).GetAddressBytes()));

    [Theory]
    [InlineData("10.0.0.0")]
    [InlineData("10.0.0.0/33")]
    [InlineData("10.0.0.0/")]
    [InlineData("fe80::/129")]
    [InlineData("x/8")]
    public void ParseNetwork_NoNetwork_Throws(string text) =>
        Assert.Throws<FilterException>(() => OperandParser.ParseNetwork(ParameterType.IPNet, text));

    [Fact]
    public void TryFind_NoListOfServices_KnowsTheUsualNames()
    {
        Assert.True(ServiceNames.TryFind("/no/such/file", "https", out var port));
        Assert.Equal(443, port);
        Assert.False(ServiceNames.TryFind("/no/such/file", "x", out _));
    }
}
