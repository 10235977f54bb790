namespace Mesoscope.Containers.Documents;

/// <summary>An image as its user wrote it, and its parts.</summary>
/// <param name="Text">As it was written.</param>
/// <param name="Repository">Without tag and digest; with the registry when the user wrote it.</param>
/// <param name="Tag">Tag; empty for none.</param>
/// <param name="Digest">Digest with the name of its hash; empty for none.</param>
sealed record ImageName(string Text, string Repository, string Tag, string Digest)
{
    /// <summary>No image.</summary>
    public static readonly ImageName None = new("", "", "", "");

    /// <summary>Takes a name such as <c>registry:5000/shop/web:1.9@sha256:…</c> apart.</summary>
    public static ImageName Parse(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        var digest = at < 0 ? "" : text[(at + 1)..];
        var rest = at < 0 ? text : text[..at];

        // A colon before the last slash belongs to the registry's port.
        var colon = rest.LastIndexOf(':');
        var hasTag = colon > rest.LastIndexOf('/');
        var tag = hasTag ? rest[(colon + 1)..] : "";
        rest = hasTag ? rest[..colon] : rest;
        return new ImageName(text, rest, tag, digest);
    }
}
