namespace Mesoscope.Query.Text;

/// <summary>How data buffers are written.</summary>
public enum BufferStyle
{
    /// <summary>Printable characters, dots for the others.</summary>
    Dots,

    /// <summary><c>-A</c>: printable characters and line ends only.</summary>
    Ascii,

    /// <summary><c>-x</c>: hexadecimal.</summary>
    Hex,

    /// <summary><c>-X</c>: hexadecimal and text side by side.</summary>
    HexAscii,

    /// <summary><c>-b</c>: base64.</summary>
    Base64,
}
