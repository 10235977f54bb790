using System.Text;

namespace Mesoscope.Query.Filters.Evaluation;

/// <summary>
/// From the notation that filters use to the one of .NET: classes such as <c>\d</c> mean ASCII, <c>[[:alpha:]]</c> is known, groups
/// may be named <c>(?P&lt;n&gt;</c>, and a dollar sign is the very end.
/// </summary>
static class RegexTranslator
{
    internal static string Translate(string pattern)
    {
        var output = new StringBuilder(pattern.Length + 16);
        var isInSet = false;
        for (var i = 0; i < pattern.Length; i++)
        {
            var rest = pattern.AsSpan(i);
            if (rest[0] == '\\' && rest.Length > 1)
            {
                AppendEscape(output, rest[1], isInSet);
                i++;
            }
            else if (isInSet)
            {
                i += AppendInSet(output, rest, ref isInSet);
            }
            else if (rest[0] == '[')
            {
                isInSet = true;
                i += AppendSetStart(output, rest);
            }
            else if (rest.StartsWith("(?P<", StringComparison.Ordinal))
            {
                output.Append("(?<");
                i += 3;
            }
            else
            {
                output.Append(rest[0] == '$' ? "\\z" : rest[..1]);
            }
        }

        return output.ToString();
    }

    static void AppendEscape(StringBuilder output, char escaped, bool isInSet)
    {
        var members = escaped switch
        {
            'd' => "0-9",
            'w' => "0-9A-Za-z_",
            's' => @"\t\n\f\r ",
            'D' => @"\0-/:-\uffff",
            'W' => @"\0-/:-@\[-^`{-\uffff",
            'S' => @"\0-\x08\x0b\x0e-\x1f!-\uffff",
            _ => null,
        };
        if (members is null)
        {
            output.Append('\\').Append(escaped);
        }
        else if (isInSet)
        {
            output.Append(members);
        }
        else
        {
            output.Append('[').Append(members).Append(']');
        }
    }

    /// <summary>A bracket right behind the opening one is a member. Gives how many characters more than one were taken.</summary>
    static int AppendSetStart(StringBuilder output, ReadOnlySpan<char> rest)
    {
        var length = rest.Length > 1 && rest[1] == '^' ? 2 : 1;
        output.Append(rest[..length]);
        if (rest.Length > length && rest[length] == ']')
        {
            output.Append("\\]");
            length++;
        }

        return length - 1;
    }

    static int AppendInSet(StringBuilder output, ReadOnlySpan<char> rest, ref bool isInSet)
    {
        if (rest.StartsWith("[:", StringComparison.Ordinal) && rest.IndexOf(":]", StringComparison.Ordinal) is > 1 and var end)
        {
            var members = new bool[256];
            if (!AsciiClasses.TryAdd(Encoding.UTF8.GetBytes(rest[2..end].ToString()), members))
            {
                throw new ArgumentException($"there is no class [:{rest[2..end]}:]");
            }

            for (var c = 0; c < 128; c++)
            {
                output.Append(members[c] ? $"\\x{c:x2}" : "");
            }

            return end + 1;
        }

        isInSet = rest[0] != ']';
        output.Append(rest[0] == '[' ? "\\[" : rest[..1]);
        return 0;
    }
}
