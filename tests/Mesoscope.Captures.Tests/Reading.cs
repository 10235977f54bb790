using Mesoscope.Events;
using Mesoscope.Testing.Captures;

namespace Mesoscope.Captures.Tests;

/// <summary>What comes out of a capture, for comparisons.</summary>
sealed class Reading
{
    /// <summary>The state, with all that followed between events.</summary>
    public SnapshotRecorder State { get; } = new();

    /// <summary>One line an event with everything that it holds.</summary>
    public List<string> Events { get; } = [];

    /// <summary>The damage that ended the reading; null for none.</summary>
    public CaptureFormatException? Damage { get; private set; }

    /// <summary>The reader's counters, after the reading.</summary>
    public required CaptureReader Reader { get; init; }

    public static Reading Of(byte[] capture, CaptureReaderOptions options = default) => Of(new MemoryStream(capture), options);

    public static Reading Of(Stream capture, CaptureReaderOptions options = default)
    {
        using var reader = CaptureReader.Open(capture, "test.scap", options);
        var reading = new Reading { Reader = reader };
        try
        {
            reading.ReadAll();
        }
        catch (CaptureFormatException damage)
        {
            reading.Damage = damage;
        }

        return reading;
    }

    /// <summary>All values of an event in a line.</summary>
    public static string Describe(Event source)
    {
        var parameters = Enumerable.Range(0, source.StoredParameterCount).Select(i => Convert.ToHexString(source.Parameter(i)));
        return $"{source.Timestamp} {source.ThreadId} {source.Type} cpu {source.Cpu} {source.BlockFlags} [{string.Join(' ', parameters)}]";
    }

    void ReadAll()
    {
        Reader.ReadStart(State);
        var source = new Event();
        while (Reader.ReadNext(source))
        {
            Events.Add(Describe(source));
        }
    }
}
