using Mesoscope.DemoCluster.Model;

namespace Mesoscope.DemoCluster.Operations;

/// <summary>Brings a task to life. What becomes of it is told to <see cref="ClusterOperations.Report"/>.</summary>
interface ITaskRunner
{
    /// <summary>Called once for each task, after the streams have told of it.</summary>
    void Launch(ClusterTask task);

    /// <summary>Asks for the end of a task; nothing happens when it is not alive.</summary>
    void Kill(ClusterTask task);
}
