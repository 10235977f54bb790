using Mesoscope.Machine.Threads;

namespace Mesoscope.Machine.Containers;

/// <summary>Is told of containers as they are met, so that their runtimes can be asked. Called between events; must not wait.</summary>
public interface IContainerObserver
{
    /// <summary>A container was met for the first time, of an engine whose runtime knows more than the control groups tell.</summary>
    /// <param name="type">What the control groups say: Docker, Podman or CRI.</param>
    /// <param name="id">Short id.</param>
    /// <param name="thread">One of its threads.</param>
    void OnSighted(ContainerType type, byte[] id, ThreadState thread);
}
