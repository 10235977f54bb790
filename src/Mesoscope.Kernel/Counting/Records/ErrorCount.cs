namespace Mesoscope.Kernel.Counting.Records;

/// <summary>How often an error came: <c>struct error_count</c> in bpf/counting/life.bpf.c.</summary>
struct ErrorCount
{
    /// <summary>Positive, as in errno.h; 0 for an empty place.</summary>
    public uint Number;

    /// <summary>How often.</summary>
    public uint Count;
}
