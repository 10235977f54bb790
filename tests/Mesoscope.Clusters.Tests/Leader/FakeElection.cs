using System.Collections.Concurrent;
using System.Threading;
using Mesoscope.Clusters.ZooKeeper;

namespace Mesoscope.Clusters.Tests.Leader;

// ZooKeeper as a table of nodes; each change tells the session that waits.
sealed class FakeElection : IElectionSession
{
    readonly ConcurrentDictionary<string, byte[]> _nodes = new();
    readonly SemaphoreSlim _changes = new(0);

    public bool HasPath { get; set; } = true;

    public Exception? Fault { get; set; }

    public int OpenCount { get; private set; }

    public IElectionSession Open()
    {
        OpenCount++;
        return this;
    }

    public void Set(string name, string json)
    {
        _nodes[name] = System.Text.Encoding.UTF8.GetBytes(json);
        _changes.Release();
    }

    public void Remove(string name)
    {
        _nodes.TryRemove(name, out _);
        _changes.Release();
    }

    public void Tell() => _changes.Release();

    public IReadOnlyList<string>? ReadChildren(string path)
    {
        if (Fault is { } fault)
        {
            Fault = null;
            throw fault;
        }

        return HasPath ? [.. _nodes.Keys] : null;
    }

    public byte[]? ReadData(string path) => _nodes.GetValueOrDefault(path[(path.LastIndexOf('/') + 1)..]);

    public bool WaitForChange(TimeSpan time, CancellationToken cancellation) => _changes.Wait(time, cancellation);

    public void Dispose()
    {
        // Shared by all sessions of a test.
    }
}
