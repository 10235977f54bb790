namespace Mesoscope.Cli.CommandLine;

/// <summary>One option: how it is written and what the help says of it.</summary>
/// <param name="Id">What it asks for.</param>
/// <param name="Short">The letter; NUL when there is none.</param>
/// <param name="Long">The long name without dashes; empty when there is none.</param>
/// <param name="Argument">Whether it takes an argument.</param>
/// <param name="Usage">How the help writes it; empty for options that are accepted but not shown.</param>
/// <param name="Description">What the help says: paragraphs, wrapped when printed.</param>
/// <param name="IsOwn">True when sysdig has no such option: a cut name then means another option, as it does there.</param>
sealed record OptionInfo(OptionId Id, char Short, string Long, OptionArgument Argument, string Usage, string Description, bool IsOwn = false);
