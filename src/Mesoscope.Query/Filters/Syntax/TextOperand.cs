using System.Text;

namespace Mesoscope.Query.Filters.Syntax;

/// <summary>A value as text, without its quotes and escapes.</summary>
/// <param name="Position">Index in the text of the first character, a quote included.</param>
/// <param name="Utf8">The bytes; escapes can make them anything.</param>
/// <param name="IsQuoted">True when quotes stood around the text.</param>
public sealed record TextOperand(int Position, byte[] Utf8, bool IsQuoted) : FilterOperand(Position)
{
    /// <summary>The bytes read as UTF-8; what is not UTF-8 becomes U+FFFD.</summary>
    public string Text => Encoding.UTF8.GetString(Utf8);
}
