using System.Text;
using Mesoscope.Cli.Sources;
using Mesoscope.Containers;
using Mesoscope.Events;
using Mesoscope.Machine;
using Mesoscope.Machine.Containers;
using Mesoscope.Machine.Threads;

namespace Mesoscope.Cli.Live;

/// <summary>
/// Brings what runtimes tell of containers between the events of the kernel, as events. The first event of a container waits a moment
/// for its names; a runtime that lets it wait in vain is not waited for again until it has answered.
/// </summary>
/// <param name="watch">Asks the runtimes; disposed with this.</param>
/// <param name="hold">How long an event may wait; zero for not at all.</param>
/// <param name="clock">Tells the time.</param>
sealed class ContainerFeed(ContainerWatch watch, TimeSpan hold, TimeProvider clock) : IContainerObserver, IDisposable
{
    /// <summary>The start waits for the names of all containers that run, up to this many times the usual wait.</summary>
    const int StartFactor = 6;

    /// <summary>Containers that may be waited for; the events of further ones go on without their names.</summary>
    const int MaxPending = 1024;

    readonly List<byte[]> _pending = [];
    readonly Queue<ContainerAnswer> _ready = [];
    MachineState? _machine;
    HeldEvent? _held;
    bool _isSlow;

    /// <summary>What happened to the questions so far.</summary>
    public WatchCounters Counters => watch.Counters;

    /// <summary>Begins to look at a machine. Call before its first state comes.</summary>
    public void Begin(MachineState machine)
    {
        _machine = machine;
        machine.Containers.Observer = this;
    }

    /// <inheritdoc/>
    public void OnSighted(ContainerType type, byte[] id, ThreadState thread)
    {
        if (watch.Request(new ContainerRequest((int)type, Encoding.ASCII.GetString(id), Encoding.Latin1.GetString(thread.Cgroups))) && _pending.Count < MaxPending)
        {
            _pending.Add(id);
        }
    }

    /// <summary>Waits for the containers of the first state, so that they are part of it. Call once, when it is complete.</summary>
    public void WaitForStart()
    {
        var end = clock.GetTimestamp() + Ticks(hold * StartFactor);
        while (_pending.Count > 0 && watch.WaitForAnswer(clock.GetElapsedTime(clock.GetTimestamp(), end)))
        {
            TakeAnswers();
        }

        _isSlow = _pending.Count > 0;
    }

    /// <summary>Points <paramref name="next"/> at an event that is due before any further one of the kernel; false when none is.</summary>
    /// <param name="next">Its bytes are valid until the following call.</param>
    /// <param name="time">The time of what comes now, nanoseconds since 1970.</param>
    public bool TryTake(Event next, ulong time)
    {
        if (watch.HasAnswer)
        {
            TakeAnswers();
        }

        if (_ready.TryDequeue(out var answer))
        {
            var bytes = ContainerEvent.Create(time, answer.Json.Span);
            next.Attach(bytes, 0, bytes.Length, 0, EventBlockFlags.Large);
            return true;
        }

        if (_held is null)
        {
            return false;
        }

        _held.Attach(next);
        _held = null;
        return true;
    }

    /// <summary>
    /// Waits for the names of the event's container, if they are on their way. True when they came: the event is then put aside, and
    /// <see cref="TryTake"/> brings them first and then the event.
    /// </summary>
    public bool TryHold(Event e)
    {
        if (_pending.Count == 0 || _isSlow || _machine!.FindThread(e.ThreadId)?.ContainerId is not { Length: > 0 } id || !IsPending(id))
        {
            return false;
        }

        var end = clock.GetTimestamp() + Ticks(hold);
        while (IsPending(id))
        {
            var left = clock.GetElapsedTime(clock.GetTimestamp(), end);
            if (left <= TimeSpan.Zero || !watch.WaitForAnswer(left))
            {
                _isSlow = true;
                return false;
            }

            TakeAnswers();
        }

        _held = new HeldEvent(e);
        return true;
    }

    /// <summary>Ends the asking.</summary>
    public void Dispose() => watch.Dispose();

    void TakeAnswers()
    {
        while (watch.TryTake(out var answer))
        {
            _isSlow &= !answer.IsSuccessful;
            _ready.Enqueue(answer);
            var id = Encoding.ASCII.GetBytes(answer.Id);
            _pending.RemoveAll(p => p.AsSpan().SequenceEqual(id));
        }
    }

    bool IsPending(byte[] id)
    {
        foreach (var pending in _pending)
        {
            if (pending.AsSpan().SequenceEqual(id))
            {
                return true;
            }
        }

        return false;
    }

    long Ticks(TimeSpan time) => (long)(time.TotalSeconds * clock.TimestampFrequency);
}
