using Mesoscope.Machine;
using Mesoscope.Query.Fields;
using Mesoscope.Query.Filters;

namespace Mesoscope.Cli.Trace;

/// <summary>Stands in for the filter language.</summary>
static class FilterCompiler
{
    public static IEventFilter Compile(string text, FieldSession session) => throw new FilterException($"filters are not available yet: '{text}' {session.TimeStyle}");
}

/// <summary>Stands in for the text of filter errors.</summary>
static class FilterErrorText
{
    public static string Render(string text, FilterException e) => $"{text}: {e.Message}";
}
