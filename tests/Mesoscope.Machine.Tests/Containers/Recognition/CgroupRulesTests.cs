using System.Text;
using Mesoscope.Machine.Containers;
using Mesoscope.Machine.Containers.Recognition;

namespace Mesoscope.Machine.Tests.Containers.Recognition;

public sealed class CgroupRulesTests
{
    const string Long = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
    const string Uuid = "a9f41620-b165-4d24-abe0-af0af92e7b20";
    const string Inner = "0000000f-b165-4d24-abe0-af0af92e7b20";

    [Theory]
    [InlineData("cpu=/docker/" + Long, "Docker:0123456789ab Cri:0123456789ab")]
    [InlineData("cpu=/system.slice/docker-" + Long + ".scope", "Docker:0123456789ab")]
    [InlineData("cpu=/docker/" + "g123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", "")]
    [InlineData("cpu=/machine.slice/libpod-" + Long + ".scope", "Podman:0123456789ab")]
    [InlineData("cpu=/kubepods/pod1/crio-" + Long, "Cri:0123456789ab")]
    [InlineData("cpu=/kubepods.slice/cri-containerd-" + Long + ".scope", "Cri:0123456789ab")]
    [InlineData("cpu=/system.slice/containerd.service/pod:cri-containerd:" + Long, "Cri:0123456789ab")]
    [InlineData("cpu=/kubepods/burstable/podfc6b3d2e-6b5f-4b59-9b5c-1f1c3ee1a111/" + Long, "Docker:0123456789ab Cri:0123456789ab")]
    [InlineData("cpu=/kubepods.slice/kubepods-burstable.slice/kubepods-burstable-podfc6b3d2e.slice/docker-" + Long + ".scope", "Docker:0123456789ab")]
    [InlineData("cpu=/kubepods.slice/kubepods-besteffort.slice/kubepods-besteffort-podfc6b3d2e.slice/crio-" + Long + ".scope", "Cri:0123456789ab")]
    [InlineData("cpu=/lxc/web", "Lxc:web")]
    [InlineData("cpu=/lxc.payload/web/init.scope", "Lxc:web")]
    [InlineData("cpu=/machine/web.libvirt-lxc", "LibvirtLxc:web")]
    [InlineData("cpu=/machine.slice/machine-lxc\\x2d7-web.scope", "LibvirtLxc:7-web")]
    [InlineData("cpu=/libvirt/lxc/web", "Lxc:web LibvirtLxc:web")]
    [InlineData("cpu=/mesos/" + Uuid, "Mesos:" + Uuid)]
    [InlineData("cpu=/foo/mesos/" + Uuid, "Mesos:" + Uuid)]
    [InlineData("cpu=/mesos/" + Uuid + "/mesos/" + Inner, "Mesos:" + Inner)]
    [InlineData("cpu=/mesos/" + Uuid + ".x", "")]
    [InlineData("cpu=/mesos_executors.slice", "")]
    [InlineData("cpu=/mesos/slave", "")]
    [InlineData("cpu=/bpm-job.one.scope", "Bpm:job.one")]
    [InlineData("cpu=/bpm-.scope", "")]
    [InlineData("cpu=/bpm-a b.scope", "")]
    [InlineData("cpu=/\0memory=/docker/" + Long + "\0", "Docker:0123456789ab Cri:0123456789ab")]
    [InlineData("name=systemd=/mesos/" + Uuid, "Mesos:" + Uuid)]
    [InlineData("no sign\0cpu=/lxc/web\0", "")]
    [InlineData("cpu=/machine.slice/-lxc\\x2.scope", "LibvirtLxc:")]
    [InlineData("", "")]
    public void Match_ControlGroups_TellsWhatEachEngineMakesOfThem(string cgroups, string expected)
    {
        var matches = CgroupRules.Match(Encoding.UTF8.GetBytes(cgroups));

        Assert.Equal(expected, string.Join(' ', matches.Select(m => $"{m.Type}:{Encoding.UTF8.GetString(m.Id)}")));
    }

    [Theory]
    [InlineData("cpu=/docker/" + Long + "/more", "Docker:0123456789ab")]
    [InlineData("cpu=/system.slice/docker-" + Long + ".scope/init.scope", "Docker:0123456789ab")]
    [InlineData("cpu=/docker/ffffffffffff0000ffffffffffff0000ffffffffffff0000ffffffffffff0000/docker/" + Long + "/a", "Docker:0123456789ab")]
    [InlineData("cpu=/libpod_parent/libpod-" + Long, "Podman:0123456789ab")]
    [InlineData("cpu=/user.slice/user-1000.slice/user@1000.service/user.slice/libpod-" + Long + ".scope/container", "Podman:0123456789ab")]
    [InlineData("cpu=/machine.slice/libpod-conmon-" + Long + ".scope", "")]
    [InlineData("cpu=/kubepods.slice/crio-" + Long + ".scope/inner", "Cri:0123456789ab")]
    [InlineData("cpu=/kubepods.slice/cri-containerd-" + Long + ".scope/init.scope", "Cri:0123456789ab")]
    [InlineData("cpu=/lxc.payload.web/init.scope", "Lxc:web")]
    [InlineData("cpu=/machine.slice/machine-shop\\x2dweb.scope/payload/init.scope", "Custom:shop-web")]
    [InlineData("cpu=/machine.slice/systemd-nspawn@web.service/payload", "Custom:web")]
    [InlineData("cpu=/machine.slice/machine-qemu\\x2d1\\x2dweb.scope/emulator", "")]
    [InlineData("cpu=/machine.slice/machine-.scope", "")]
    [InlineData("cpu=/mesos/" + Uuid + "/leaf", "Mesos:" + Uuid)]
    [InlineData("cpu=/mesos/" + Uuid + "/mesos/" + Inner + "/leaf", "Mesos:" + Inner)]
    [InlineData("cpu=/\0unified=/docker/" + Long + "/x\0", "Docker:0123456789ab")]
    public void Match_ControlGroupsThatTheReferenceTakesForTheHosts_TellsTheInnermostContainer(string cgroups, string expected) =>
        Match_ControlGroups_TellsWhatEachEngineMakesOfThem(cgroups, expected);

    [Fact]
    public void Match_EveryPrefixOfAPath_EndsWell()
    {
        var cgroups = Encoding.UTF8.GetBytes($"cpu=/machine.slice/machine-lxc\\x2d7-web.scope\0mem=/mesos/{Uuid}/mesos/{Inner}\0io=/docker-{Long}.scope");
        for (var length = 0; length <= cgroups.Length; length++)
        {
            Assert.InRange(CgroupRules.Match(cgroups.AsSpan(0, length)).Length, 0, 7);
        }
    }
}
