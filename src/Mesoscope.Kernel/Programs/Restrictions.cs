using System.Globalization;

namespace Mesoscope.Kernel.Programs;

/// <summary>Says what keeps a process that runs as root from using bpf.</summary>
static class Restrictions
{
    // linux/capability.h.
    const int SysAdmin = 21;
    const int Perfmon = 38;
    const int Bpf = 39;

    /// <summary>What is to be blamed, in words.</summary>
    /// <param name="status">The text of <c>/proc/self/status</c>.</param>
    /// <param name="lockdown">The text of <c>/sys/kernel/security/lockdown</c>; empty when there is none.</param>
    public static string Describe(string status, string lockdown)
    {
        var has = ulong.TryParse(ValueOf(status, "CapEff:"), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var bits) ? bits : ulong.MaxValue;
        if ((has >> SysAdmin & 1) == 0 && ((has >> Bpf & 1) == 0 || (has >> Perfmon & 1) == 0))
        {
            return "this process lacks the capabilities BPF and PERFMON, as in most containers; give it these or SYS_ADMIN";
        }

        if (lockdown.Contains("[confidentiality]", StringComparison.Ordinal))
        {
            return "the kernel is locked down (/sys/kernel/security/lockdown says confidentiality); it has to be started without that";
        }

        // From linux/seccomp.h: 2 is a filter.
        return ValueOf(status, "Seccomp:") == "2"
            ? "a seccomp filter is active (/proc/self/status), as in most containers; it has to allow bpf"
            : "a security module or lockdown (/sys/kernel/security/lockdown) does that";
    }

    /// <summary>The same for this process.</summary>
    public static string Describe() => Describe(Read("/proc/self/status"), Read("/sys/kernel/security/lockdown"));

    static string ValueOf(string status, string name) =>
        Array.Find(status.Split('\n'), line => line.StartsWith(name, StringComparison.Ordinal))?[name.Length..].Trim() ?? "";

    static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
