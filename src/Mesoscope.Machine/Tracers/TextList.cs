namespace Mesoscope.Machine.Tracers;

/// <summary>Texts one after the other in one buffer, each ended by NUL. Grows and never shrinks.</summary>
public sealed class TextList
{
    byte[] _bytes = new byte[64];
    int[] _ends = new int[8];
    int _start;

    /// <summary>How many texts there are.</summary>
    public int Count { get; private set; }

    /// <summary>All texts, each ended by NUL; valid until the next change.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, Count == 0 ? 0 : _ends[Count - 1] + 1);

    /// <summary>A text without its NUL.</summary>
    /// <param name="index">From 0; below 0 it counts from the end.</param>
    /// <param name="text">The text, empty when there is none.</param>
    /// <returns>False when there is no such text.</returns>
    public bool TryGet(long index, out ReadOnlySpan<byte> text)
    {
        index = index < 0 ? index + Count : index;
        if (index < 0 || index >= Count)
        {
            text = default;
            return false;
        }

        var start = index == 0 ? 0 : _ends[index - 1] + 1;
        text = _bytes.AsSpan(start, _ends[index] - start);
        return true;
    }

    /// <summary>The index of a text; -1 when it is not there.</summary>
    public int IndexOf(ReadOnlySpan<byte> wanted)
    {
        for (var i = 0; i < Count; i++)
        {
            if (TryGet(i, out var text) && text.SequenceEqual(wanted))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Takes all texts away.</summary>
    public void Clear()
    {
        Count = 0;
        _start = 0;
    }

    /// <summary>Adds a text.</summary>
    public void Add(ReadOnlySpan<byte> text)
    {
        foreach (var value in text)
        {
            Append(value);
        }

        End();
    }

    /// <summary>Becomes a copy of another list.</summary>
    public void CopyFrom(TextList other)
    {
        Clear();
        for (var i = 0; i < other.Count; i++)
        {
            other.TryGet(i, out var text);
            Add(text);
        }
    }

    /// <summary>Adds a byte to the text that <see cref="End"/> will end.</summary>
    internal void Append(byte value)
    {
        if (_start == _bytes.Length)
        {
            Array.Resize(ref _bytes, _bytes.Length * 2);
        }

        _bytes[_start++] = value;
    }

    /// <summary>Ends the text that was appended byte by byte.</summary>
    internal void End()
    {
        if (Count == _ends.Length)
        {
            Array.Resize(ref _ends, _ends.Length * 2);
        }

        _ends[Count++] = _start;
        Append(0);
    }
}
