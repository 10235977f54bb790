using System.Text;
using Mesoscope.DemoCluster.Hosting;
using Microsoft.AspNetCore.Http;

namespace Mesoscope.DemoCluster.Faults;

/// <summary>Answers in the way that a fault wants.</summary>
static class FaultyAnswer
{
    static readonly TimeSpan s_slowByte = TimeSpan.FromSeconds(1);

    public static Task GiveAsync(HttpContext context, FaultKind kind, RequestDelegate healthy, TimeProvider time) => kind switch
    {
        FaultKind.Unavailable => Answer.TextAsync(context, StatusCodes.Status503ServiceUnavailable, "Service Unavailable"),
        FaultKind.Unauthorized => Answer.TextAsync(context, StatusCodes.Status401Unauthorized, "Unauthorized"),
        FaultKind.Missing => Answer.NotFoundAsync(context),
        FaultKind.Hang => HangAsync(context),
        FaultKind.Slow => SlowAsync(context, healthy, time),
        FaultKind.Endless => EndlessAsync(context),
        FaultKind.Garbage => Answer.TextAsync(context, StatusCodes.Status200OK, "<html>\0\u0001}{]not json at all\ufffd"),
        FaultKind.Half => HalfAsync(context, healthy, breaks: true),
        FaultKind.Cut => HalfAsync(context, healthy, breaks: false),
        FaultKind.WrongTypes => WrongTypesAsync(context, healthy),
        FaultKind.Empty => Task.CompletedTask,
        FaultKind.RedirectLoop => RedirectAsync(context),
        _ => ResetAsync(context),
    };

    static async Task HangAsync(HttpContext context)
    {
        var gone = new TaskCompletionSource();
        await using var registration = context.RequestAborted.Register(gone.SetResult);
        await gone.Task;
    }

    static async Task SlowAsync(HttpContext context, RequestDelegate healthy, TimeProvider time)
    {
        var body = await BodyOfAsync(context, healthy);
        try
        {
            for (var i = 0; i < body.Length; i++)
            {
                await context.Response.Body.WriteAsync(body.AsMemory(i, 1), context.RequestAborted);
                await context.Response.Body.FlushAsync(context.RequestAborted);
                await Task.Delay(s_slowByte, time, context.RequestAborted);
            }
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The reader lost its patience; that is what the fault is for.
        }
    }

    static async Task EndlessAsync(HttpContext context)
    {
        context.Response.ContentType = "application/json";
        var piece = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"id\":\"x\",\"name\":\"endless\",\"tasks\":[]},", 200)));
        try
        {
            await context.Response.WriteAsync("{\"frameworks\":[", context.RequestAborted);
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.Body.WriteAsync(piece, context.RequestAborted);
            }
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The reader stopped, as it should.
        }
    }

    static async Task HalfAsync(HttpContext context, RequestDelegate healthy, bool breaks)
    {
        var body = await BodyOfAsync(context, healthy);
        await context.Response.Body.WriteAsync(body.AsMemory(0, body.Length / 2), context.RequestAborted);
        if (breaks)
        {
            await context.Response.Body.FlushAsync(context.RequestAborted);
            context.Abort();
        }
    }

    static async Task WrongTypesAsync(HttpContext context, RequestDelegate healthy) =>
        await context.Response.Body.WriteAsync(WrongTypes.Of(await BodyOfAsync(context, healthy)), context.RequestAborted);

    static Task RedirectAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status307TemporaryRedirect;
        context.Response.Headers.Location = $"//{context.Request.Host}{context.Request.PathBase}{context.Request.Path}";
        return Task.CompletedTask;
    }

    static Task ResetAsync(HttpContext context)
    {
        context.Abort();
        return Task.CompletedTask;
    }

    // What the healthy server would have said, uncompressed, with its status and type left on the answer.
    static async Task<byte[]> BodyOfAsync(HttpContext context, RequestDelegate healthy)
    {
        var output = context.Response.Body;
        using var memory = new MemoryStream();
        context.Request.Headers.AcceptEncoding = default;
        context.Response.Body = memory;
        try
        {
            await healthy(context);
            await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
        }
        finally
        {
            context.Response.Body = output;
        }

        return memory.ToArray();
    }
}
