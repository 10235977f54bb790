using Microsoft.AspNetCore.Builder;

namespace Mesoscope.Server.Api;

/// <summary>Says who may use endpoints.</summary>
public static class EndpointRules
{
    /// <summary>Sets the rule of endpoints, in place of that of the group around them.</summary>
    public static T Allow<T>(this T builder, AccessRule rule)
        where T : IEndpointConventionBuilder => builder.WithMetadata(new AccessRuleMetadata(rule));
}
