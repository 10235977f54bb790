using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Mesoscope.DemoCluster.Access;

/// <summary>Hands out DC/OS sign-in tokens (JWT, HS256) and knows which are good.</summary>
sealed class TokenDesk(TimeSpan lifetime, TimeProvider time)
{
    static readonly string s_header = Encode("""{"alg":"HS256","typ":"JWT"}"""u8);

    // Taking a new key is how all tokens expire at once.
    byte[] _key = RandomNumberGenerator.GetBytes(32);

    public string Issue(string user)
    {
        using var claims = new MemoryStream();
        using (var json = new Utf8JsonWriter(claims))
        {
            json.WriteStartObject();
            json.WriteString("uid", user);
            json.WriteNumber("exp", (time.GetUtcNow() + lifetime).ToUnixTimeSeconds());
            json.WriteEndObject();
        }

        var signed = $"{s_header}.{Encode(claims.ToArray())}";
        return $"{signed}.{Sign(signed)}";
    }

    public bool IsGood(string token)
    {
        var end = token.LastIndexOf('.');
        return end > 0
            && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Sign(token[..end])), Encoding.UTF8.GetBytes(token[(end + 1)..]))
            && JwtClaims.Read(token) is { } claims
            && claims.Expires > time.GetUtcNow();
    }

    /// <summary>No token that was handed out so far is good any more.</summary>
    public void ExpireAll() => _key = RandomNumberGenerator.GetBytes(32);

    string Sign(string text) => Encode(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(text)));

    static string Encode(ReadOnlySpan<byte> bytes) => Base64Url.EncodeToString(bytes);
}
