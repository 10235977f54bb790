using System.Text.Json;

namespace Mesoscope.Clusters.Secrets;

/// <summary>Who we are to a cluster: a user with a password, or a service account of DC/OS.</summary>
/// <param name="Credentials">The user and the password; null for a service account.</param>
/// <param name="Account">The service account; null for a user.</param>
public sealed record Login(Credentials? Credentials, ServiceAccount? Account)
{
    /// <summary>
    /// Reads what a file or a variable holds: <c>user:password</c>, or a JSON object as DC/OS writes for service accounts
    /// (<c>uid</c>, <c>private_key</c>, <c>login_endpoint</c>) or Mesos for its own (<c>principal</c>, <c>secret</c>).
    /// </summary>
    /// <param name="text">The text; of several lines, the first counts unless it is JSON.</param>
    /// <returns>Null when it is none of these.</returns>
    public static Login? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        text = text.Trim();
        return text.StartsWith('{') ? ParseJson(text)
            : Credentials.Parse(text.Split('\n')[0].TrimEnd('\r')) is { } credentials ? new Login(credentials, null)
            : null;
    }

    static Login? ParseJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var root = document.RootElement;
            if (Text(root, "uid") is { } uid && Text(root, "private_key") is { } key)
            {
                var hasUrl = Uri.TryCreate(Text(root, "login_endpoint"), UriKind.Absolute, out var url) && url.Scheme is "http" or "https";
                return new Login(null, new ServiceAccount(uid, new Secret(key), hasUrl ? url : null));
            }

            var user = Text(root, "principal") ?? Text(root, "uid");
            var password = Text(root, "secret") ?? Text(root, "password");
            return user is not null && password is not null ? new Login(new Credentials(user, new Secret(password)), null) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;
}
