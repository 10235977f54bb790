using Mesoscope.Events.Schema;
using Mesoscope.Events.Snapshot;
using Mesoscope.SampleCaptures.Writing;

namespace Mesoscope.SampleCaptures.Scenes;

/// <summary>Where a scene plays: a capture and its clock. Nothing here is random; the same scene gives the same bytes.</summary>
sealed class Stage
{
    const ulong NanosecondsPerMicrosecond = 1000;

    readonly CaptureFile _file;
    ulong _now;

    public Stage(FormatEra era, string host, ulong startSeconds, uint cpus)
    {
        _file = new CaptureFile(era);
        _now = startSeconds * 1_000_000_000;
        _file.AddSection();
        _file.AddMachine(new MachineEntry { CpuCount = cpus, MemoryBytes = 8UL << 30, MaxPid = 32768, HostName = Roles.Bytes(host) });
    }

    public CaptureFile File => _file;

    public byte[] ToArray() => _file.ToArray();

    /// <summary>Lets time pass.</summary>
    public void Wait(ulong microseconds) => _now += microseconds * NanosecondsPerMicrosecond;

    /// <summary>An event that is not a pair.</summary>
    public void Happen(long tid, EventType type, params object[] values)
    {
        _now += 731;
        _file.AddEvent(_now, (ushort)(tid % 4), tid, type, values);
    }

    /// <summary>A system call: its enter event and, after the time it takes, its exit event.</summary>
    /// <param name="tid">The thread.</param>
    /// <param name="enter">The enter event's type; the exit's is the next number.</param>
    /// <param name="entered">The enter event's parameters.</param>
    /// <param name="left">The exit event's parameters.</param>
    /// <param name="microseconds">How long the call takes.</param>
    public void Call(long tid, EventType enter, object[] entered, object[] left, ulong microseconds = 3)
    {
        Happen(tid, enter, entered);
        Wait(microseconds);
        Happen(tid, enter + 1, left);
    }
}
