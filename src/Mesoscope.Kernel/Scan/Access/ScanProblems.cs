namespace Mesoscope.Kernel.Scan.Access;

/// <summary>Counts what could not be read, by cause.</summary>
public sealed class ScanProblems
{
    // From asm-generic/errno-base.h.
    const int NotPermitted = 1;
    const int NoEntry = 2;
    const int NoProcess = 3;
    const int NoAccess = 13;

    readonly long[] _counts = new long[Enum.GetValues<ScanProblem>().Length];

    /// <summary>How often it happened since the scan began.</summary>
    public long this[ScanProblem problem] => _counts[(int)problem];

    /// <summary>Counts one.</summary>
    internal void Add(ScanProblem problem) => _counts[(int)problem]++;

    /// <summary>Counts the error of a call.</summary>
    internal void AddError(int error) => Add(error switch
    {
        NoEntry or NoProcess => ScanProblem.Gone,
        NotPermitted or NoAccess => ScanProblem.Denied,
        _ => ScanProblem.Failed,
    });

    /// <summary>Adds what another part of the same scan counted.</summary>
    internal void Add(ScanProblems other)
    {
        for (var i = 0; i < _counts.Length; i++)
        {
            _counts[i] += other._counts[i];
        }
    }

    /// <summary>The counts that are not 0, such as <c>denied 12, gone 3</c>; empty when there are none.</summary>
    public override string ToString() => string.Join(
        ", ",
        Enum.GetValues<ScanProblem>().Where(p => this[p] != 0).Select(p => $"{p.ToString().ToLowerInvariant()} {this[p]}"));
}
