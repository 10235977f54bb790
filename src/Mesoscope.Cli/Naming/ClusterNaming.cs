using Mesoscope.Cli.CommandLine;
using Mesoscope.Cli.Output;
using Mesoscope.Cli.Sources;
using Mesoscope.Clusters.Recording;
using Mesoscope.Clusters.Watch;
using Mesoscope.Machine;

namespace Mesoscope.Cli.Naming;

/// <summary>
/// The names of the cluster of a run: kept fresh while this machine is captured, asked for once when files are read. The cluster is
/// watched by other threads; the one that works on events takes what they found between two events.
/// </summary>
sealed class ClusterNaming : IDisposable
{
    // A file is not read before its names are there or cannot be had soon; a machine goes on anyway.
    static readonly TimeSpan s_fileWait = TimeSpan.FromSeconds(15);
    static readonly TimeSpan s_liveWait = TimeSpan.FromSeconds(2);

    readonly ClusterWatch _watch;
    readonly ClusterFeed _feed;
    readonly Queue<byte[]> _documents = [];
    MachineState? _machine;

    ClusterNaming(TraceOptions options)
    {
        Records = options.Output is not null;
        _feed = new ClusterFeed(Records);
        _watch = new ClusterWatch(options.Cluster.ToWatchOptions(), ErrorOutput.WriteMessage);
        _watch.Published += _feed.Offer;
    }

    /// <summary>Begins to watch the cluster that a command line names, and waits a little for its first names.</summary>
    /// <returns>Null when it names none.</returns>
    public static ClusterNaming? Open(TraceOptions options)
    {
        if (options.Cluster.Addresses.IsEmpty)
        {
            return null;
        }

        var naming = new ClusterNaming(options);
        var isComplete = naming._watch.WaitForFirstAsync(options.IsLive ? s_liveWait : s_fileWait).GetAwaiter().GetResult();
        if (!options.IsLive)
        {
            // What a file tells of happened before now: one answer is all that there is to ask for.
            naming._watch.Dispose();
            if (!isComplete)
            {
                ErrorOutput.WriteMessage($"the cluster did not answer within {s_fileWait.TotalSeconds:0} seconds; names that it did not give are missing below");
            }
        }

        naming._feed.Offer(naming._watch.State.Current);
        return naming;
    }

    /// <summary>True when the names are recorded; those that a capture brings along are then left out, as they would replace them.</summary>
    public bool Records { get; }

    /// <summary>Begins with a machine, which has the names known so far from its first event on.</summary>
    public void Begin(MachineState machine)
    {
        _machine = machine;
        if (_watch.State.Current.Version > 0)
        {
            machine.Mesos.Use(_watch.State.Current);
        }
    }

    /// <summary>Takes what is new, between two events.</summary>
    public void Update()
    {
        if (!_feed.TryTake(out var update))
        {
            return;
        }

        if (update.Names.Version > 0)
        {
            _machine!.Mesos.Use(update.Names);
        }

        foreach (var document in update.Documents)
        {
            if (document.Length > OwnEvent.MaxText)
            {
                ErrorOutput.WriteMessage($"a document of {document.Length} bytes with names does not fit in an event and is not recorded");
                continue;
            }

            _documents.Enqueue(document);
        }
    }

    /// <summary>The next document that is to be recorded; false when there is none.</summary>
    public bool TryTakeDocument(out byte[] document) => _documents.TryDequeue(out document!);

    /// <summary>Ends the watch.</summary>
    public void Dispose()
    {
        _watch.Dispose();
        _feed.Dispose();
    }
}
