using Mesoscope.Query.Text;

namespace Mesoscope.Query.Fields;

/// <summary>What bound fields need to know of the run, the same for all of them.</summary>
public sealed class FieldSession
{
    /// <summary>How data buffers are written (<c>-x -X -A -b</c>, <c>-j</c>).</summary>
    public BufferStyle BufferStyle { get; set; }

    /// <summary>How times are written by <c>evt.outputtime</c> (<c>-t</c>): one of <c>h a r d D</c>.</summary>
    public char TimeStyle { get; set; } = 'h';

    /// <summary>True for <c>-R</c>: numbers of descriptors, processes and flags are not followed by their names.</summary>
    public bool IsRaw { get; set; }

    /// <summary>The time zone of local times.</summary>
    public TimeZoneInfo TimeZone { get; set; } = TimeZoneInfo.Local;
}
