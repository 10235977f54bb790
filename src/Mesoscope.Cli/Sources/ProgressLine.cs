using System.Globalization;
using Mesoscope.Captures;
using Mesoscope.Cli.Output;

namespace Mesoscope.Cli.Sources;

/// <summary>The line of <c>-P</c> on standard error: per cent of the capture's bytes, rewritten in place.</summary>
sealed class ProgressLine
{
    /// <summary>The share is looked at every so many events; it is not for free.</summary>
    const long EventsPerLook = 10_000;

    /// <summary>A change below this is not shown.</summary>
    const double SmallestStep = 0.1;

    long _nextLook = EventsPerLook;
    double _shown;

    /// <summary>Shows the share when it has changed. Called for every event.</summary>
    public void Update(CaptureReader reader)
    {
        if (reader.EventCount < _nextLook)
        {
            return;
        }

        _nextLook += EventsPerLook;
        var share = reader.StoredLength > 0 ? 100.0 * reader.StoredPosition / reader.StoredLength : 0;
        if (share - _shown > SmallestStep)
        {
            _shown = share;
            Show(share, "");
        }
    }

    /// <summary>Shows that everything has been read, and ends the line.</summary>
    public static void Complete() => Show(100, "\n");

    static void Show(double share, string end) =>
        ErrorOutput.Write(string.Create(CultureInfo.InvariantCulture, $"\r{share:0.00}{end}"));
}
