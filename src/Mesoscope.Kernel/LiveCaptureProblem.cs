namespace Mesoscope.Kernel;

/// <summary>Why a live capture cannot be made.</summary>
public enum LiveCaptureProblem
{
    /// <summary>The library that loads the programs is missing.</summary>
    LibraryMissing,

    /// <summary>The process may not load programs: neither root nor the capabilities for it.</summary>
    NotPermitted,

    /// <summary>The kernel does not describe its own types (BTF).</summary>
    NoTypeInformation,

    /// <summary>The kernel is locked down, or a filter of system calls (seccomp, as in most containers) forbids bpf.</summary>
    Forbidden,

    /// <summary>The kernel lacks something that the programs need, or refuses them.</summary>
    NotSupported,
}
