using System.Runtime.InteropServices;

namespace Mesoscope.Kernel.Tests.Counting;

// A test that counts what programs of machine code do. It runs wherever the kernel is new enough, and fails there when it cannot.
[AttributeUsage(AttributeTargets.Method)]
public sealed class CountingFactAttribute : FactAttribute
{
    public CountingFactAttribute(string? program = null)
    {
        if (!Environment.IsPrivilegedProcess)
        {
            Skip = "counts in the kernel: needs root";
        }
        else if (!File.Exists("/sys/kernel/btf/vmlinux"))
        {
            Skip = "counts in the kernel: needs a kernel with BTF (/sys/kernel/btf/vmlinux)";
        }
        else if (Environment.OSVersion.Version < new Version(5, 12))
        {
            Skip = "counts in the kernel: needs Linux 5.12";
        }
        else if (RuntimeInformation.ProcessArchitecture != Architecture.X64)
        {
            Skip = "the programs that are counted are machine code for x86-64";
        }
        else if (program is not null && !File.Exists(program))
        {
            Skip = $"compares with {program}, which is not installed";
        }
    }
}
