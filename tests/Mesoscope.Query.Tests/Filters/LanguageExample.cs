namespace Mesoscope.Query.Tests.Filters;

/// <summary>One line of a block of docs/filter/language.md.</summary>
/// <param name="Filter">The filter.</param>
/// <param name="Verdict">yes, no or error.</param>
/// <param name="Rest">Values of fields, or words of the error.</param>
public sealed record LanguageExample(string Filter, string Verdict, string Rest)
{
    const string Opening = "```filter";
    const string Closing = "```";

    internal static IEnumerable<LanguageExample> Read(IEnumerable<string> lines)
    {
        string? filter = null;
        var isInside = false;
        foreach (var line in lines)
        {
            if (line is Opening or Closing)
            {
                isInside = line == Opening;
                filter = null;
            }
            else if (isInside && filter is null)
            {
                filter = line;
            }
            else if (isInside)
            {
                var words = line.Trim().Split(' ', 2);
                yield return new LanguageExample(filter!, words[0], words.Length > 1 ? words[1] : "");
            }
        }
    }

    /// <summary>Values as the line gives them: name=value, with semicolons between.</summary>
    internal IEnumerable<(string Name, string Value)> Values() =>
        Rest.Split("; ", StringSplitOptions.RemoveEmptyEntries).Select(static pair => pair.Split('=', 2)).Select(static pair => (pair[0], pair[1]));

    public override string ToString() => $"{Filter} | {Verdict} {Rest}";
}
