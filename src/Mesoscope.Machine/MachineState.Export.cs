using Mesoscope.Events.Snapshot;
using Mesoscope.Machine.Descriptors;
using Mesoscope.Machine.Threads;

namespace Mesoscope.Machine;

/// <content>Gives the state out again.</content>
public sealed partial class MachineState
{
    /// <summary>
    /// Tells the state as it is now in the form of a first state, so that events from here on mean the same to whoever reads it.
    /// </summary>
    /// <param name="sink">Receives a whole section.</param>
    public void Export(ISnapshotSink sink)
    {
        ArgumentNullException.ThrowIfNull(sink);
        sink.BeginSection();
        if (Info is not null)
        {
            sink.AddMachine(Info);
        }

        foreach (var entry in Interfaces.Entries)
        {
            sink.AddInterface(entry);
        }

        foreach (var user in Users.Users)
        {
            sink.AddUser(user);
        }

        foreach (var group in Users.Groups)
        {
            sink.AddGroup(group);
        }

        ExportThreads(sink, Threads.ToArray());
        sink.EndSnapshot();
    }

    static void ExportThreads(ISnapshotSink sink, ThreadState[] threads)
    {
        foreach (var thread in threads)
        {
            sink.AddThread(ThreadImport.ToEntry(thread));
        }

        var serverPorts = FindServerPorts(threads);
        foreach (var thread in threads)
        {
            foreach (var (number, descriptor) in thread.Descriptors.Items())
            {
                if (number != DescriptorTable.CanceledNumber)
                {
                    sink.AddDescriptor(thread.Tid, ExportDescriptor(number, descriptor, serverPorts));
                }
            }
        }
    }

    // Lists of sockets hold the own end first. That of a server's connection is told by its port when it is read again.
    static DescriptorEntry ExportDescriptor(long number, DescriptorState descriptor, HashSet<ushort> serverPorts)
    {
        if (descriptor.Type != DescriptorType.IPv4Socket || !descriptor.IsServer || !serverPorts.Contains(descriptor.DestinationPort))
        {
            return DescriptorImport.ToEntry(number, descriptor);
        }

        var copy = new DescriptorState();
        copy.CopyFrom(descriptor);
        copy.SwapEnds();
        return DescriptorImport.ToEntry(number, copy);
    }

    static HashSet<ushort> FindServerPorts(ThreadState[] threads)
    {
        var ports = new HashSet<ushort>();
        foreach (var thread in threads)
        {
            foreach (var (_, descriptor) in thread.Descriptors.Items())
            {
                if (descriptor.Type is DescriptorType.IPv4Server or DescriptorType.IPv6Server)
                {
                    ports.Add(descriptor.SourcePort);
                }
            }
        }

        return ports;
    }
}
