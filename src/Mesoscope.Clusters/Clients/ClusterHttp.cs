using System.Net;
using System.Net.Security;

namespace Mesoscope.Clusters.Clients;

/// <summary>
/// Asks servers of a cluster over HTTP: gzip, chunks and kept connections by <see cref="HttpClient"/>; redirects, credentials and
/// deadlines by rules of our own. Safe for use by several tasks at once.
/// </summary>
public sealed class ClusterHttp : IDisposable
{
    readonly HttpClient _client;
    readonly ClientLimits _limits;

    /// <summary>A client with its own connections, which last as long as it does.</summary>
    /// <param name="tls">Whose certificates are trusted.</param>
    /// <param name="limits">How long and how much servers may answer.</param>
    public ClusterHttp(TlsOptions tls, ClientLimits limits)
    {
        ArgumentNullException.ThrowIfNull(tls);
        ArgumentNullException.ThrowIfNull(limits);
        _limits = limits;
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = limits.Stall,
            UseCookies = false,

            // A cluster is in the own network, and its credentials are for nobody in between.
            UseProxy = false,

            // Long enough to keep connections from poll to poll, short enough to see a name that moves to another address.
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            SslOptions = tls.ToClientOptions(),
        };
        _client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>Asks, follows redirects, and returns an answer with status 2xx.</summary>
    /// <param name="request">The question.</param>
    /// <param name="authorizer">Gives credentials to the origins that it knows, and to no other that a redirect leads to.</param>
    /// <param name="cancellation">Ends the question and the reading of its answer.</param>
    /// <exception cref="ClusterException">There is no such answer; the message says why.</exception>
    public async Task<ClusterAnswer> AskAsync(ClusterRequest request, IAuthorizer authorizer, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(authorizer);
        var hasNewToken = false;
        for (var redirects = 0; ;)
        {
            var authorization = await authorizer.AuthorizeAsync(request.Url, cancellation).ConfigureAwait(false);
            var response = await SendAsync(request, authorization, cancellation).ConfigureAwait(false);
            if (response.IsSuccessStatusCode)
            {
                return await OpenAsync(response, request, cancellation).ConfigureAwait(false);
            }

            using (response)
            {
                if (response.StatusCode == HttpStatusCode.Unauthorized && !hasNewToken && authorization is not null
                    && authorizer.Reject(request.Url, authorization))
                {
                    hasNewToken = true;
                    continue;
                }

                request = IsRedirect(response.StatusCode) ? Follow(request, response, ++redirects) : throw Refusal(request.Url, response, authorization);
            }
        }
    }

    /// <summary>Asks without following: the place that a redirect announces, as masters do on <c>/redirect</c>.</summary>
    /// <param name="request">The question.</param>
    /// <param name="authorizer">Knows the credentials of the one who is asked.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>The announced origin with the path that was asked for; null when the answer is no announcement.</returns>
    /// <exception cref="ClusterException">There is no answer.</exception>
    public async Task<Uri?> AskAnnouncementAsync(ClusterRequest request, IAuthorizer authorizer, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(authorizer);
        var authorization = await authorizer.AuthorizeAsync(request.Url, cancellation).ConfigureAwait(false);
        using var response = await SendAsync(request, authorization, cancellation).ConfigureAwait(false);
        return IsRedirect(response.StatusCode) && Location(response) is { } location && RedirectTarget.IsAnnouncement(location) ? RedirectTarget.Resolve(request.Url, location) : null;
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    static bool IsRedirect(HttpStatusCode status) => (int)status is 301 or 302 or 303 or 307 or 308;

    static string? Location(HttpResponseMessage response) =>
        response.Headers.NonValidated.TryGetValues("Location", out var values) ? values.ToString() : null;

    ClusterRequest Follow(ClusterRequest request, HttpResponseMessage response, int count)
    {
        if (count > _limits.Redirects)
        {
            throw new ClusterException(ClusterFault.Redirects, $"{request.Url}: redirected more than {_limits.Redirects} times; the servers send us in a circle");
        }

        var location = Location(response);
        var target = location is null ? null : RedirectTarget.Resolve(request.Url, location);
        if (target is null)
        {
            throw new ClusterException(
                ClusterFault.Redirects, $"{request.Url}: answered {(int)response.StatusCode} with a Location that leads nowhere; expected //HOST:PORT/PATH or a URL");
        }

        if (request.StaysAtOrigin && target.GetLeftPart(UriPartial.Authority) != request.Url.GetLeftPart(UriPartial.Authority))
        {
            throw new ClusterException(
                ClusterFault.Redirects, $"{request.Url}: redirected to {target.GetLeftPart(UriPartial.Authority)}, which must not get what was sent; give its own address");
        }

        return request with { Url = target, Body = response.StatusCode == HttpStatusCode.SeeOther ? null : request.Body };
    }

    async Task<HttpResponseMessage> SendAsync(ClusterRequest request, string? authorization, CancellationToken cancellation)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        deadline.CancelAfter(_limits.Stall);
        using var message = request.ToMessage(authorization);
        try
        {
            return await _client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, deadline.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (!cancellation.IsCancellationRequested)
        {
            throw new ClusterException(ClusterFault.TimedOut, $"{request.Url}: no answer within {_limits.Stall.TotalSeconds:0.#} s", e);
        }
        catch (HttpRequestException e) when (e.HttpRequestError == HttpRequestError.SecureConnectionError)
        {
            throw new ClusterException(
                ClusterFault.Untrusted,
                $"{request.Url}: no trusted connection: {e.InnerException?.Message ?? e.Message}; give the cluster's authority with --mesos-ca", e);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw new ClusterException(ClusterFault.Unreachable, $"{request.Url}: {e.Message}", e);
        }
    }

    async Task<ClusterAnswer> OpenAsync(HttpResponseMessage response, ClusterRequest request, CancellationToken cancellation)
    {
        try
        {
            var body = await response.Content.ReadAsStreamAsync(cancellation).ConfigureAwait(false);
            return new ClusterAnswer(response, request.Url, new GuardedStream(body, request.Url, _limits, request.IsStream, cancellation));
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            response.Dispose();
            throw new ClusterException(ClusterFault.Unreachable, $"{request.Url}: {e.Message}", e);
        }
    }

    static ClusterException Refusal(Uri url, HttpResponseMessage response, string? authorization)
    {
        var status = (int)response.StatusCode;
        var (fault, advice) = status switch
        {
            401 or 403 => (ClusterFault.Denied, authorization is null ? "; it wants credentials" : "; the credentials are not accepted"),
            404 or 405 or 406 or 501 => (ClusterFault.NotSpoken, ""),
            503 => (ClusterFault.NoLeader, "; it knows no leader or is starting"),
            _ => (ClusterFault.Refused, ""),
        };
        return new ClusterException(fault, $"{url}: answered {status} {response.StatusCode}{advice}");
    }
}
