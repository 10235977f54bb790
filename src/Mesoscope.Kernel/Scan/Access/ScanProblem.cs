namespace Mesoscope.Kernel.Scan.Access;

/// <summary>Why something of the machine could not be read. None of them ends a scan.</summary>
public enum ScanProblem
{
    /// <summary>It ended while it was read. No error: a machine lives on during a scan.</summary>
    Gone,

    /// <summary>The kernel refused, as it does for some processes even to root.</summary>
    Denied,

    /// <summary>Any other error of the kernel.</summary>
    Failed,

    /// <summary>The text was not of the form that it should have.</summary>
    Malformed,

    /// <summary>It was longer than what is kept; the rest was left out.</summary>
    Cut,
}
