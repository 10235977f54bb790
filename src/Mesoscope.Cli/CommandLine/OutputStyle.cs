namespace Mesoscope.Cli.CommandLine;

/// <summary>How events are printed.</summary>
enum OutputStyle
{
    /// <summary>Lines of text.</summary>
    Lines,

    /// <summary><c>-j</c></summary>
    Json,

    /// <summary><c>--ndjson</c></summary>
    Ndjson,
}
