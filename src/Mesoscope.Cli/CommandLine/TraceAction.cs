namespace Mesoscope.Cli.CommandLine;

/// <summary>What a <c>trace</c> command line asks for as a whole.</summary>
enum TraceAction
{
    /// <summary>Read events and print, count or write them.</summary>
    Run,

    /// <summary><c>--help</c></summary>
    Help,

    /// <summary><c>-l</c>, <c>-lv</c></summary>
    ListFields,

    /// <summary><c>--list-markdown</c></summary>
    ListFieldsMarkdown,

    /// <summary><c>-L</c></summary>
    ListEvents,

    /// <summary><c>--version</c></summary>
    Version,

    /// <summary><c>--libs-version</c></summary>
    LibsVersion,

    /// <summary><c>-pp</c>: print the format in use.</summary>
    ShowFormat,

    /// <summary><c>--check</c>: what of a live capture works on this machine.</summary>
    Check,

    /// <summary><c>--explain</c>: which part of the filter runs where.</summary>
    Explain,
}
