using Mesoscope.Machine;
using Mesoscope.Machine.Containers;

namespace Mesoscope.Query.Fields.Containers;

/// <summary>
/// A field's way to the container of the event: threads of one container share the id's bytes, so that mostly one comparison does.
/// </summary>
sealed class ContainerLookup
{
    byte[]? _id;
    int _version;
    ContainerInfo? _container;

    /// <summary>The container of the event's thread; null when that is the host's or nothing is known of its container.</summary>
    public static ContainerInfo? Find(EventContext context, FieldScratch scratch)
    {
        if (context.Thread is not { ContainerId.Length: > 0 } thread)
        {
            return null;
        }

        var lookup = scratch.Memory as ContainerLookup;
        if (lookup is null)
        {
            scratch.Memory = lookup = new ContainerLookup();
        }

        return lookup.Find(thread.ContainerId, context.Machine.Containers);
    }

    ContainerInfo? Find(byte[] id, ContainerTable containers)
    {
        if (!ReferenceEquals(id, _id) || containers.Version != _version)
        {
            _id = id;
            _version = containers.Version;
            _container = containers.Find(id);
        }

        return _container;
    }
}
