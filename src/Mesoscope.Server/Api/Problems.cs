using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Mesoscope.Server.Access;
using Mesoscope.Server.Query;
using Mesoscope.Server.Storage;
using Microsoft.AspNetCore.Http;

namespace Mesoscope.Server.Api;

// Errors as RFC 9457 has them.
static class Problems
{
    static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };
    static readonly TimeSpan s_storeRetry = TimeSpan.FromSeconds(10);

    public static async Task WriteAsync(HttpContext context, int status, string title, string detail, TimeSpan? retryAfter = null, int? position = null)
    {
        if (context.Response.HasStarted)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = status;
        if (retryAfter is { } wait)
        {
            context.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }

        await context.Response.WriteAsJsonAsync(new { title, status, detail, position }, s_json, "application/problem+json", context.RequestAborted);
    }

    // False for what is a fault of the server.
    public static async Task<bool> TryWriteAsync(HttpContext context, Exception exception)
    {
        switch (exception)
        {
            case QueryException e:
                await WriteAsync(context, StatusCodes.Status422UnprocessableEntity, "the question makes no sense", e.Message, position: e.Position);
                return true;
            case AccessException e:
                await WriteAsync(context, StatusOf(e.Reason), TitleOf(e.Reason), e.Message, e.Reason == AccessRefusal.TooMany ? e.RetryAfter : null);
                return true;
            case StoreException e:
                await WriteAsync(context, StatusCodes.Status503ServiceUnavailable, "nothing can be read or stored just now", e.Message, s_storeRetry);
                return true;
            case BadHttpRequestException { InnerException: JsonException json }:
                await WriteAsync(context, StatusCodes.Status422UnprocessableEntity, "the body makes no sense", json.Message);
                return true;
            case BadHttpRequestException e:
                await WriteAsync(context, e.StatusCode, e.StatusCode == StatusCodes.Status413PayloadTooLarge ? "the body is too large" : "the request makes no sense", e.Message);
                return true;
            default:
                return false;
        }
    }

    static int StatusOf(AccessRefusal reason) => reason switch
    {
        AccessRefusal.Unknown => StatusCodes.Status401Unauthorized,
        AccessRefusal.Invalid => StatusCodes.Status422UnprocessableEntity,
        AccessRefusal.NotFound => StatusCodes.Status404NotFound,
        AccessRefusal.Conflict => StatusCodes.Status409Conflict,
        _ => StatusCodes.Status429TooManyRequests,
    };

    static string TitleOf(AccessRefusal reason) => reason switch
    {
        AccessRefusal.Unknown => "not signed in",
        AccessRefusal.Invalid => "the request makes no sense",
        AccessRefusal.NotFound => "not found",
        AccessRefusal.Conflict => "not possible now",
        _ => "too many wrong tries",
    };
}
