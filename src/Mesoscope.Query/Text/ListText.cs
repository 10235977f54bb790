using Mesoscope.Events.Schema;

namespace Mesoscope.Query.Text;

/// <summary>Lists of texts among an event's parameters, as tracers have them; each text is ended by NUL.</summary>
static class ListText
{
    /// <summary>Appends texts with dots between, or pairs as <c>key:value</c> with commas between.</summary>
    public static void Append(Utf8Writer output, in ParameterView parameter)
    {
        var isPairs = parameter.Type == ParameterType.CharBufPairArray;
        var bytes = parameter.Bytes;
        for (var i = 0; bytes.Length > 0; i++)
        {
            if (i > 0)
            {
                output.Append(!isPairs ? (byte)'.' : (i & 1) == 0 ? (byte)',' : (byte)':');
            }

            var text = ParameterView.Cut(bytes);
            output.Append(text);
            bytes = bytes[Math.Min(text.Length + 1, bytes.Length)..];
        }
    }
}
