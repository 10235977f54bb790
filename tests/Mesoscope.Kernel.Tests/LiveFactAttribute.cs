namespace Mesoscope.Kernel.Tests;

// A test that loads programs into the running kernel: only root may, and the kernel has to describe its types.
[AttributeUsage(AttributeTargets.Method)]
public sealed class LiveFactAttribute : FactAttribute
{
    public LiveFactAttribute()
    {
        if (!Environment.IsPrivilegedProcess)
        {
            Skip = "loads programs into the kernel: needs root";
        }
        else if (!File.Exists("/sys/kernel/btf/vmlinux"))
        {
            Skip = "loads programs into the kernel: needs a kernel with BTF (/sys/kernel/btf/vmlinux)";
        }
    }
}
