namespace Mesoscope.Kernel.Counting.Programs;

/// <summary>Which way the data of a call goes, and where its other arguments are. Keep in sync with <c>enum call_detail</c> in bpf/counting/counting.h.</summary>
[Flags]
enum CallDetails : byte
{
    /// <summary>Data comes in, the path is the first argument.</summary>
    None = 0,

    /// <summary>Data goes out.</summary>
    Out = 1,

    /// <summary>The flags of a receive are the third argument.</summary>
    FlagsThird = 2,

    /// <summary>The flags of a receive are the fourth argument.</summary>
    FlagsFourth = 4,

    /// <summary>A copy to the first argument from the second, and not from the first to the third.</summary>
    SendFile = 8,

    /// <summary>The time in the call counts.</summary>
    Timed = 16,

    /// <summary>The path is the second argument.</summary>
    PathSecond = 32,
}
