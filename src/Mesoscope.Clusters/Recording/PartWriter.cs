namespace Mesoscope.Clusters.Recording;

/// <summary>
/// Lays items into documents that each fit in one event: the first goes by the name of its kind, those behind it by that name with
/// <c>_more</c>.
/// </summary>
sealed class PartWriter(string kind, Action<DocumentWriter> head, Action<DocumentWriter> tail)
{
    /// <summary>
    /// Bytes of a document. The parameter of a <c>mesos</c> event has a length of 16 bits, its final NUL included; what is left over is
    /// room for the closing brackets.
    /// </summary>
    public const int MaxBytes = ushort.MaxValue - 1;

    readonly DocumentWriter _output = new();
    readonly List<byte[]> _documents = [];
    int _count;

    /// <summary>Adds an item; one that is larger than a document can be is left out.</summary>
    /// <param name="item">The item as JSON.</param>
    /// <returns>False when it was left out.</returns>
    public bool Add(ReadOnlySpan<byte> item)
    {
        if (_output.Length == 0)
        {
            Open();
        }

        if (!Fits(item.Length) && _count > 0)
        {
            Close();
            Open();
        }

        if (!Fits(item.Length))
        {
            return false;
        }

        _output.Raw(item);
        _count++;
        return true;
    }

    /// <summary>The documents; at least one, even without items.</summary>
    public IReadOnlyList<byte[]> Finish()
    {
        if (_output.Length == 0)
        {
            Open();
        }

        Close();
        return _documents;
    }

    bool Fits(int length)
    {
        const int Brackets = 512;
        return _output.Length + length + Brackets <= MaxBytes;
    }

    void Open()
    {
        _output.Clear();
        _count = 0;
        _output.Begin('{');
        _output.Begin(System.Text.Encoding.ASCII.GetBytes(_documents.Count == 0 ? kind : kind + "_more"), '{');
        head(_output);
    }

    void Close()
    {
        tail(_output);
        _output.End('}');
        _output.End('}');
        _documents.Add(_output.Written.ToArray());
        _output.Clear();
    }
}
