namespace Mesoscope.Kernel;

/// <summary>How a live capture is made.</summary>
public sealed record LiveOptions
{
    /// <summary>The size of a ring by default: 40 ms at two million events a second and processor.</summary>
    public const int DefaultBufferBytes = 8 * 1024 * 1024;

    /// <summary>The payload by default, as in sysdig.</summary>
    public const int DefaultPayloadBytes = 80;

    /// <summary>The payload at most: lengths of parameters have 16 bits, and an event has others beside it.</summary>
    public const int MaxPayloadBytes = 65_000 - 1024;

    /// <summary>Bytes of the ring of each processor, rounded up to a power of two. Default 8 MiB; 1 MiB to 1 GiB.</summary>
    public int BufferBytes { get; init; } = DefaultBufferBytes;

    /// <summary>Bytes of payload of a read, write, ... at most. Default 80; up to <see cref="MaxPayloadBytes"/>, above which it is cut.</summary>
    public int PayloadBytes { get; init; } = DefaultPayloadBytes;

    /// <summary>What the kernel decides. Default: everything is wanted.</summary>
    public KernelFilter Filter { get; init; } = new();

    /// <summary>True to see this process's own events too; they make further ones when they are shown. Default false.</summary>
    public bool IncludesOwnEvents { get; init; }

    /// <summary>True for an event per page fault. Default false: there are many.</summary>
    public bool PageFaults { get; init; }

    /// <summary>
    /// True to use only event types that sysdig 0.29.3 knows, for files that it shall read: it ends at younger ones. System calls that
    /// got a type of their own later are generic events then, and those that got a number in the format later (rseq)
    /// have the number 0; the kernel's own number is in the event all the same. Default true.
    /// </summary>
    public bool OnlyReferenceTypes { get; init; } = true;

    /// <summary>The hooks to use and no others. Default null: the best that the kernel takes.</summary>
    public HookKind? Hooks { get; init; }
}
