namespace Mesoscope.Agent.Config;

/// <summary>What somebody set.</summary>
/// <param name="Values">The value, or the values of a list; of a map, <c>name:value</c>.</param>
/// <param name="Place">Where it stands, for messages: <c>agent.yaml, line 3</c>.</param>
sealed record Setting(IReadOnlyList<string> Values, string Place);
