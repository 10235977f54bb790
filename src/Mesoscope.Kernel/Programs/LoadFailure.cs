using System.Globalization;
using System.Runtime.InteropServices;

namespace Mesoscope.Kernel.Programs;

/// <summary>Says in one line why the kernel did not take the programs.</summary>
static class LoadFailure
{
    // asm-generic/errno-base.h, asm-generic/errno.h.
    const int NotPermitted = 1;
    const int AccessDenied = 13;

    /// <summary>The exception for an errno.</summary>
    /// <param name="errno">What the call ended with.</param>
    /// <param name="log">What the loader said.</param>
    public static LiveCaptureException Describe(int errno, string log)
    {
        if (!File.Exists("/sys/kernel/btf/vmlinux"))
        {
            return new(LiveCaptureProblem.NoTypeInformation, "this kernel does not describe its types: /sys/kernel/btf/vmlinux is missing; a kernel 5.8 or later with CONFIG_DEBUG_INFO_BTF is needed", log);
        }

        var reason = string.Create(CultureInfo.InvariantCulture, $"{Marshal.GetPInvokeErrorMessage(errno)} ({errno})");
        return errno switch
        {
            NotPermitted or AccessDenied when Environment.UserName != "root" && !Environment.IsPrivilegedProcess =>
                new(LiveCaptureProblem.NotPermitted, $"a live capture needs root, or the capabilities BPF, PERFMON and SYS_PTRACE: the kernel said {reason}", log),
            NotPermitted => new(LiveCaptureProblem.Forbidden, $"the kernel forbids programs even to root ({reason}): {Restrictions.Describe()}", log),
            _ => new(LiveCaptureProblem.NotSupported, $"the kernel refuses the programs: {reason}; 'trace --check' shows what is missing", log),
        };
    }
}
