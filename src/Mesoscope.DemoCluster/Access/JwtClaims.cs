using System.Buffers.Text;
using System.Text.Json;

namespace Mesoscope.DemoCluster.Access;

/// <summary>What a token says of itself; whether it is signed well is another question.</summary>
readonly record struct JwtClaims(string User, DateTimeOffset Expires)
{
    /// <returns>Null when the text is no such token.</returns>
    public static JwtClaims? Read(string token)
    {
        var parts = token.Split('.');
        if (parts.Length != 3)
        {
            return null;
        }

        try
        {
            using var claims = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[1]));
            return new JwtClaims(
                claims.RootElement.GetProperty("uid").GetString() ?? "",
                DateTimeOffset.FromUnixTimeSeconds(claims.RootElement.GetProperty("exp").GetInt64()));
        }
        catch (Exception wrong) when (wrong is FormatException or JsonException or KeyNotFoundException or InvalidOperationException or ArgumentOutOfRangeException)
        {
            return null;
        }
    }
}
