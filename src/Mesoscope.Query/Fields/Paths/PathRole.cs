namespace Mesoscope.Query.Fields.Paths;

/// <summary>What a path is to the call that has it as a parameter.</summary>
enum PathRole
{
    /// <summary>The only one: what the call works on.</summary>
    Name,

    /// <summary>The first of two.</summary>
    Source,

    /// <summary>The second of two.</summary>
    Target,
}
