namespace Mesoscope.Server.Storage;

/// <summary>A document by kind and key.</summary>
/// <param name="Kind">What it is about, such as <c>agent</c>.</param>
/// <param name="Key">Which one of its kind.</param>
/// <param name="Text">The document, as a rule JSON.</param>
public readonly record struct StoredDocument(string Kind, string Key, string Text);
