using System.Globalization;
using System.Net;
using System.Text;
using Mesoscope.Events.Schema;

namespace Mesoscope.Query.Tests.Filters;

sealed record FakeValue(ulong Number, byte[] Bytes)
{
    internal static FakeValue Of(ParameterType type, string text) => type switch
    {
        ParameterType.CharBuf or ParameterType.FdList => new FakeValue(0, Encoding.UTF8.GetBytes(text)),
        ParameterType.ByteBuf => new FakeValue(0, Encoding.Latin1.GetBytes(text.Replace(@"\x7f", "\x7f", StringComparison.Ordinal))),
        ParameterType.IPAddr or ParameterType.IPNet => new FakeValue(0, IPAddress.Parse(text).GetAddressBytes()),
        ParameterType.Double => new FakeValue(0, BitConverter.GetBytes(double.Parse(text, CultureInfo.InvariantCulture))),
        _ => new FakeValue(unchecked((ulong)long.Parse(text, CultureInfo.InvariantCulture)), []),
    };
}
