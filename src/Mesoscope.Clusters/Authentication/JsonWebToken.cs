using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Mesoscope.Clusters.Secrets;

namespace Mesoscope.Clusters.Authentication;

/// <summary>The little of JSON Web Tokens that a login to DC/OS needs: making one, and reading when another ends. Layout: RFC 7519, RFC 7515.</summary>
static class JsonWebToken
{
    // {"alg":"RS256","typ":"JWT"}, the one algorithm that DC/OS takes for service accounts.
    static ReadOnlySpan<byte> Header => """{"alg":"RS256","typ":"JWT"}"""u8;

    /// <summary>Makes a token of a service account.</summary>
    /// <param name="account">Whose it is.</param>
    /// <param name="end">Until when it is good.</param>
    /// <exception cref="CryptographicException">The account's key is no RSA key.</exception>
    public static Secret Sign(ServiceAccount account, DateTimeOffset end)
    {
        using var key = RSA.Create();
        try
        {
            key.ImportFromPem(account.PrivateKey.Reveal());
        }
        catch (ArgumentException e)
        {
            // The message of the original may quote the text.
            throw new CryptographicException($"the private key of the service account is no RSA key in PEM form ({e.GetType().Name})");
        }

        var claims = new MemoryStream();
        using (var writer = new Utf8JsonWriter(claims))
        {
            writer.WriteStartObject();
            writer.WriteString("uid", account.User);
            writer.WriteNumber("exp", end.ToUnixTimeSeconds());
            writer.WriteEndObject();
        }

        var content = $"{Base64Url.EncodeToString(Header)}.{Base64Url.EncodeToString(claims.ToArray())}";
        var signature = key.SignData(Encoding.ASCII.GetBytes(content), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return new Secret($"{content}.{Base64Url.EncodeToString(signature)}");
    }

    /// <summary>The end that a token names in its claim <c>exp</c>; null when it names none. The signature is the server's business.</summary>
    public static DateTimeOffset? ReadEnd(Secret token)
    {
        var parts = token.Reveal().Split('.');
        if (parts.Length != 3 || !Base64Url.IsValid(parts[1]))
        {
            return null;
        }

        try
        {
            using var claims = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[1]));
            return claims.RootElement.ValueKind == JsonValueKind.Object
                && claims.RootElement.TryGetProperty("exp", out var end) && end.ValueKind == JsonValueKind.Number
                && end.TryGetDouble(out var seconds) && seconds > 0 && seconds < DateTimeOffset.MaxValue.ToUnixTimeSeconds()
                ? DateTimeOffset.FromUnixTimeSeconds((long)seconds)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
