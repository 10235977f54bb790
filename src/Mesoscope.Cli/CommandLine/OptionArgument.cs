namespace Mesoscope.Cli.CommandLine;

/// <summary>Whether an option takes an argument.</summary>
enum OptionArgument
{
    /// <summary>None.</summary>
    None,

    /// <summary>One, attached or as the next word.</summary>
    Required,

    /// <summary>One only when it is attached.</summary>
    Optional,
}
