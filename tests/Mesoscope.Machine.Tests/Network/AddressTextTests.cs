using System.Net;
using System.Text;
using Mesoscope.Machine.Network;

namespace Mesoscope.Machine.Tests.Network;

public sealed class AddressTextTests
{
    [Theory]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("fe80::1")]
    [InlineData("2001:db8::8:0:0:1")]
    [InlineData("2001:db8:0:1:1:1:1:1")]
    [InlineData("1:2:3:4:5:6::")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("ff02::1:ff00:1234")]
    public void IPv6_OfAnAddress_IsItsShortForm(string text)
    {
        Span<byte> target = stackalloc byte[AddressText.MaxTupleBytes];
        var length = AddressText.IPv6(IPAddress.Parse(text).GetAddressBytes(), target);
        Assert.Equal(text, Encoding.UTF8.GetString(target[..length]));
    }

    [Fact]
    public void Tuple_OfLongestAddresses_Fits()
    {
        Span<byte> target = stackalloc byte[AddressText.MaxTupleBytes];
        var address = new byte[16];
        address.AsSpan().Fill(0xff);
        var length = AddressText.Tuple(address, 65535, address, 65535, target);
        const string End = "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff:65535";
        Assert.Equal($"{End}->{End}", Encoding.UTF8.GetString(target[..length]));
    }
}
