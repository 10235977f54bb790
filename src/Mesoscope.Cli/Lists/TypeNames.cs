using Mesoscope.Events.Schema;

namespace Mesoscope.Cli.Lists;

/// <summary>Names of types in the lists.</summary>
static class TypeNames
{
    /// <summary>The name of a type, in capitals.</summary>
    public static string Get(ParameterType type) => type switch
    {
        ParameterType.CharBufPairArray => "CHARBUF_PAIR_ARRAY",
        _ => type.ToString().ToUpperInvariant(),
    };
}
