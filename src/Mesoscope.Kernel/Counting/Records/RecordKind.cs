namespace Mesoscope.Kernel.Counting.Records;

/// <summary>The first word of each record in the ring: <c>enum record_kind</c> in bpf/counting/failure.h.</summary>
enum RecordKind : uint
{
    /// <summary>A thread ended, perhaps its process too.</summary>
    Thread,

    /// <summary>A call failed.</summary>
    Failure,

    /// <summary>A process was chosen to be killed.</summary>
    OutOfMemory,
}
