using Mesoscope.Cli.CommandLine;
using Mesoscope.Query.Fields;
using Mesoscope.Query.Filters.Splitting;
using Mesoscope.Query.Filters.Syntax;

namespace Mesoscope.Cli.Live;

/// <summary>How the filter of a command line is divided between the kernel and this program.</summary>
static class LiveSplit
{
    /// <summary>Divides it.</summary>
    /// <exception cref="Query.Filters.FilterException">The text is not a filter.</exception>
    public static FilterSplit Of(TraceOptions options, FieldSession session)
    {
        if (options.Filter.Length == 0)
        {
            return FilterSplit.Undecided(null);
        }

        // A filter for the display is asked after all events were applied.
        var filter = FilterSyntax.Parse(options.Filter);
        return options.IsDisplayFilter ? FilterSplit.Undecided(filter) : FilterSplitter.Split(filter, session);
    }
}
