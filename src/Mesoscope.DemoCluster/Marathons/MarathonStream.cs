using System.Text;
using System.Text.Json;
using Mesoscope.DemoCluster.Changes;
using Mesoscope.DemoCluster.Model;
using Microsoft.AspNetCore.Http;

namespace Mesoscope.DemoCluster.Marathons;

/// <summary>Answers <c>/v2/events</c>: server-sent events, one line <c>event:</c>, one line <c>data:</c>, one empty line.</summary>
sealed class MarathonStream(Cluster cluster, Func<string> frameworkId)
{
    /// <summary>Marathon sends an empty line now and then so that the connection is not taken for dead.</summary>
    static readonly TimeSpan s_keepAlive = TimeSpan.FromSeconds(10);

    public async Task ServeAsync(HttpContext context)
    {
        if (!context.Request.Headers.Accept.ToString().Contains("text/event-stream", StringComparison.OrdinalIgnoreCase))
        {
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            return;
        }

        context.Response.ContentType = "text/event-stream";
        var wanted = context.Request.Query["event_type"].OfType<string>().ToHashSet(StringComparer.Ordinal);
        using var subscription = cluster.Subscribe();
        try
        {
            await SendAsync(context, "event_stream_attached", json => json.WriteString("remoteAddress", "127.0.0.1"), wanted);
            await ServeEventsAsync(context, subscription, wanted);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The reader has gone, which is how these streams end.
        }
    }

    async Task ServeEventsAsync(HttpContext context, ClusterSubscription subscription, HashSet<string> wanted)
    {
        using var timer = new PeriodicTimer(s_keepAlive, cluster.Time);
        var beat = timer.WaitForNextTickAsync(context.RequestAborted).AsTask();
        var more = subscription.Events.WaitToReadAsync(context.RequestAborted).AsTask();
        while (true)
        {
            await Task.WhenAny(beat, more);
            if (more.IsCompleted)
            {
                if (!await more)
                {
                    return;
                }

                while (subscription.Events.TryRead(out var happened))
                {
                    if (happened is MarathonEvent told && told.FrameworkId == frameworkId())
                    {
                        await SendAsync(context, MarathonEventWriter.TypeOf(told), json => MarathonEventWriter.WriteMembers(json, told), wanted);
                    }
                }

                more = subscription.Events.WaitToReadAsync(context.RequestAborted).AsTask();
            }

            if (beat.IsCompleted)
            {
                await context.Response.WriteAsync("\r\n", context.RequestAborted);
                beat = timer.WaitForNextTickAsync(context.RequestAborted).AsTask();
            }
        }
    }

    async Task SendAsync(HttpContext context, string type, Action<Utf8JsonWriter> writeMembers, HashSet<string> wanted)
    {
        if (wanted.Count > 0 && !wanted.Contains(type))
        {
            return;
        }

        using var data = new MemoryStream();
        using (var json = new Utf8JsonWriter(data))
        {
            json.WriteStartObject();
            writeMembers(json);
            json.WriteString("eventType", type);
            json.WriteString("timestamp", MarathonTime.Text(cluster.Now));
            json.WriteEndObject();
        }

        await context.Response.WriteAsync($"event: {type}\r\ndata: {Encoding.UTF8.GetString(data.GetBuffer(), 0, (int)data.Length)}\r\n\r\n", context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
    }
}
