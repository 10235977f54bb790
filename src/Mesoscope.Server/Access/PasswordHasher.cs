using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Konscious.Security.Cryptography;

namespace Mesoscope.Server.Access;

/// <summary>
/// Makes and checks hashes of passwords: Argon2id with 19 MiB, 2 passes, 1 lane (what OWASP's Password Storage Cheat Sheet asks for at
/// least). The parameters are part of the hash, so that they can be raised later. Two at a time, so that a flood of sign-ins costs no more memory.
/// </summary>
public sealed class PasswordHasher : IDisposable
{
    const int MemoryKibibytes = 19_456;
    const int Passes = 2;
    const int Lanes = 1;
    const int SaltBytes = 16;
    const int HashBytes = 32;

    // More than this is not believed, whoever wrote it into the store.
    const int MaxMemoryKibibytes = 1_048_576;

    readonly SemaphoreSlim _slots = new(2);

    /// <summary>Makes a hash, such as <c>$argon2id$v=19$m=19456,t=2,p=1$SALT$HASH</c>.</summary>
    public async Task<string> HashAsync(string password, CancellationToken cancellation = default)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        var hash = await ComputeAsync(password, salt, MemoryKibibytes, Passes, Lanes, HashBytes, cancellation);
        return $"$argon2id$v=19$m={MemoryKibibytes},t={Passes},p={Lanes}${Base64(salt)}${Base64(hash)}";
    }

    /// <summary>True when the hash was made of this password; false too for what is no such hash.</summary>
    public async Task<bool> VerifyAsync(string password, string hash, CancellationToken cancellation = default)
    {
        var parts = hash.Split('$');
        if (parts is not ["", "argon2id", "v=19", var parameters, var salt, var expected] || Numbers(parameters) is not { } numbers)
        {
            return false;
        }

        try
        {
            var bytes = FromBase64(expected);
            return bytes.Length == HashBytes && CryptographicOperations.FixedTimeEquals(
                await ComputeAsync(password, FromBase64(salt), numbers.Memory, numbers.Passes, numbers.Lanes, HashBytes, cancellation), bytes);
        }
        catch (FormatException)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _slots.Dispose();

    static (int Memory, int Passes, int Lanes)? Numbers(string text)
    {
        var values = text.Split(',').Select(static p => p.Split('=')).ToList();
        if (values is not [["m", var memory], ["t", var passes], ["p", var lanes]])
        {
            return null;
        }

        return int.TryParse(memory, NumberStyles.None, CultureInfo.InvariantCulture, out var m) && m is >= 8 and <= MaxMemoryKibibytes
            && int.TryParse(passes, NumberStyles.None, CultureInfo.InvariantCulture, out var t) && t is >= 1 and <= 100
            && int.TryParse(lanes, NumberStyles.None, CultureInfo.InvariantCulture, out var p) && p is >= 1 and <= 16
            ? (m, t, p)
            : null;
    }

    static string Base64(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=');

    static byte[] FromBase64(string text) => Convert.FromBase64String(text.PadRight((text.Length + 3) / 4 * 4, '='));

    async Task<byte[]> ComputeAsync(string password, byte[] salt, int memory, int passes, int lanes, int length, CancellationToken cancellation)
    {
        await _slots.WaitAsync(cancellation);
        try
        {
            using var argon = new Argon2id(Encoding.UTF8.GetBytes(password))
            {
                Salt = salt,
                MemorySize = memory,
                Iterations = passes,
                DegreeOfParallelism = lanes,
            };
            return await argon.GetBytesAsync(length);
        }
        finally
        {
            _slots.Release();
        }
    }
}
