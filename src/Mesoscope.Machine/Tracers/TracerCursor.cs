using Mesoscope.Machine.Threads;

namespace Mesoscope.Machine.Tracers;

/// <summary>A place in a tracer's text. Behind the end everything reads as 0.</summary>
ref struct TracerCursor(ReadOnlySpan<byte> text)
{
    readonly ReadOnlySpan<byte> _text = text;

    /// <summary>Index of the current byte.</summary>
    public int Position { get; set; }

    /// <summary>The current byte, 0 at the end.</summary>
    public readonly byte Current => At(0);

    /// <summary>The byte before the current one, 0 at the beginning.</summary>
    public readonly byte Previous => At(-1);

    /// <summary>Whether nothing follows.</summary>
    public readonly bool IsAtEnd => Position >= _text.Length;

    /// <summary>The byte at a distance from the current one.</summary>
    public readonly byte At(int distance) => (uint)(Position + distance) < (uint)_text.Length ? _text[Position + distance] : (byte)0;

    /// <summary>At the end of the text more may come; elsewhere it is what the caller says.</summary>
    public readonly TracerResult EndOr(TracerResult other) => IsAtEnd ? TracerResult.Incomplete : other;

    /// <summary>The id that <c>t</c>, <c>p</c>, <c>pp</c> or <c>g</c> stands for; goes past it and the character behind it.</summary>
    public long ReadScope(ThreadState thread)
    {
        var scope = Current;
        var isParent = scope == 'p' && At(1) == 'p';
        Position += isParent ? 3 : 2;
        return scope switch
        {
            (byte)'t' => thread.Tid,
            (byte)'p' => isParent ? thread.ParentTid : thread.Pid,
            _ => 0,
        };
    }

    /// <summary>A number in decimal, 0 when there are no digits; stops at the first character that is none.</summary>
    public long ReadNumber()
    {
        var isNegative = Current == '-';
        Position += isNegative ? 1 : 0;
        var value = 0L;
        for (; Current is >= (byte)'0' and <= (byte)'9'; Position++)
        {
            value = unchecked((value * 10) + (Current - '0'));
        }

        return isNegative ? unchecked(-value) : value;
    }

    /// <summary>Adds a text to a list, up to a character that ends it or must not be in it, and without backslashes.</summary>
    /// <returns>That character, on which the cursor stays; 0 at the end.</returns>
    public byte ReadText(TextList list, ReadOnlySpan<byte> ends, ReadOnlySpan<byte> forbidden)
    {
        var isLiteral = false;
        for (; !IsAtEnd; Position++)
        {
            var current = Current;
            if (!isLiteral && current == '\\')
            {
                isLiteral = true;
                continue;
            }

            if (!isLiteral && (ends.Contains(current) || forbidden.Contains(current)))
            {
                break;
            }

            list.Append(current);
            isLiteral = false;
        }

        list.End();
        return Current;
    }
}
