namespace Mesoscope.Query.Filters.Evaluation;

/// <summary>The named classes of characters of the C locale.</summary>
static class AsciiClasses
{
    /// <summary>Adds the members of a class such as <c>alpha</c>; false when there is no class of that name.</summary>
    internal static bool TryAdd(ReadOnlySpan<byte> name, bool[] members)
    {
        if (!IsMember(name, 'a').HasValue)
        {
            return false;
        }

        for (var c = '\0'; c < 128; c++)
        {
            members[c] |= IsMember(name, c) == true;
        }

        return true;
    }

    static bool? IsMember(ReadOnlySpan<byte> name, char c) => name switch
    {
        _ when name.SequenceEqual("alpha"u8) => char.IsAsciiLetter(c),
        _ when name.SequenceEqual("digit"u8) => char.IsAsciiDigit(c),
        _ when name.SequenceEqual("alnum"u8) => char.IsAsciiLetterOrDigit(c),
        _ when name.SequenceEqual("upper"u8) => char.IsAsciiLetterUpper(c),
        _ when name.SequenceEqual("lower"u8) => char.IsAsciiLetterLower(c),
        _ when name.SequenceEqual("space"u8) => c is ' ' or (>= '\t' and <= '\r'),
        _ when name.SequenceEqual("blank"u8) => c is ' ' or '\t',
        _ when name.SequenceEqual("punct"u8) => c is > ' ' and < '\x7f' && !char.IsAsciiLetterOrDigit(c),
        _ when name.SequenceEqual("print"u8) => c is >= ' ' and < '\x7f',
        _ when name.SequenceEqual("graph"u8) => c is > ' ' and < '\x7f',
        _ when name.SequenceEqual("cntrl"u8) => c is < ' ' or '\x7f',
        _ when name.SequenceEqual("xdigit"u8) => char.IsAsciiHexDigit(c),
        _ => null,
    };
}
