using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Mesoscope.Agent.Entities;

/// <summary>
/// Numbers of entities, made of what an entity is: the same thing has the same number however often the agent is started, and nothing has to
/// be kept for that.
/// </summary>
static class EntityNumber
{
    // Servers keep numbers with a sign.
    const ulong Bits = 0x7FFF_FFFF_FFFF_FFFF;

    /// <summary>The number of a thing: 63 bits of a hash, never 0.</summary>
    /// <param name="parts">What it is, the kind first.</param>
    public static ulong Of(params ReadOnlySpan<string> parts)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts)), hash);
        return Math.Max(1, BinaryPrimitives.ReadUInt64LittleEndian(hash) & Bits);
    }
}
