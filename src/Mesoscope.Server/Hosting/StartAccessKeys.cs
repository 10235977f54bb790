using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Mesoscope.Server.Ingest;

namespace Mesoscope.Server.Hosting;

// The key that was given at the start, and behind it those that the server keeps.
sealed class StartAccessKeys(string? key, IAccessKeys? others) : IAccessKeys
{
    readonly byte[]? _hash = key is null ? null : SHA256.HashData(MemoryMarshal.AsBytes(key.AsSpan()));

    public bool TryFind(ReadOnlySpan<char> key, [NotNullWhen(true)] out AccessKeyInfo? info)
    {
        if (_hash is not null && CryptographicOperations.FixedTimeEquals(_hash, SHA256.HashData(MemoryMarshal.AsBytes(key))))
        {
            info = new AccessKeyInfo("start", "given at the start");
            return true;
        }

        info = null;
        return others is not null && others.TryFind(key, out info);
    }
}
