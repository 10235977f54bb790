using System.Globalization;
using Mesoscope.Cli.Output;
using Mesoscope.Kernel;

namespace Mesoscope.Cli.Live;

/// <summary>Says what was lost, by cause, on standard error and at most once a second.</summary>
sealed class DropReport
{
    const long MillisecondsBetween = 1_000;

    LiveDrops _said;
    long _nextTicks;

    /// <summary>Looks whether something was lost since the last report.</summary>
    /// <param name="drops">What was lost since the start.</param>
    /// <returns>What was said; null when there was nothing to say, or nothing was said yet.</returns>
    public string? Update(LiveDrops drops)
    {
        if (!HasNews(drops) || Environment.TickCount64 < _nextTicks)
        {
            return null;
        }

        _nextTicks = Environment.TickCount64 + MillisecondsBetween;
        return Say(drops);
    }

    /// <summary>Says at the end what was not said yet.</summary>
    public string? Complete(LiveDrops drops) => HasNews(drops) ? Say(drops) : null;

    /// <summary>Everything that was lost or left out, for the summary.</summary>
    public static string Describe(LiveDrops drops) => string.Create(CultureInfo.InvariantCulture,
        $"Lost Events: {drops.LostEvents} (buffer full: {drops.BufferFull}, too big: {drops.TooBig}), Unreadable Parameters: {drops.PayloadFault}, Not Followed: {drops.TableFull}, 32-bit Calls: {drops.ForeignCalls}");

    // Calls of another kind are not lost: they were never wanted, and the summary counts them.
    bool HasNews(LiveDrops drops) => drops with { ForeignCalls = _said.ForeignCalls } != _said;

    string Say(LiveDrops drops)
    {
        var causes = new List<string>();
        Add(causes, drops.BufferFull - _said.BufferFull, "events lost because the buffer was full (a larger --buffer-size or a narrower filter helps)");
        Add(causes, drops.TooBig - _said.TooBig, "events lost because they were too big");
        Add(causes, drops.PayloadFault - _said.PayloadFault, "parameters left empty because the memory that they lie in could not be read");
        Add(causes, drops.TableFull - _said.TableFull, "processes not followed because the table of processes was full");
        _said = drops;
        var text = string.Join(", ", causes);
        ErrorOutput.WriteMessage(text);
        return text;
    }

    static void Add(List<string> causes, ulong count, string cause)
    {
        if (count > 0)
        {
            causes.Add(string.Create(CultureInfo.InvariantCulture, $"{count} {cause}"));
        }
    }
}
