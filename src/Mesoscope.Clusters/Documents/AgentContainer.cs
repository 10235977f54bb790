namespace Mesoscope.Clusters.Documents;

/// <summary>A container that a Mesos agent runs. Texts are UTF-8, empty when not known.</summary>
/// <param name="Id">Its id, a UUID; of a nested one the innermost.</param>
/// <param name="ParentId">The container around it.</param>
/// <param name="ExecutorId">The executor that it was made for; of a command task that is the task's id.</param>
/// <param name="FrameworkId">Whose executor that is.</param>
/// <param name="ExecutorPid">The first process in it, as the host numbers it; 0 when the agent does not say, as for Docker.</param>
public sealed record AgentContainer(byte[] Id, byte[] ParentId, byte[] ExecutorId, byte[] FrameworkId, long ExecutorPid);
