using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;

namespace Mesoscope.Server.Api;

/// <summary>Turns what goes wrong into problems that say what was seen and expected; the inside of the server is for its log only.</summary>
sealed partial class ProblemMiddleware(RequestDelegate next, ILogger<ProblemMiddleware> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            return;
        }
        catch (Exception e) when (!context.Response.HasStarted)
        {
            if (!await Problems.TryWriteAsync(context, e))
            {
                LogFailure(e, context.Request.Method, context.Request.Path);
                await Problems.WriteAsync(context, StatusCodes.Status500InternalServerError, "the server failed", "its log says why");
            }

            return;
        }

        var status = context.Response.StatusCode;
        if (status >= 400 && !context.Response.HasStarted && context.Response.ContentLength is null && context.Response.ContentType is null)
        {
            await Problems.WriteAsync(context, status, ReasonPhrases.GetReasonPhrase(status), $"{context.Request.Method} {context.Request.Path}");
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Path} failed")]
    partial void LogFailure(Exception exception, string method, string path);
}
