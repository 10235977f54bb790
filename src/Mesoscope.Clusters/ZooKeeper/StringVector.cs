using System.Runtime.InteropServices;

namespace Mesoscope.Clusters.ZooKeeper;

/// <summary>Names that ZooKeeper's C client returns. Layout: <c>struct String_vector</c> of its zookeeper.jute.h.</summary>
[StructLayout(LayoutKind.Sequential)]
unsafe struct StringVector
{
    /// <summary>How many there are.</summary>
    public int Count;

    /// <summary>UTF-8 texts that end with NUL.</summary>
    public byte** Names;
}
