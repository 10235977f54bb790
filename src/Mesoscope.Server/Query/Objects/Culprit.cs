namespace Mesoscope.Server.Query.Objects;

/// <summary>Who is to blame for a failure, such as the process that holds a port.</summary>
/// <param name="Text">Its name for people.</param>
/// <param name="Scope">Chooses it.</param>
/// <param name="Labels">What is known of it.</param>
public sealed record Culprit(string Text, string Scope, IReadOnlyDictionary<string, string> Labels);
