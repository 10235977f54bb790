using Mesoscope.Cli.CommandLine;
using Mesoscope.Cli.Output;
using Mesoscope.Events.Schema;
using Mesoscope.Machine;
using Mesoscope.Query.Fields;
using Mesoscope.Query.Formats;

namespace Mesoscope.Cli.Trace;

/// <summary>Prints events in the format of the run. Formats stay the same over several captures, and so do the times they remember.</summary>
sealed class EventPrinter
{
    readonly TraceOptions _options;
    readonly FieldSession _session;
    readonly BlockOutput _output;
    readonly EventFormat _format;
    readonly IEventFilter? _displayFilter;
    EventFormat? _pluginFormat;

    /// <summary>Compiles the format.</summary>
    /// <param name="options">The command line.</param>
    /// <param name="session">What fields know of it.</param>
    /// <param name="displayFilter">Decides, after the event has been formatted, whether it is printed; null for all.</param>
    /// <param name="output">Receives the lines.</param>
    /// <exception cref="LineFormatException">The text behind <c>-p</c> is not a format.</exception>
    public EventPrinter(TraceOptions options, FieldSession session, IEventFilter? displayFilter, BlockOutput output)
    {
        _options = options;
        _session = session;
        _displayFilter = displayFilter;
        _output = output;
        var text = FormatEscapes.Resolve(FormatText(options, Descriptor.IsTerminal(Descriptor.Output)));
        _format = Compile(text);
        UsesColours = text.Contains('\e', StringComparison.Ordinal);
    }

    /// <summary>True when the format switches colours, so that they must be switched back at the end.</summary>
    public bool UsesColours { get; }

    /// <summary>The format of a command line, escapes not resolved.</summary>
    public static string FormatText(TraceOptions options, bool isTerminal) =>
        options.Format ?? (options.Style == OutputStyle.Ndjson ? DefaultFormats.Ndjson : isTerminal ? DefaultFormats.Coloured : DefaultFormats.Plain);

    /// <summary>Prints the event under hand, if its format has all that it needs and the display filter wants it.</summary>
    public void Print(EventContext context)
    {
        var format = context.Event.Type == EventType.PlugineventEnter ? PluginFormat() : _format;
        var block = _output.Block;
        var start = block.Length;
        if (!format.TryFormat(context, block))
        {
            return;
        }

        if (_displayFilter is not null && !_displayFilter.Matches(context))
        {
            block.Length = start;
            return;
        }

        _output.EndLine();
    }

    /// <summary>Hands all lines so far to whoever reads them.</summary>
    /// <exception cref="OutputClosedException">Nothing more can be printed.</exception>
    public void ShowLines() => _output.Push();

    EventFormat PluginFormat() => _options.IsFormatCustom ? _format : _pluginFormat ??= Compile(DefaultFormats.Plugin);

    EventFormat Compile(string text) => _options.Style switch
    {
        OutputStyle.Json => JsonFormat.Compile(text, _session),
        OutputStyle.Ndjson => NdjsonFormat.Compile(text, _session),
        _ => LineFormat.Compile(text, _session),
    };
}
