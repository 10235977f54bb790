using System.Runtime.InteropServices;
using System.Text;
using System.Threading;
using Mesoscope.Clusters.ZooKeeper;

namespace Mesoscope.Clusters.Tests.ZooKeeper;

// What a master does: a session, and a node that lives as long as it. Disposing it is the master's death.
sealed unsafe partial class MasterSession : IDisposable
{
    // From ZooKeeper's zookeeper.h.
    const int Ephemeral = 1;
    const int Sequence = 2;
    const int AllPermissions = 31;

    static readonly TimeSpan s_limit = TimeSpan.FromMinutes(1);

    nint _handle;

    public MasterSession(string servers)
    {
        LibZooKeeper.SetLogLevel(LibZooKeeper.LogNothing);
        _handle = LibZooKeeper.Open(servers, null, 10_000, 0, 0, 0);
        Assert.True(SpinWait.SpinUntil(() => LibZooKeeper.State(_handle) == LibZooKeeper.ConnectedState, s_limit));
    }

    public void Make(string path, string data = "") => Create(path, data, 0);

    public void Register(string prefix, string data) => Create(prefix, data, Ephemeral | Sequence);

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _handle, 0) is var handle && handle != 0)
        {
            _ = LibZooKeeper.Close(handle);
        }
    }

    [LibraryImport("libzookeeper_mt.so.2", EntryPoint = "zoo_create", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Create(nint handle, string path, byte* value, int length, AccessList* access, int flags, byte* name, int nameLength);

    void Create(string path, string data, int flags)
    {
        var bytes = Encoding.UTF8.GetBytes(data);
        fixed (byte* value = bytes, scheme = "world\0"u8, id = "anyone\0"u8)
        {
            var entry = new AccessEntry { Permissions = AllPermissions, Scheme = scheme, Id = id };
            var access = new AccessList { Count = 1, Entries = &entry };
            Assert.Equal(LibZooKeeper.Ok, Create(_handle, path, value, bytes.Length, &access, flags, null, 0));
        }
    }

    [StructLayout(LayoutKind.Sequential)]
    struct AccessEntry
    {
        public int Permissions;
        public byte* Scheme;
        public byte* Id;
    }

    [StructLayout(LayoutKind.Sequential)]
    struct AccessList
    {
        public int Count;
        public AccessEntry* Entries;
    }
}
