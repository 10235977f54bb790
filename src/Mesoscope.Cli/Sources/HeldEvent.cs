using Mesoscope.Events;

namespace Mesoscope.Cli.Sources;

/// <summary>A copy of an event that has to wait, because its source's bytes are valid until its next event only.</summary>
sealed class HeldEvent(Event e)
{
    readonly byte[] _bytes = e.Buffer.AsSpan(e.Offset, e.Length).ToArray();
    readonly ushort _cpu = e.Cpu;
    readonly EventBlockFlags _flags = e.BlockFlags;

    /// <summary>Points <paramref name="next"/> at the copy.</summary>
    public void Attach(Event next) => next.Attach(_bytes, 0, _bytes.Length, _cpu, _flags);
}
