using System.Security.Cryptography;
using System.Text.Json;
using Mesoscope.Clusters.Clients;
using Mesoscope.Clusters.Secrets;

namespace Mesoscope.Clusters.Authentication;

/// <summary>
/// A token of DC/OS, had by logging in (<c>POST /acs/api/v1/auth/login</c>), renewed before it ends and when a server does not take
/// it any more. Safe for use by several tasks at once: one of them logs in, the others wait for its token.
/// </summary>
public sealed class TokenAuthorization : IAuthorization, IDisposable
{
    /// <summary>The path of the login below the root of a cluster.</summary>
    public const string LoginPath = "acs/api/v1/auth/login";

    // A login token only has to live until the server has read it.
    static readonly TimeSpan s_loginTime = TimeSpan.FromMinutes(5);

    // Tokens live five days by default; the reference renews after one. That is the rule for tokens that do not say when they end.
    static readonly TimeSpan s_unknownLife = TimeSpan.FromDays(1);
    static readonly TimeSpan s_mostMargin = TimeSpan.FromMinutes(10);

    // Answers hold a token and little else.
    const int MaxAnswerBytes = 1 << 20;

    readonly ClusterHttp _http;
    readonly Uri _loginUrl;
    readonly string _user;
    readonly Secret? _password;
    readonly ServiceAccount? _account;
    readonly TimeProvider _clock;
    readonly SemaphoreSlim _gate = new(1, 1);
    Secret? _token;
    DateTimeOffset _renewal;

    /// <summary>Logs in with user and password.</summary>
    /// <param name="http">Asks the login server.</param>
    /// <param name="root">The root of the cluster, such as <c>https://dcos.example/</c>.</param>
    /// <param name="credentials">User and password.</param>
    /// <param name="clock">The time; null for the system's.</param>
    public TokenAuthorization(ClusterHttp http, Uri root, Credentials credentials, TimeProvider? clock = null)
        : this(http, LoginUrl(root), credentials?.User ?? throw new ArgumentNullException(nameof(credentials)), clock) => _password = credentials.Password;

    /// <summary>Logs in as a service account.</summary>
    /// <param name="http">Asks the login server.</param>
    /// <param name="root">The root of the cluster; the account's own login address goes before it.</param>
    /// <param name="account">The account.</param>
    /// <param name="clock">The time; null for the system's.</param>
    public TokenAuthorization(ClusterHttp http, Uri root, ServiceAccount account, TimeProvider? clock = null)
        : this(http, account?.LoginUrl ?? LoginUrl(root), account?.User ?? throw new ArgumentNullException(nameof(account)), clock) => _account = account;

    TokenAuthorization(ClusterHttp http, Uri loginUrl, string user, TimeProvider? clock)
    {
        _http = http;
        _loginUrl = loginUrl;
        _user = user;
        _clock = clock ?? TimeProvider.System;
    }

    /// <inheritdoc/>
    public async ValueTask<string?> GetAsync(CancellationToken cancellation)
    {
        await _gate.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            var now = _clock.GetUtcNow();
            var token = Volatile.Read(ref _token);
            if (token is null || now >= _renewal)
            {
                token = await RenewAsync(now, cancellation).ConfigureAwait(false);
            }

            return $"token={token.Reveal()}";
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <inheritdoc/>
    public bool Reject(string value)
    {
        // Another task may have renewed it meanwhile; then its token is tried as well.
        if (Volatile.Read(ref _token) is { } token && value == $"token={token.Reveal()}")
        {
            Volatile.Write(ref _token, null);
        }

        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();

    static Uri LoginUrl(Uri root)
    {
        ArgumentNullException.ThrowIfNull(root);
        return new Uri(new Uri(root.GetLeftPart(UriPartial.Authority)), LoginPath);
    }

    async Task<Secret> RenewAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        var request = new ClusterRequest(_loginUrl) { Body = LoginBody(now), StaysAtOrigin = true };
        using var answer = await _http.AskAsync(request, NobodyAuthorizer.Instance, cancellation).ConfigureAwait(false);
        var token = await ReadTokenAsync(answer, cancellation).ConfigureAwait(false);
        var life = JsonWebToken.ReadEnd(token) - now ?? s_unknownLife;
        var margin = life / 10 < s_mostMargin ? life / 10 : s_mostMargin;

        // A clock that is wrong by days must not make us log in with every request.
        _renewal = now + (life > TimeSpan.Zero ? life - margin : s_unknownLife);
        Volatile.Write(ref _token, token);
        return token;
    }

    byte[] LoginBody(DateTimeOffset now)
    {
        using var body = new MemoryStream();
        using (var writer = new Utf8JsonWriter(body))
        {
            writer.WriteStartObject();
            writer.WriteString("uid", _user);
            if (_account is null)
            {
                writer.WriteString("password", _password!.Reveal());
            }
            else
            {
                writer.WriteString("token", SignLogin(_account, now + s_loginTime).Reveal());
            }

            writer.WriteEndObject();
        }

        return body.ToArray();
    }

    Secret SignLogin(ServiceAccount account, DateTimeOffset end)
    {
        try
        {
            return JsonWebToken.Sign(account, end);
        }
        catch (CryptographicException e)
        {
            throw new ClusterException(ClusterFault.Denied, $"{_loginUrl}: cannot log in: {e.Message}", e);
        }
    }

    static async Task<Secret> ReadTokenAsync(ClusterAnswer answer, CancellationToken cancellation)
    {
        try
        {
            var text = new byte[MaxAnswerBytes];
            var length = await answer.Body.ReadAtLeastAsync(text, text.Length, throwOnEndOfStream: false, cancellation).ConfigureAwait(false);
            using var document = JsonDocument.Parse(text.AsMemory(0, length));
            if (document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("token", out var token) && token.ValueKind == JsonValueKind.String
                && token.GetString() is { Length: > 0 } value && !value.AsSpan().ContainsAnyExceptInRange('!', '~'))
            {
                return new Secret(value);
            }
        }
        catch (JsonException)
        {
            // Said below: the message of the original would quote the answer, which may hold a token.
        }

        throw new ClusterException(ClusterFault.BadDocument, $"{answer.Url}: the answer to the login holds no token; expected a JSON object with the member 'token'");
    }
}
