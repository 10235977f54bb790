using Mesoscope.Machine.Containers;
using Mesoscope.Machine.Threads;

namespace Mesoscope.Query.Fields.Containers;

/// <summary>Finds the container of a thread; threads of one container share the id's bytes, so that mostly one comparison does.</summary>
struct ContainerLookup
{
    byte[]? _id;
    int _version;
    ContainerInfo? _container;

    /// <summary>The container; null when the thread is the host's or nothing is known of its container.</summary>
    public ContainerInfo? Find(ThreadState thread, ContainerTable containers)
    {
        var id = thread.ContainerId;
        if (ReferenceEquals(id, _id) && containers.Version == _version)
        {
            return _container;
        }

        _id = id;
        _version = containers.Version;
        return _container = id.Length == 0 ? null : containers.Find(id);
    }
}
