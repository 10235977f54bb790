namespace Mesoscope.DemoCluster.Tests.Processes;

// A test that runs tasks for real.
sealed class RunFactAttribute : FactAttribute
{
    public RunFactAttribute()
    {
        if (!Environment.IsPrivilegedProcess)
        {
            Skip = "runs tasks in cgroups: needs root";
        }
        else if (!DemoCluster.Processes.ContainerGroups.OfThisMachine().Exist)
        {
            Skip = "runs tasks in cgroups: needs a mounted cgroup hierarchy (v1 freezer or v2)";
        }
    }
}
