namespace Mesoscope.Kernel;

/// <summary>How programs are hooked into the kernel.</summary>
public enum HookKind
{
    /// <summary>tp_btf: the kernel's structures are read directly. Kernel 5.11 and later.</summary>
    Typed,

    /// <summary>raw_tp: each look at a structure is a helper's call. Kernel 5.8 and later.</summary>
    Raw,
}
