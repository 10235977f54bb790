using System.Net;
using System.Text;
using Mesoscope.Query.Text;
using Xunit;

namespace Mesoscope.Query.Tests.Text;

public class AddressTextTests
{
    [Theory]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("1::")]
    [InlineData("2001:db8::1:0:0:1")]
    [InlineData("2001:db8:0:1:1:1:1:1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("::10.1.2.3")]
    [InlineData("fe80::a00:27ff:fe4e:66a1")]
    public void AppendIPv6_Address_HasTheShortForm(string expected)
    {
        var output = new Utf8Writer();
        AddressText.AppendIPv6(output, IPAddress.Parse(expected).GetAddressBytes());
        Assert.Equal(expected, Encoding.UTF8.GetString(output.Written));
    }
}
