using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Mesoscope.Clusters.Text;

/// <summary>Compares texts held as bytes; dictionaries with it can be asked with a span.</summary>
public sealed class ByteTextComparer : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
{
    /// <summary>The one instance.</summary>
    public static readonly ByteTextComparer Instance = new();

    ByteTextComparer()
    {
    }

    /// <inheritdoc/>
    public bool Equals(byte[]? x, byte[]? y) => ReferenceEquals(x, y) || (x is not null && y is not null && x.AsSpan().SequenceEqual(y));

    /// <inheritdoc/>
    public int GetHashCode([DisallowNull] byte[] obj) => GetHashCode(obj.AsSpan());

    /// <inheritdoc/>
    public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

    /// <inheritdoc/>
    public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();

    /// <summary>A hash of all bytes, eight at a time; differs from run to run of no program, so keys are not for hostile peers.</summary>
    public int GetHashCode(ReadOnlySpan<byte> alternate)
    {
        var hash = 0x9E3779B97F4A7C15ul ^ (uint)alternate.Length;
        var words = MemoryMarshal.Cast<byte, ulong>(alternate);
        foreach (var word in words)
        {
            hash = BitOperations.RotateLeft((hash ^ word) * 0xD6E8FEB86659FD93ul, 29);
        }

        foreach (var value in alternate[(words.Length * 8)..])
        {
            hash = (hash ^ value) * 0xD6E8FEB86659FD93ul;
        }

        return (int)(hash ^ (hash >> 32));
    }
}
