using Mesoscope.Kernel.Programs;

namespace Mesoscope.Kernel.Counting.Programs;

/// <summary>The system calls of this machine by number.</summary>
sealed class CallTable
{
    /// <summary>MAX_CALLS of bpf/counting/counting.h.</summary>
    public const int MaxCalls = 512;

    readonly string[] _names = new string[MaxCalls];
    readonly CountedCall[] _calls = new CountedCall[MaxCalls];

    /// <param name="isArm">True for aarch64, false for x86_64.</param>
    public CallTable(bool isArm)
    {
        foreach (var row in SyscallRow.ReadAll(isArm).Where(r => r.Number < MaxCalls))
        {
            _names[row.Number] = row.Name;
            _calls[row.Number] = CountedCall.ByName.GetValueOrDefault(row.Name);
        }
    }

    /// <summary>What the counters know of a call.</summary>
    public CountedCall this[int number] => (uint)number < MaxCalls ? _calls[number] : default;

    /// <summary>The kernel's name; <c>syscall_N</c> for one that has none here.</summary>
    public string Name(int number) => (uint)number < MaxCalls && _names[number] is { } name ? name : $"syscall_{number}";
}
