using System.Globalization;
using Mesoscope.Cli.CommandLine;
using Mesoscope.Cli.Output;
using Mesoscope.Cli.Sources;
using Mesoscope.Clusters.Recording;
using Mesoscope.Clusters.Watch;
using Mesoscope.Events;
using Mesoscope.Events.Schema;
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
    readonly NameHold _hold;
    MachineState? _machine;
    long _unnamedCount;

    ClusterNaming(TraceOptions options)
    {
        Records = options.Output is not null;
        _feed = new ClusterFeed(Records);
        _hold = new NameHold(_feed, TimeSpan.FromMilliseconds(options.IsLive ? options.Live.HoldMilliseconds : 0), TimeProvider.System);
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
            _machine!.UseClusterNames(update.Names);
        }

        _hold.Reset();
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

    /// <summary>Waits a moment when an event is the first of a container whose task the cluster has not told of yet.</summary>
    /// <returns>Whether there are news, so that documents may have to be recorded before the event.</returns>
    public bool WaitFor(Event e) => _hold.WaitFor(e, _machine!, Update);

    /// <summary>Counts an event that is shown or written, if a task did it whose name is not known.</summary>
    public void Count(EventContext context)
    {
        if ((context.Event.Info.Category & EventCategory.Internal) == 0
            && context.Thread is { } thread && context.Machine.Tasks.Find(thread).UnnamedContainer is not null)
        {
            _unnamedCount++;
        }
    }

    /// <summary>Says how many events went out without the name of their task; nothing when none did.</summary>
    public void Report()
    {
        if (_unnamedCount > 0)
        {
            ErrorOutput.WriteMessage(string.Create(CultureInfo.InvariantCulture,
                $"{_unnamedCount} events of Mesos containers went out without the name of their task: the cluster told of it later or never"));
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
