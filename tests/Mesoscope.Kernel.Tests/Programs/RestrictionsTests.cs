using Mesoscope.Kernel.Programs;

namespace Mesoscope.Kernel.Tests.Programs;

public sealed class RestrictionsTests
{
    const string AllCapabilities = "CapEff:\t000001ffffffffff\n";

    [Theory]
    [InlineData("CapEff:\t00000000a80425fb\nSeccomp:\t2\n", "none [integrity] confidentiality", "capabilities BPF and PERFMON")]
    [InlineData(AllCapabilities + "Seccomp:\t2\n", "none [integrity] confidentiality", "seccomp filter")]
    [InlineData(AllCapabilities + "Seccomp:\t0\n", "none integrity [confidentiality]", "locked down")]
    [InlineData("CapEff:\t000000c000000000\nSeccomp:\t2\n", "", "seccomp filter")]
    [InlineData("", "", "security module")]
    public void Describe_Machine_NamesWhatForbids(string status, string lockdown, string expected) =>
        Assert.Contains(expected, Restrictions.Describe(status, lockdown), StringComparison.Ordinal);
}
