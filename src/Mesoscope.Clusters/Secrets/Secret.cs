using System.Diagnostics;

namespace Mesoscope.Clusters.Secrets;

/// <summary>
/// A text that must not be shown: a password, a token, a private key. Whatever formats it (a message, a debugger, an interpolated
/// string, a record that holds one) gets stars; only <see cref="Reveal"/> gives the text, and is called where it goes on the wire.
/// </summary>
[DebuggerDisplay("***")]
public sealed class Secret
{
    readonly string _text;

    /// <summary>Keeps a text.</summary>
    /// <param name="text">The text; may be empty.</param>
    public Secret(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        _text = text;
    }

    /// <summary>The text itself, for the wire and for nothing else.</summary>
    public string Reveal() => _text;

    /// <summary>Always stars, and as many whatever the length.</summary>
    public override string ToString() => "***";
}
