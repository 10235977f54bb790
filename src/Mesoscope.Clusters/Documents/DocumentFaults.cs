using System.Globalization;
using System.Text;

namespace Mesoscope.Clusters.Documents;

/// <summary>The faults of one document, counted by kind, with the place of the first of each. Not for several threads at once.</summary>
public sealed class DocumentFaults
{
    static readonly int s_kinds = Enum.GetValues<DocumentFault>().Length;

    readonly long[] _counts = new long[s_kinds];
    readonly string?[] _first = new string?[s_kinds];

    /// <summary>How many there are of all kinds.</summary>
    public long Count => _counts.Sum();

    /// <summary>How many there are of a kind.</summary>
    public long this[DocumentFault fault] => _counts[(int)fault];

    /// <summary>Adds one; where it was is only made a text for the first of its kind.</summary>
    /// <param name="fault">What it is.</param>
    /// <param name="what">The member or item that it is about.</param>
    /// <param name="offset">Bytes before it in the document.</param>
    internal void Add(DocumentFault fault, ReadOnlySpan<byte> what, long offset)
    {
        if (_counts[(int)fault]++ == 0)
        {
            const int MaxShown = 40;
            _first[(int)fault] = $"{Encoding.UTF8.GetString(what[..Math.Min(what.Length, MaxShown)])} at byte {offset.ToString(CultureInfo.InvariantCulture)}";
        }
    }

    /// <summary>One line for people, such as <c>3 WrongType (first: labels at byte 120)</c>; empty without faults. Holds no secret but what names of members are.</summary>
    public override string ToString() =>
        string.Join(", ", Enum.GetValues<DocumentFault>().Where(f => this[f] > 0).Select(f => $"{this[f]} {f} (first: {_first[(int)f]})"));
}
