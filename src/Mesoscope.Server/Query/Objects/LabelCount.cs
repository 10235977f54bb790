namespace Mesoscope.Server.Query.Objects;

/// <summary>A label that entities have.</summary>
/// <param name="Name">Its name.</param>
/// <param name="ValueCount">How many different values it has.</param>
public sealed record LabelCount(string Name, int ValueCount);
