using Google.Protobuf;
using Mesoscope.Samples.Messages;
using Mesoscope.Server.Catalog;
using Mesoscope.Server.Limits;
using Mesoscope.Server.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Mesoscope.Server.Ingest;

/// <summary>The address where agents send batches.</summary>
public static class IngestEndpoint
{
    const string Scheme = "Bearer ";
    const int StoreRetrySeconds = 5, BusyRetrySeconds = 2;

    /// <summary>Adds <c>POST /ingest/v1/batch</c>. Needs <see cref="BatchIngest"/>, <see cref="IAccessKeys"/>, <see cref="IngestOptions"/> and <see cref="TimeProvider"/> as services.</summary>
    public static IEndpointConventionBuilder MapIngest(this IEndpointRouteBuilder endpoints)
    {
        var services = endpoints.ServiceProvider;
        var options = services.GetRequiredService<IngestOptions>();
        var time = services.GetRequiredService<TimeProvider>();
        var ingest = services.GetRequiredService<BatchIngest>();
        var keys = services.GetRequiredService<IAccessKeys>();
        var (body, wrong, turns) = (new BodyReader(options), new TryLimit(time, options.MaxWrongKeysPerMinute, TimeSpan.FromMinutes(1)), new Turns(options));
        var refusals = services.GetRequiredService<DropCounts>();
        return endpoints.MapPost("/ingest/v1/batch", async context =>
        {
            try
            {
                CheckKey(context, keys, wrong);
                await AnswerAsync(context, await TakeAsync(context).ConfigureAwait(false)).ConfigureAwait(false);
            }
            catch (BatchRejectedException rejected)
            {
                refusals.Add(rejected.Title);
                await RejectAsync(context, rejected).ConfigureAwait(false);
            }
            catch (StoreException trouble)
            {
                refusals.Add("cannot store");
                await RejectAsync(context, new BatchRejectedException(StatusCodes.Status503ServiceUnavailable, "cannot store", trouble.Message, StoreRetrySeconds)).ConfigureAwait(false);
            }
            catch (Exception error) when (context.RequestAborted.IsCancellationRequested && error is OperationCanceledException or IOException or BadHttpRequestException)
            {
                refusals.Add("request broken off");
            }
        }).ExcludeFromDescription();

        async Task<BatchReply> TakeAsync(HttpContext context)
        {
            var received = time.GetUtcNow().ToUnixTimeMilliseconds();
            using var turn = await turns.WaitAsync(BusyRetrySeconds, context.RequestAborted).ConfigureAwait(false);
            if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            {
                limit.MaxRequestBodySize = options.MaxBatchBytes;
            }

            var batch = await body.ReadAsync(context.Request, context.RequestAborted).ConfigureAwait(false);
            return await ingest.TakeAsync(batch, received, context.RequestAborted).ConfigureAwait(false);
        }
    }

    static void CheckKey(HttpContext context, IAccessKeys keys, TryLimit wrong)
    {
        var shown = context.Request.Headers.Authorization.ToString();
        if (shown.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) && keys.TryFind(shown.AsSpan(Scheme.Length).Trim(), out _))
        {
            return;
        }

        // Only wrong keys wait: an address may be shared.
        var address = context.Connection.RemoteIpAddress?.ToString() ?? "";
        var wait = wrong.Wait(address);
        if (wait > TimeSpan.Zero)
        {
            throw new BatchRejectedException(StatusCodes.Status429TooManyRequests, "too many wrong access keys", "too many wrong access keys came from this address", (int)Math.Ceiling(wait.TotalSeconds));
        }

        wrong.Add(address);
        throw new BatchRejectedException(StatusCodes.Status401Unauthorized, "wrong access key", "the access key is missing or wrong: the header 'Authorization: Bearer ACCESS_KEY' was expected; the server's first start printed one, and its page makes others");
    }

    static async Task AnswerAsync(HttpContext context, BatchReply reply)
    {
        var bytes = reply.ToByteArray();
        context.Response.ContentType = "application/x-protobuf";
        context.Response.ContentLength = bytes.Length;
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted).ConfigureAwait(false);
    }

    static async Task RejectAsync(HttpContext context, BatchRejectedException rejected)
    {
        if (rejected.RetryAfterSeconds > 0)
        {
            context.Response.Headers.RetryAfter = rejected.RetryAfterSeconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        if (rejected.Status == StatusCodes.Status401Unauthorized)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
        }

        await TypedResults.Problem(rejected.Message, statusCode: rejected.Status, title: rejected.Title).ExecuteAsync(context).ConfigureAwait(false);
    }
}
