using Mesoscope.Query.Text;

namespace Mesoscope.Query.Fields;

/// <summary>What bound fields need to know of the run, the same for all of them.</summary>
public sealed class FieldSession
{
    /// <summary>How data buffers are written (<c>-x -X -A -b</c>, <c>-j</c>).</summary>
    public BufferStyle BufferStyle { get; set; }

    /// <summary>How times are written by <c>evt.outputtime</c> (<c>-t</c>): one of <c>h a r d D</c>.</summary>
    public char TimeStyle { get; set; } = 'h';

    /// <summary>True for <c>-R</c>: ports are written as service names (<c>http</c>), addresses stay numbers.</summary>
    public bool ResolvesPorts { get; set; }

    /// <summary>True for <c>-v</c>: data buffers and long texts are written in full instead of being cut after 80 bytes.</summary>
    public bool IsVerbose { get; set; }

    /// <summary>True for <c>-j</c> and <c>--ndjson</c>: values go through <see cref="Field.TryAppendJson"/>.</summary>
    public bool IsJson { get; set; }

    /// <summary>The time zone of local times. Looked up at the first use, because the look-up takes milliseconds.</summary>
    public TimeZoneInfo TimeZone
    {
        get => field ??= FindTimeZone();
        set;
    }

    /// <summary>Host names that filters looked up, by address; null until there are some.</summary>
    internal Dictionary<(int Bytes, UInt128 Address), byte[]>? HostNames { get; set; }

    /// <summary>Whether a field was bound that needs the spans that are open.</summary>
    internal bool TracksSpans { get; set; }

    /// <summary>The writer of parameters in the styles asked for; the options above are settled when it is first used.</summary>
    internal ParameterText Parameters =>
        field ??= new ParameterText(BufferStyle, IsVerbose || IsJson ? 0 : MaxBufferText, ResolvesPorts);

    const int MaxBufferText = 80;

    static TimeZoneInfo FindTimeZone() =>
        Environment.GetEnvironmentVariable("TZ") is "UTC" or "UTC0" or "Etc/UTC" ? TimeZoneInfo.Utc : TimeZoneInfo.Local;
}
