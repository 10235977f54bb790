using System.Runtime.InteropServices;

namespace Mesoscope.EndToEnd.Tests.Live;

/// <summary>A filter of system calls for the calling thread and the programs that it starts.</summary>
static unsafe partial class SeccompFilter
{
    // linux/prctl.h, linux/seccomp.h, linux/filter.h, asm-generic/errno-base.h.
    const int SetSeccomp = 22;
    const int ModeFilter = 2;
    const ushort LoadNumber = 0x20;
    const ushort JumpIfEqual = 0x15;
    const ushort Return = 0x06;
    const uint Allow = 0x7fff0000;
    const uint FailNotPermitted = 0x00050000 | 1;

    /// <summary>bpf fails with EPERM from here on, as in a container.</summary>
    public static void ForbidBpf()
    {
        var bpf = (uint)Testing.Calls.TableCall.All["bpf"].Number;
        var program = stackalloc Instruction[4] { new(LoadNumber, 0, 0, 0), new(JumpIfEqual, 0, 1, bpf), new(Return, 0, 0, FailNotPermitted), new(Return, 0, 0, Allow) };
        var filter = stackalloc nint[2] { 4, (nint)program };
        Assert.Equal(0, Control(SetSeccomp, ModeFilter, (nint)filter, 0, 0));
    }

    [LibraryImport("libc", EntryPoint = "prctl")]
    private static partial int Control(int option, long mode, nint filter, long unused, long alsoUnused);

    // struct sock_filter.
    [StructLayout(LayoutKind.Sequential)]
    readonly struct Instruction(ushort code, byte ifTrue, byte ifFalse, uint operand)
    {
        readonly ushort _code = code;
        readonly byte _ifTrue = ifTrue;
        readonly byte _ifFalse = ifFalse;
        readonly uint _operand = operand;
    }
}
