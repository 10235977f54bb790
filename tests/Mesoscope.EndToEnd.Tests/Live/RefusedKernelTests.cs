using Mesoscope.Testing.Programs;

namespace Mesoscope.EndToEnd.Tests.Live;

public sealed class RefusedKernelTests : IDisposable
{
    readonly ScratchFolder _folder = new();

    [LiveFact]
    public void Trace_NotRoot_IsRefusedWithWhatIsNeeded() =>
        Refusal.Check(ProgramRun.Run("/usr/bin/setpriv", ["--reuid=65534", "--regid=65534", "--clear-groups", ProgramRun.Mesoscope, "trace"]), "root", "BPF, PERFMON");

    [LiveFact]
    public void Trace_RootWithoutCapabilities_IsRefusedWithWhatIsMissing() =>
        Refusal.Check(ProgramRun.Run("/usr/bin/setpriv", ["--bounding-set=-all", "--inh-caps=-all", ProgramRun.Mesoscope, "trace"]), "capabilities BPF and PERFMON");

    [LiveFact]
    public void Trace_KernelWithoutTypes_IsRefusedByThePath() => Refusal.Check(WithoutTypes(""), "/sys/kernel/btf/vmlinux is missing");

    [LiveFact]
    public void Check_KernelWithoutTypes_NamesTheFeatureAndItsKernel()
    {
        var result = WithoutTypes("--check");

        Assert.Equal(1, result.Status);
        Assert.Matches("type information \\(BTF\\) +does not +kernel 5.4 +/sys/kernel/btf/vmlinux is missing", result.OutputText);
        Assert.EndsWith("A live capture cannot be made here.\n", result.OutputText, StringComparison.Ordinal);
    }

    [LiveFact]
    public void Check_ThisKernel_CanDoIt()
    {
        var result = ProgramRun.Trace("--check");

        Assert.Equal(0, result.Status);
        Assert.DoesNotContain("could not tell", result.OutputText, StringComparison.Ordinal);
    }

    [LiveFact]
    public void Trace_UnderASeccompFilter_IsRefusedByIt()
    {
        // A filter belongs to a thread and to what it starts.
        ProgramResult? result = null;
        var thread = new Thread(() =>
        {
            SeccompFilter.ForbidBpf();
            result = ProgramRun.Trace();
        });
        thread.Start();
        thread.Join();

        Refusal.Check(result!, "seccomp filter");
    }

    public void Dispose() => _folder.Dispose();

    // In a mount namespace of its own.
    ProgramResult WithoutTypes(string option) => ProgramRun.Run(
        "/usr/bin/unshare", ["-m", "/bin/sh", "-c", $"mount --bind {_folder.Folder} /sys/kernel/btf && exec {ProgramRun.Mesoscope} trace {option}"]);
}
