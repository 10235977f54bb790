using Mesoscope.Testing.Programs;

namespace Mesoscope.EndToEnd.Tests.Live;

/// <summary>A test that captures from the running kernel; skipped, with the reason, where that cannot be.</summary>
[AttributeUsage(AttributeTargets.Method)]
sealed class LiveFactAttribute : FactAttribute
{
    /// <summary>True for tests that have the reference read what was captured.</summary>
    public bool NeedsReference
    {
        get;
        set
        {
            field = value;
            if (value && ProgramRun.Reference is null)
            {
                Skip = "the reference is not installed: apt-get install --no-install-recommends sysdig";
            }
        }
    }

    /// <summary>A program that the test cannot do without.</summary>
    public string? Needs
    {
        get;
        set
        {
            field = value;
            if (!File.Exists(value))
            {
                Skip = $"{value} is missing: apt-get install --no-install-recommends {Path.GetFileName(value)}";
            }
        }
    }

    public LiveFactAttribute()
    {
        if (Environment.UserName != "root")
        {
            Skip = "captures from the kernel: needs root";
        }
        else if (!File.Exists("/sys/kernel/btf/vmlinux"))
        {
            Skip = "captures from the kernel: needs a kernel with BTF (/sys/kernel/btf/vmlinux)";
        }
    }
}
