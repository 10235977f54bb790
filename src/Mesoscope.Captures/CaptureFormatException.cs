using System.Globalization;

namespace Mesoscope.Captures;

/// <summary>Bad bytes in a capture. Every event before <see cref="Offset"/> has been delivered.</summary>
public sealed class CaptureFormatException : Exception
{
    /// <summary>Makes the exception for damage at a place.</summary>
    /// <param name="reason">What is wrong.</param>
    /// <param name="offset">Where the damaged block begins: bytes from the start, after decompression.</param>
    /// <param name="eventCount">Events that were delivered before.</param>
    /// <param name="text">What was seen and what was expected, without the place.</param>
    /// <param name="inner">What the operating system or the decompressor said.</param>
    public CaptureFormatException(CaptureDamage reason, long offset, long eventCount, string text, Exception? inner = null)
        : base(Describe(text, offset, eventCount), inner)
    {
        Reason = reason;
        Offset = offset;
        EventCount = eventCount;
        Text = text;
    }

    /// <summary>What is wrong.</summary>
    public CaptureDamage Reason { get; }

    /// <summary>Where the damaged block begins: bytes from the start, after decompression.</summary>
    public long Offset { get; }

    /// <summary>Events that were delivered before.</summary>
    public long EventCount { get; }

    /// <summary>What was seen and what was expected, without the place.</summary>
    public string Text { get; }

    static string Describe(string text, long offset, long eventCount) =>
        string.Create(CultureInfo.InvariantCulture, $"{text}, at byte {offset}, after {eventCount} {(eventCount == 1 ? "event" : "events")}");
}
