using System.Text.RegularExpressions;
using Mesoscope.Kernel.Interop;
using Mesoscope.Kernel.Programs;

namespace Mesoscope.Kernel.Tests.Programs;

public sealed partial class CallPlanTests
{
    [Theory]
    [InlineData("x64", false)]
    [InlineData("arm64", true)]
    public void Make_ObjectsOfBothArchitectures_HaveAProgramForEveryEventThatIsPlanned(string architecture, bool isArm)
    {
        foreach (var hook in (string[])["btf", "raw"])
        {
            var programs = Programs($"capture.{architecture}.{hook}.o");
            var plan = CallPlan.Make(new LiveOptions(), isArm, programs);

            Assert.Subset(programs, plan.ProgramNames.ToHashSet());
            Assert.All(SyscallRow.ReadAll(isArm).Where(static row => !row.Event.IsGeneric), row =>
                Assert.True(plan.Calls[row.Number].EnterProgram is not null && plan.Calls[row.Number].ExitProgram is not null, $"{row.Name} makes generic events"));
        }
    }

    [Theory]
    [InlineData("/usr/include/x86_64-linux-gnu/asm/unistd_64.h", false)]
    [InlineData("/usr/include/asm-generic/unistd.h", true)]
    public void ReadAll_KernelHeaders_HaveTheSameNumbers(string header, bool isArm)
    {
        if (!File.Exists(header))
        {
            return;
        }

        var ours = SyscallRow.ReadAll(isArm).ToDictionary(static row => row.Name, static row => row.Number);

        // The generic header has what only machines of 32 bits have, too: the calls with times of 64 bits, 403 to 423.
        var theirs = Definition().Matches(File.ReadAllText(header))
            .Where(static m => m.Groups[1].Value is not ("syscalls" or "arch_specific_syscall") && int.Parse(m.Groups[2].Value) is < 403 or > 423)
            .ToList();
        Assert.True(theirs.Count > 250);
        Assert.All(theirs, match =>
        {
            var (name, number) = (Known(match.Groups[1].Value), int.Parse(match.Groups[2].Value));
            Assert.True(ours.GetValueOrDefault(name, -1) == number, $"{name} is {number} in the kernel's header and {ours.GetValueOrDefault(name, -1)} in the table");
        });
    }

    // Names of the other architecture that the table has once.
    static string Known(string name) => name switch
    {
        "fstatat" => "newfstatat",
        "sync_file_range2" => "sync_file_range",
        _ => name,
    };

    static HashSet<string> Programs(string resource)
    {
        using var stream = typeof(CallPlan).Assembly.GetManifestResourceStream(resource)!;
        var image = new byte[stream.Length];
        stream.ReadExactly(image);
        var opened = LibBpf.OpenObject(image, (nuint)image.Length, 0);
        Assert.NotEqual(0, opened);
        var names = LoadedPrograms.FindPrograms(opened).Keys.ToHashSet();
        LibBpf.CloseObject(opened);
        return names;
    }

    [GeneratedRegex(@"#define __NR(?:3264)?_(\w+)\s+(\d+)")]
    private static partial Regex Definition();
}
