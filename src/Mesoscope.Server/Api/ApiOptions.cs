namespace Mesoscope.Server.Api;

/// <summary>How the API and the page are served.</summary>
public sealed record ApiOptions
{
    /// <summary>The part of all addresses that a proxy in front adds, such as <c>/mesoscope</c>; empty by default.</summary>
    public string PathPrefix { get; init; } = "";

    /// <summary>The folder of the page's files; null (default) for the folder <c>web</c> beside the program.</summary>
    public string? PageFolder { get; init; }

    /// <summary>The program's version, as <c>me</c> tells it.</summary>
    public string Version { get; init; } = typeof(ApiOptions).Assembly.GetName().Version?.ToString(3) ?? "";
}
