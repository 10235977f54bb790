using System.Text;
using Mesoscope.Kernel.Scan.Processes;

namespace Mesoscope.Kernel.Tests.Scan.Processes;

public sealed class CgroupTextTests
{
    [Theory]
    [InlineData("", "", "")]
    [InlineData("", "4:memory:/docker/1\n", "memory=/docker/1\0")]
    [InlineData("", "3:cpu,cpuacct:/a:b\n", "cpu=/a:b\0cpuacct=/a:b\0")]
    [InlineData("", "1:name=systemd:/x\n0::/x\n", "name=systemd=/x\0unified=/x\0")]
    [InlineData("", "1:cpu:/\n0::/\n", "cpu=/\0")]
    [InlineData("cpu io pids\n", "0::/system.slice/docker.service\n", "cpu=/system.slice/docker.service\0io=/system.slice/docker.service\0pids=/system.slice/docker.service\0")]
    [InlineData("cpu\n", "0::/../../web\n", "cpu=/web\0")]
    [InlineData("cpu\n", "0::/..\n", "cpu=/\0")]
    [InlineData("cpu\n", "0::/..web\n", "cpu=/..web\0")]
    [InlineData("cpu\n", "nonsense\n7\n::\n", "cpu=\0")]
    public void Read_OfTheKernelsText_GivesTheFormOfCaptures(string controllers, string text, string expected)
    {
        var cgroups = new CgroupText(Encoding.UTF8.GetBytes(controllers));
        Assert.Equal(expected, Encoding.UTF8.GetString(cgroups.Read(Encoding.UTF8.GetBytes(text))));
    }
}
