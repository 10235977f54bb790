namespace Mesoscope.Machine.Containers.Recognition;

/// <summary>Tells the container of a process from its control groups alone, for those who have no state of the machine.</summary>
public static class ContainerPaths
{
    /// <summary>The container that the control groups belong to; false for those of the host.</summary>
    /// <param name="cgroups"><c>subsystem=path</c>, each ended by NUL, as in a capture.</param>
    /// <param name="type">What runs it. A runtime behind CRI that keeps its containers like Docker does is told apart by asking only.</param>
    /// <param name="id">Its id: 12 digits for Docker and its kin, the whole id for Mesos.</param>
    public static bool TryFind(ReadOnlySpan<byte> cgroups, out ContainerType type, out byte[] id)
    {
        foreach (var match in CgroupRules.Match(cgroups))
        {
            if (match.Id.Length > 0)
            {
                type = match.Type;
                id = match.Id;
                return true;
            }
        }

        type = default;
        id = [];
        return false;
    }
}
