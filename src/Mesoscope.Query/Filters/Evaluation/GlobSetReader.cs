namespace Mesoscope.Query.Filters.Evaluation;

/// <summary>Reads the inside of brackets in a shell pattern.</summary>
ref struct GlobSetReader(ReadOnlySpan<byte> pattern, int position)
{
    /// <summary>The C library gives up on names of classes that are longer.</summary>
    const int MaxClassName = 256;

    readonly ReadOnlySpan<byte> _pattern = pattern;
    readonly bool[] _members = new bool[256];

    /// <summary>True once a member was seen that stops the comparison: what stands behind it is not looked at any more.</summary>
    bool _isStopped;

    /// <summary>Behind the closing bracket, once read.</summary>
    internal int Position { get; private set; } = position;

    internal bool IsTerminated { get; private set; }

    /// <summary>True when a pattern with this piece matches nothing.</summary>
    internal bool IsImpossible { get; private set; }

    /// <summary>Reads up to the closing bracket. False when there is none: the opening one then stands for itself.</summary>
    internal bool TryRead(out bool[] members)
    {
        members = _members;
        var isNegated = Peek(0) is (byte)'!' or (byte)'^';
        Position += isNegated ? 1 : 0;
        var isFirst = true;
        while (Peek(0) is { } c)
        {
            Position++;
            if (c == (byte)']' && !isFirst)
            {
                IsTerminated = true;
                Complete(isNegated);
                return true;
            }

            isFirst = false;
            if (c != (byte)'[' || !TryReadClass())
            {
                ReadRange(c);
            }
        }

        return false;
    }

    void Complete(bool isNegated)
    {
        for (var i = 0; isNegated && i < _members.Length; i++)
        {
            _members[i] = !_members[i] && !_isStopped;
        }
    }

    /// <summary>Reads <c>:name:]</c> or <c>=c=]</c>; the bracket before it has been taken.</summary>
    bool TryReadClass()
    {
        var rest = _pattern[Position..];
        if (rest.Length > 3 && rest[0] == (byte)'=' && rest[2] == (byte)'=' && rest[3] == (byte)']')
        {
            Add(rest[1], rest[1]);
            Position += 4;
            return true;
        }

        if (rest.IsEmpty || rest[0] != (byte)':')
        {
            return false;
        }

        var name = rest[1..];
        var end = name.IndexOfAnyExceptInRange((byte)'a', (byte)'y');
        if (end < 0 || end > MaxClassName || !name[end..].StartsWith(":]"u8))
        {
            return false;
        }

        Position += end + 3;
        if (!_isStopped && !AsciiClasses.TryAdd(name[..end], _members))
        {
            _isStopped = true;
        }

        return true;
    }

    /// <summary>Reads one member or two with a minus between them; the first byte has been taken.</summary>
    void ReadRange(byte first)
    {
        if (!TryReadMember(first, out var low))
        {
            return;
        }

        if (Peek(0) != (byte)'-' || Peek(1) == (byte)']')
        {
            Add(low, low);
            return;
        }

        if (Peek(1) is not { } start)
        {
            // A range without an end: even the opening bracket is found only when the set had it by then.
            IsImpossible |= !_members['['];
            Position++;
            return;
        }

        Position += 2;
        if (TryReadMember(start, out var high))
        {
            Add(low, high);
        }
    }

    /// <summary>A member: a byte, an escaped byte or <c>[.c.]</c>.</summary>
    bool TryReadMember(byte first, out byte member)
    {
        member = first;
        if (first == (byte)'\\')
        {
            IsImpossible |= Peek(0) is null;
            member = Peek(0) ?? 0;
            Position++;
            return true;
        }

        if (first != (byte)'[' || Peek(0) != (byte)'.')
        {
            return true;
        }

        var end = _pattern[(Position + 1)..].IndexOf(".]"u8);
        if (end < 0)
        {
            IsImpossible = true;
            return true;
        }

        member = end == 1 ? _pattern[Position + 1] : (byte)0;
        _isStopped |= end != 1;
        Position += end + 3;
        return end == 1;
    }

    void Add(byte low, byte high)
    {
        for (int i = low; i <= high && !_isStopped; i++)
        {
            _members[i] = true;
        }
    }

    readonly byte? Peek(int offset) => Position + offset < _pattern.Length ? _pattern[Position + offset] : null;
}
