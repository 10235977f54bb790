using Mesoscope.Testing.Programs;

namespace Mesoscope.EndToEnd.Tests.Live;

/// <summary>A control group with the name of a container of Docker that no runtime knows; gone after the test.</summary>
sealed class ContainerGroup : IDisposable
{
    /// <summary>The id as it is shown, another one each time: other runs of the tests on this machine have theirs.</summary>
    internal string Id { get; } = Guid.NewGuid().ToString("N")[..12];

    /// <summary>Its folder: beside Docker's own, under the second version of control groups or a hierarchy of the first.</summary>
    internal string Folder { get; }

    internal ContainerGroup()
    {
        var root = File.Exists("/sys/fs/cgroup/cgroup.procs") ? "/sys/fs/cgroup" : "/sys/fs/cgroup/memory";
        Folder = $"{root}/docker-{Id}{new string('0', 52)}.scope";
        Directory.CreateDirectory(Folder);
    }

    // A group can go when its last process has.
    public void Dispose() => SpinWait.SpinUntil(() => ProgramRun.Run("/bin/rmdir", [Folder]).Status == 0, TimeSpan.FromSeconds(5));
}
