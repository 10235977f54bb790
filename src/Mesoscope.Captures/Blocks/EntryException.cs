namespace Mesoscope.Captures.Blocks;

/// <summary>An entry of a state block cannot be read; the reader adds where that was.</summary>
sealed class EntryException(CaptureDamage reason) : Exception
{
    public CaptureDamage Reason => reason;
}
