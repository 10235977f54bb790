using System.Globalization;

namespace Mesoscope.Server.Ingest;

// Which sequences of an agent are stored, as ranges: most agents have one, gaps come from batches that an agent had to drop.
sealed class SequenceRanges
{
    // With more, the oldest gaps are closed: what falls in them was dropped by its agent long ago.
    const int MaxRanges = 64;

    readonly List<(ulong First, ulong Last)> _ranges = [];

    // The newest one; 0 when there is none.
    public ulong Newest => _ranges.Count == 0 ? 0 : _ranges[^1].Last;

    public bool Contains(ulong sequence) => Find(sequence) >= 0;

    // The last sequence of the range that a stored one lies in: everything up to it is stored or was dropped by its agent.
    public ulong LastWith(ulong sequence) => _ranges[Find(sequence)].Last;

    public void Add(ulong sequence)
    {
        if (Contains(sequence))
        {
            return;
        }

        var place = _ranges.FindIndex(r => r.First > sequence);
        place = place < 0 ? _ranges.Count : place;
        _ranges.Insert(place, (sequence, sequence));
        Join(place);
        Join(place - 1);
        if (_ranges.Count > MaxRanges)
        {
            _ranges[1] = (_ranges[0].First, _ranges[1].Last);
            _ranges.RemoveAt(0);
        }
    }

    // "1-500,502-900"
    public override string ToString() =>
        string.Join(',', _ranges.Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.First}-{r.Last}")));

    public static SequenceRanges Parse(string text)
    {
        var ranges = new SequenceRanges();
        foreach (var part in text.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            var ends = part.Split('-');
            ranges._ranges.Add((ulong.Parse(ends[0], CultureInfo.InvariantCulture), ulong.Parse(ends[1], CultureInfo.InvariantCulture)));
        }

        return ranges;
    }

    int Find(ulong sequence) => _ranges.FindLastIndex(r => r.First <= sequence && r.Last >= sequence);

    // Makes one of a range and the one behind it when nothing is between them.
    void Join(int place)
    {
        if (place >= 0 && place + 1 < _ranges.Count && _ranges[place].Last + 1 == _ranges[place + 1].First)
        {
            _ranges[place] = (_ranges[place].First, _ranges[place + 1].Last);
            _ranges.RemoveAt(place + 1);
        }
    }
}
