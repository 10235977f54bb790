using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Mesoscope.Server.Access;

// Secrets that programs keep: 256 random bits, so a plain hash of them is as good as the secret is long.
static class Secrets
{
    public const string SessionPrefix = "";
    public const string TokenPrefix = "mst_";
    public const string AccessKeyPrefix = "msk_";

    const int Bytes = 32;
    const int MaxLength = 128;

    public static string New(string prefix) => prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    public static string NewId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6));

    // 100 random bits in a form that can be copied from a screen by hand: groups of letters and digits that nobody mistakes for others.
    public static string NewPassword() => string.Join('-', Enumerable.Range(0, 4).Select(static _ => RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 5)));

    public static string Hash(ReadOnlySpan<char> secret)
    {
        Span<byte> bytes = stackalloc byte[MaxLength * 3];
        var length = Encoding.UTF8.GetBytes(secret[..Math.Min(secret.Length, MaxLength)], bytes);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes[..length], hash);
        return Convert.ToHexStringLower(hash);
    }

    // Follows from the session's secret, so that only who was told it can know it, and it need not be kept.
    public static string CsrfToken(string session) => Hash($"csrf {session}");

    public static bool AreEqual(string x, string y) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(x), Encoding.UTF8.GetBytes(y));
}
