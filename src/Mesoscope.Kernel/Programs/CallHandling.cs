namespace Mesoscope.Kernel.Programs;

/// <summary>What the dispatching programs do with a system call in one direction. Keep in sync with <c>enum handling</c> in bpf/settings.h.</summary>
[Flags]
enum CallHandling : byte
{
    /// <summary>Nothing: the event is not wanted.</summary>
    None = 0,

    /// <summary>A generic event.</summary>
    Generic = 1,

    /// <summary>A program of its own.</summary>
    Program = 2,

    /// <summary>The event changes the state: conditions on tasks do not apply.</summary>
    State = 0x80,
}
