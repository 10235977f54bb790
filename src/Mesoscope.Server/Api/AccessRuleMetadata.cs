namespace Mesoscope.Server.Api;

/// <summary>Carries an <see cref="AccessRule"/> to an endpoint.</summary>
/// <param name="Rule">The rule.</param>
public sealed record AccessRuleMetadata(AccessRule Rule);
