using Mesoscope.Events.Schema;

namespace Mesoscope.Cli.Trace;

/// <summary>One row of <see cref="SummaryTable"/>.</summary>
/// <param name="Id">Event type; or twice the system call's number, plus 1 for its exit.</param>
/// <param name="IsSyscall">Which of the two <paramref name="Id"/> is.</param>
/// <param name="Count">How many came.</param>
readonly record struct SummaryRow(int Id, bool IsSyscall, ulong Count)
{
    /// <summary>Whether it counts calls or returns.</summary>
    public bool IsEnter => (Id & 1) == 0;

    /// <summary>The event's name.</summary>
    public string Name => IsSyscall ? EventSchema.GetSyscall(Id / 2).Name : EventSchema.Get((EventType)Id).Name;
}
