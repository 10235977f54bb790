using Mesoscope.Query.Fields;

namespace Mesoscope.Query.Formats;

/// <summary>One piece of a format: fixed text or a field. A class, because lists of structs are not compiled ahead of time.</summary>
/// <param name="Literal">The fixed text in UTF-8; empty for a field.</param>
/// <param name="Field">The field, or null for fixed text.</param>
/// <param name="Width">Bytes that the field's text is cut or padded to; 0 for as long as it is.</param>
sealed record FormatPart(byte[] Literal, Field? Field, int Width);
