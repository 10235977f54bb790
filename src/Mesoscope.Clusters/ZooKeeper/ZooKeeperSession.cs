using System.Runtime.InteropServices;
using System.Text;
using Mesoscope.Clusters.Addresses;

namespace Mesoscope.Clusters.ZooKeeper;

/// <summary>A session by ZooKeeper's C client. Its calls block, so it belongs to a thread of its own.</summary>
sealed unsafe class ZooKeeperSession : IElectionSession
{
    // A master's node holds some hundred bytes; ZooKeeper itself stores at most 1 MiB in a node.
    const int MaxData = 1 << 20;

    // Where the library writes the dates and versions of a node, which nobody asks for; struct Stat of zookeeper.jute.h has 68 bytes.
    const int StatBytes = 128;

    readonly byte[] _stat = GC.AllocateArray<byte>(StatBytes, pinned: true);
    readonly ZooKeeperAddress _address;
    readonly ManualResetEventSlim _changed = new(false);
    readonly nint _handle;
    GCHandle _self;

    ZooKeeperSession(ZooKeeperAddress address, TimeSpan timeout)
    {
        _address = address;
        _self = GCHandle.Alloc(this);
        LibZooKeeper.SetLogLevel(LibZooKeeper.LogNothing);
        _handle = LibZooKeeper.Open(address.Servers, &OnChange, (int)timeout.TotalMilliseconds, 0, GCHandle.ToIntPtr(_self), 0);
        if (_handle == 0)
        {
            Dispose();
            throw new ZooKeeperException($"{address}: none of the servers' names can be resolved");
        }
    }

    /// <summary>Opens a session and waits until it works.</summary>
    /// <param name="address">The servers.</param>
    /// <param name="timeout">Until the session works, and after which a silent server is left for another one.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <exception cref="ZooKeeperException">There is no library, or no server that works.</exception>
    public static ZooKeeperSession Open(ZooKeeperAddress address, TimeSpan timeout, CancellationToken cancellation)
    {
        if (!LibZooKeeper.IsPresent)
        {
            throw new ZooKeeperException($"{address}: reading ZooKeeper needs a library that is not on this machine; install {LibZooKeeper.Package}, or name the masters themselves");
        }

        var session = new ZooKeeperSession(address, timeout);
        try
        {
            session.Connect(timeout, cancellation);
            return session;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    public IReadOnlyList<string>? ReadChildren(string path)
    {
        // Set again by the watch that this very call leaves.
        _changed.Reset();
        StringVector names;
        var result = LibZooKeeper.GetChildren(_handle, path, &OnChange, GCHandle.ToIntPtr(_self), &names);
        if (result == LibZooKeeper.NoNode)
        {
            // A watch for children needs the node; this one waits for the node.
            result = LibZooKeeper.Exists(_handle, path, &OnChange, GCHandle.ToIntPtr(_self), Stat());
            return result == LibZooKeeper.Ok ? ReadChildren(path) : result == LibZooKeeper.NoNode ? null : throw Failure(path, result);
        }

        if (result != LibZooKeeper.Ok)
        {
            throw Failure(path, result);
        }

        try
        {
            var children = new string[names.Count];
            for (var i = 0; i < names.Count; i++)
            {
                children[i] = Marshal.PtrToStringUTF8((nint)names.Names[i]) ?? "";
            }

            return children;
        }
        finally
        {
            _ = LibZooKeeper.Free(&names);
        }
    }

    public byte[]? ReadData(string path)
    {
        var buffer = new byte[MaxData];
        var length = buffer.Length;
        fixed (byte* start = buffer)
        {
            var result = LibZooKeeper.Get(_handle, path, 0, start, &length, Stat());
            return result switch
            {
                LibZooKeeper.Ok => buffer[..Math.Max(length, 0)],
                LibZooKeeper.NoNode => null,
                _ => throw Failure(path, result),
            };
        }
    }

    public bool WaitForChange(TimeSpan time, CancellationToken cancellation) => _changed.Wait(time, cancellation);

    public void Dispose()
    {
        if (_handle != 0)
        {
            _ = LibZooKeeper.Close(_handle);
        }

        if (_self.IsAllocated)
        {
            _self.Free();
        }

        _changed.Dispose();
    }

    void Connect(TimeSpan timeout, CancellationToken cancellation)
    {
        var end = Environment.TickCount64 + (long)timeout.TotalMilliseconds;
        while (LibZooKeeper.State(_handle) is var state && state != LibZooKeeper.ConnectedState)
        {
            var left = end - Environment.TickCount64;
            if (state is LibZooKeeper.AuthFailedState or LibZooKeeper.ExpiredState || left <= 0)
            {
                throw new ZooKeeperException(state == LibZooKeeper.AuthFailedState
                    ? $"{_address}: the credentials are not accepted"
                    : $"{_address}: no server answered within {timeout.TotalSeconds:0.#} s");
            }

            _changed.Reset();
            if (LibZooKeeper.State(_handle) == state)
            {
                _changed.Wait(TimeSpan.FromMilliseconds(left), cancellation);
            }
        }

        if (_address.Credentials is { } credentials)
        {
            var text = Encoding.UTF8.GetBytes($"{credentials.User}:{credentials.Password.Reveal()}");
            fixed (byte* start = text)
            {
                _ = LibZooKeeper.AddAuth(_handle, "digest", start, text.Length, 0, 0);
            }
        }
    }

    ZooKeeperException Failure(string path, int error) => new(error switch
    {
        LibZooKeeper.NoAuth => $"{_address}: {path} must not be read; give credentials as zk://USER:PASSWORD@HOST:PORT/PATH",
        _ => $"{_address}: reading {path} failed: {LibZooKeeper.Describe(error)}",
    });

    nint Stat() => Marshal.UnsafeAddrOfPinnedArrayElement(_stat, 0);

    [UnmanagedCallersOnly]
    static void OnChange(nint handle, int type, int state, byte* path, nint context)
    {
        if (GCHandle.FromIntPtr(context).Target is ZooKeeperSession session)
        {
            session._changed.Set();
        }
    }
}
