using System.Text.Json;
using Mesoscope.Server.Access;
using Mesoscope.Server.Live;
using Mesoscope.Server.Query;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;

namespace Mesoscope.Server.Api;

static class LiveApi
{
    static readonly TimeSpan s_retry = TimeSpan.FromSeconds(5);

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("live", GetAsync).Produces<string>(contentType: "text/event-stream").WithSummary("Answers once a second");
        api.MapPost("live", PostAsync).Produces<string>(contentType: "text/event-stream").WithSummary("Answers once a second; for questions that fit into no address");
    }

    static Task GetAsync(string? q, HttpContext context, LiveHub hub, AccessControl access) => SendAsync(Read(q), context, hub, access);

    static Task PostAsync(LiveQuestion question, HttpContext context, LiveHub hub, AccessControl access) => SendAsync(question, context, hub, access);

    static LiveQuestion Read(string? q)
    {
        try
        {
            return JsonSerializer.Deserialize<LiveQuestion>(q ?? "", ApiJson.Options) ?? throw new QueryException("q is null; expected {tree?, series?, happenings?}");
        }
        catch (JsonException e)
        {
            throw new QueryException($"q is no JSON of {{tree?, series?, happenings?}}: {e.Message}", (int?)e.BytePositionInLine);
        }
    }

    static async Task SendAsync(LiveQuestion question, HttpContext context, LiveHub hub, AccessControl access)
    {
        if (!hub.TryAdd(question, out var subscriber))
        {
            await Problems.WriteAsync(context, StatusCodes.Status503ServiceUnavailable, "too many look live", $"there are {hub.SubscriberCount} already", s_retry);
            return;
        }

        using (subscriber)
        {
            try
            {
                using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, subscriber.Dropped);
                await SendAsync(subscriber, context, access, end.Token);
            }
            catch (OperationCanceledException)
            {
                // Who went away or did not keep up gets nothing more.
                context.Abort();
            }
            finally
            {
                hub.Remove(subscriber);
            }
        }
    }

    static async Task SendAsync(LiveSubscriber subscriber, HttpContext context, AccessControl access, CancellationToken end)
    {
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        context.Response.ContentType = "text/event-stream";
        context.Response.Headers["X-Accel-Buffering"] = "no";
        await context.Response.Body.FlushAsync(end);
        var caller = Callers.Of(context);
        while (await subscriber.Events.WaitToReadAsync(end) && access.IsValid(caller))
        {
            while (subscriber.Events.TryRead(out var data))
            {
                await context.Response.Body.WriteAsync(data, end);
            }

            await context.Response.Body.FlushAsync(end);
        }
    }
}
