using System.Text;
using Mesoscope.Events;
using Mesoscope.Kernel.Counting.Programs;
using Mesoscope.Kernel.Counting.Records;

namespace Mesoscope.Kernel.Counting.Happenings;

/// <summary>Makes happenings of records.</summary>
/// <param name="calls">The system calls.</param>
/// <param name="names">Keeps the names' texts.</param>
/// <param name="bootToEpoch">Nanoseconds from the start of the boot clock to 1970.</param>
sealed class HappeningReader(CallTable calls, NameTexts names, ulong bootToEpoch)
{
    // As wait tells it: wait(2).
    const uint SignalMask = 127;
    const uint CoreBit = 128;

    /// <summary>The end of a process.</summary>
    public ProcessEnded Read(in ThreadRecord record) => new(
        record.Time,
        record.ProcessId,
        record.ThreadId,
        names.Get(record.Name),
        record.ControlGroup,
        record.ParentId,
        (record.ExitCode & SignalMask) == 0 ? (int)(record.ExitCode >> 8) & 255 : 0,
        (int)(record.ExitCode & SignalMask),
        (record.ExitCode & CoreBit) != 0,
        (record.Flags & ThreadRecord.OutOfMemory) != 0,
        record.Begin + bootToEpoch);

    /// <summary>A process that will be killed.</summary>
    public OutOfMemoryKill Read(in VictimRecord record) =>
        new(record.Time, record.ProcessId, record.ThreadId, names.Get(record.Name), record.ControlGroup);

    /// <summary>A failed call.</summary>
    public FailedCall Read(in FailureRecord record)
    {
        ReadOnlySpan<byte> text = record.Text;
        var call = calls[record.Call];
        var address = record.TextKind == FailureRecord.SocketAddress ? EndpointText.Parse(text[..Math.Clamp(record.TextLength, 0, text.Length)]) : null;
        return new FailedCall(
            record.Time,
            record.ProcessId,
            record.ThreadId,
            names.Get(record.Name),
            record.ControlGroup,
            record.Call,
            calls.Name(record.Call),
            record.Error,
            Encoding.ASCII.GetString(ErrnoNames.Get(record.Error)),
            ArgumentText.Make(record, call, address),
            address,
            Enum.IsDefined((TransportProtocol)record.Protocol) ? (TransportProtocol)record.Protocol : TransportProtocol.Other,
            record.NetworkNamespace);
    }
}
