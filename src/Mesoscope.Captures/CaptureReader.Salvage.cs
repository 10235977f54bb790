using Mesoscope.Captures.Salvage;

namespace Mesoscope.Captures;

// Going on behind damage.
public sealed partial class CaptureReader
{
    /// <summary>Moves to the next plausible block.</summary>
    /// <returns>False when the file is something else altogether, and the damage is to be told.</returns>
    bool FindNextBlock(CaptureFormatException damage)
    {
        if (damage.Reason is CaptureDamage.Empty or CaptureDamage.PacketCapture or CaptureDamage.OtherByteOrder or CaptureDamage.NewerVersion
            && !_hasStateOrEvent)
        {
            return false;
        }

        LastSalvaged = damage;
        SalvageCount++;
        var isBroken = _input.Error is not null;
        SalvageSkippedBytes += BlockSearch.MoveToNext(_input);

        // With the first header lost, what follows is read as if it had been there.
        if (!_hasSection && _input.End > _input.At)
        {
            _hasSection = true;
            _sink!.BeginSection();
            _isSnapshotOpen = true;
        }

        return _hasSection && !(isBroken && _input.End == _input.At);
    }
}
