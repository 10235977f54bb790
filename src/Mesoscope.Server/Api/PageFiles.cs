using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Microsoft.Net.Http.Headers;

namespace Mesoscope.Server.Api;

/// <summary>Serves the files of the page. Addresses of the page itself, such as <c>/explore</c>, all get its one document.</summary>
sealed class PageFiles
{
    const string Document = "index.html";
    const string Base = "<base href=\"/\"";
    const string Immutable = "public, max-age=31536000, immutable";
    const string Revalidated = "no-cache";

    // What the page's build makes beside each file, the smallest first.
    static readonly (string Encoding, string Extension)[] s_packed = [("br", ".br"), ("gzip", ".gz")];

    static readonly PathString[] s_api = ["/api", "/ingest", "/openapi"];

    readonly IFileProvider _files;
    readonly FileExtensionContentTypeProvider _types = new();

    public PageFiles(ApiOptions options)
    {
        var folder = options.PageFolder ?? Path.Combine(AppContext.BaseDirectory, "web");
        _files = Directory.Exists(folder) ? new PhysicalFileProvider(Path.GetFullPath(folder)) : new NullFileProvider();
        _types.Mappings[".webmanifest"] = "application/manifest+json";
    }

    /// <summary>Answers what no endpoint does: unknown addresses of the API, and everything else with the page.</summary>
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        if (context.GetEndpoint() is not null)
        {
            await next(context);
        }
        else if (IsOfApi(request.Path) || !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)))
        {
            await Problems.WriteAsync(context, StatusCodes.Status404NotFound, "not found", $"there is no {request.Method} {request.Path}; openapi/v1.json lists what there is");
        }
        else
        {
            await SendAsync(context, request.Path.Value!.TrimStart('/'));
        }
    }

    // What is not there is no part of the page.
    internal static bool IsOfApi(PathString path) => s_api.Any(a => path.StartsWithSegments(a, StringComparison.OrdinalIgnoreCase));

    async Task SendAsync(HttpContext context, string path)
    {
        if (path.Length > 0 && path != Document && _files.GetFileInfo(path) is { Exists: true, IsDirectory: false } file && _types.TryGetContentType(path, out var type))
        {
            await SendFileAsync(context, path, file, type);
        }
        else if (Path.HasExtension(path) && path != Document)
        {
            await Problems.WriteAsync(context, StatusCodes.Status404NotFound, "not found", $"the page has no file {path}");
        }
        else
        {
            await SendDocumentAsync(context);
        }
    }

    async Task SendFileAsync(HttpContext context, string path, IFileInfo file, string type)
    {
        var response = context.Response;
        response.ContentType = type;
        response.Headers.Vary = HeaderNames.AcceptEncoding;

        // The build puts a hash of the contents into these names.
        response.Headers.CacheControl = path.StartsWith("assets/", StringComparison.Ordinal) ? Immutable : Revalidated;
        var accepted = context.Request.GetTypedHeaders().AcceptEncoding;
        foreach (var (encoding, extension) in s_packed)
        {
            if (accepted.Any(a => a.Value == encoding && a.Quality is not 0) && _files.GetFileInfo(path + extension) is { Exists: true } packed)
            {
                response.Headers.ContentEncoding = encoding;
                file = packed;
                break;
            }
        }

        var tag = new EntityTagHeaderValue($"\"{file.LastModified.UtcTicks:x}-{file.Length:x}\"");
        response.GetTypedHeaders().ETag = tag;
        if (context.Request.GetTypedHeaders().IfNoneMatch.Any(t => t.Compare(tag, useStrongComparison: false)))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentLength = file.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await response.SendFileAsync(file);
        }
    }

    async Task SendDocumentAsync(HttpContext context)
    {
        if (_files.GetFileInfo(Document) is not { Exists: true } document)
        {
            await Problems.WriteAsync(context, StatusCodes.Status404NotFound, "the page is not part of this build", "./build makes it; the API is at api/v1, its description at openapi/v1.json");
            return;
        }

        string text;
        await using (var stream = document.CreateReadStream())
        {
            using var reader = new StreamReader(stream, Encoding.UTF8);
            text = await reader.ReadToEndAsync(context.RequestAborted);
        }

        // All other addresses in it are relative to this one.
        text = text.Replace(Base, $"<base href=\"{context.Request.PathBase.ToUriComponent()}/\"", StringComparison.Ordinal);
        context.Response.Headers.CacheControl = Revalidated;
        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.WriteAsync(text, context.RequestAborted);
    }
}
