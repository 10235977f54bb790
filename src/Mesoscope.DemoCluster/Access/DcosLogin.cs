using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Mesoscope.DemoCluster.Hosting;
using Microsoft.AspNetCore.Http;

namespace Mesoscope.DemoCluster.Access;

/// <summary>Answers <c>POST /acs/api/v1/auth/login</c>: a user with a password, or a service account with a token signed by its own key.</summary>
sealed class DcosLogin(string user, string password, string? serviceAccountKeyPem, TokenDesk desk, TimeProvider time)
{
    const int MaxBodyBytes = 64 * 1024;

    public async Task HandleAsync(HttpContext context)
    {
        var bytes = new byte[MaxBodyBytes];
        var length = await context.Request.Body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, context.RequestAborted);
        if (!IsKnown(bytes.AsMemory(0, length), out var who))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            await Answer.JsonAsync(context, json =>
            {
                json.WriteStartObject();
                json.WriteString("title", "Bad Request");
                json.WriteString("description", "Invalid credentials");
                json.WriteString("code", "ERR_INVALID_CREDENTIALS");
                json.WriteEndObject();
            });
            return;
        }

        await Answer.JsonAsync(context, json =>
        {
            json.WriteStartObject();
            json.WriteString("token", desk.Issue(who));
            json.WriteEndObject();
        });
    }

    bool IsKnown(ReadOnlyMemory<byte> body, out string who)
    {
        who = "";
        try
        {
            using var login = JsonDocument.Parse(body);
            who = Text(login, "uid");
            return Text(login, "token") is { Length: > 0 } token ? IsServiceAccount(who, token) : who == user && Text(login, "password") == password;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    static string Text(JsonDocument login, string name) =>
        login.RootElement.ValueKind == JsonValueKind.Object && login.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : "";

    bool IsServiceAccount(string uid, string token)
    {
        if (serviceAccountKeyPem is null || JwtClaims.Read(token) is not { } claims || claims.User != uid || claims.Expires <= time.GetUtcNow())
        {
            return false;
        }

        var end = token.LastIndexOf('.');
        using var key = RSA.Create();
        key.ImportFromPem(serviceAccountKeyPem);
        try
        {
            return key.VerifyData(Encoding.UTF8.GetBytes(token[..end]), Base64Url.DecodeFromChars(token.AsSpan(end + 1)), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
