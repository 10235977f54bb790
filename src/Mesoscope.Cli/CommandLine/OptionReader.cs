namespace Mesoscope.Cli.CommandLine;

/// <summary>
/// Reads a command line as getopt_long does: letters can be bundled (<c>-qn5</c>), an argument is attached or the next word, long
/// names can be cut as long as they stay unique and take their argument behind <c>=</c> or as the next word, <c>--</c> ends the
/// options, and options may stand behind operands.
/// </summary>
sealed class OptionReader(IReadOnlyList<OptionInfo> options, string[] words)
{
    readonly List<string> _operands = [];
    readonly List<string> _behindDashes = [];
    int _index;
    string _bundle = "";
    int _bundleIndex;

    /// <summary>The words that are no options, in their order; complete once <see cref="TryNext"/> has returned false.</summary>
    public IReadOnlyList<string> Operands => _operands;

    /// <summary>The words behind <c>--</c>, which are not among the operands; complete once <see cref="TryNext"/> has returned false.</summary>
    public IReadOnlyList<string> BehindDashes => _behindDashes;

    /// <summary>Moves to the next option.</summary>
    /// <param name="option">The option.</param>
    /// <param name="argument">Its argument; null when it has none.</param>
    /// <exception cref="UsageException">A word is no option, or an argument is missing.</exception>
    public bool TryNext(out OptionInfo option, out string? argument)
    {
        if (_bundleIndex < _bundle.Length)
        {
            option = NextLetter(out argument);
            return true;
        }

        while (_index < words.Length)
        {
            var word = words[_index++];
            if (word == "--")
            {
                _behindDashes.AddRange(words.AsSpan(_index));
                _index = words.Length;
            }
            else if (word.StartsWith("--", StringComparison.Ordinal))
            {
                option = LongOption(word, out argument);
                return true;
            }
            else if (word.Length > 1 && word[0] == '-')
            {
                _bundle = word;
                _bundleIndex = 1;
                option = NextLetter(out argument);
                return true;
            }
            else
            {
                _operands.Add(word);
            }
        }

        option = options[0];
        argument = null;
        return false;
    }

    /// <summary>The next word, which stays where it is; null at the end.</summary>
    public string? PeekWord() => _index < words.Length ? words[_index] : null;

    /// <summary>Takes the next word whatever it is; null at the end.</summary>
    public string? TakeWord() => _index < words.Length ? words[_index++] : null;

    OptionInfo NextLetter(out string? argument)
    {
        var letter = _bundle[_bundleIndex++];
        argument = null;
        foreach (var option in options)
        {
            if (option.Short != letter)
            {
                continue;
            }

            if (option.Argument != OptionArgument.None)
            {
                argument = _bundleIndex < _bundle.Length ? _bundle[_bundleIndex..] : null;
                _bundleIndex = _bundle.Length;
                if (option.Argument == OptionArgument.Required)
                {
                    argument ??= TakeWord() ?? throw new UsageException($"option '-{letter}' needs an argument: {option.Usage}");
                }
            }

            return option;
        }

        throw new UsageException($"unknown option '-{letter}' in '{_bundle}'; 'mesoscope trace --help' lists the options");
    }

    OptionInfo LongOption(string word, out string? argument)
    {
        var equals = word.IndexOf('=', StringComparison.Ordinal);
        var name = word.AsSpan()[2..(equals < 0 ? word.Length : equals)];
        var option = FindLong(name);
        argument = equals < 0 ? null : word[(equals + 1)..];
        if (option.Argument == OptionArgument.None && argument is not null)
        {
            throw new UsageException($"option '--{option.Long}' takes no argument; seen '{word}'");
        }

        if (option.Argument == OptionArgument.Required)
        {
            argument ??= TakeWord() ?? throw new UsageException($"option '--{option.Long}' needs an argument: {option.Usage}");
        }

        return option;
    }

    OptionInfo FindLong(ReadOnlySpan<char> name)
    {
        OptionInfo? found = null;
        var candidates = "";
        foreach (var option in options)
        {
            if (option.Long.Length == 0 || !option.Long.AsSpan().StartsWith(name, StringComparison.Ordinal))
            {
                continue;
            }

            if (option.Long.Length == name.Length)
            {
                return option;
            }

            // An own option must not make a cut name ambiguous that sysdig understands.
            if (option.IsOwn && found is { IsOwn: false })
            {
                continue;
            }

            candidates += $" --{option.Long}";
            found = found is null || found.Id == option.Id || (found.IsOwn && !option.IsOwn) ? option : null;
            if (found is null)
            {
                // Two different options: remember that there is no answer, unless an exact name follows.
                found = s_ambiguous;
            }
        }

        return found switch
        {
            null => throw new UsageException($"unknown option '--{name}'; 'mesoscope trace --help' lists the options"),
            { Id: OptionId.HelpOnly } => throw new UsageException($"option '--{name}' can mean several:{candidates}"),
            _ => found,
        };
    }

    static readonly OptionInfo s_ambiguous = new(OptionId.HelpOnly, '\0', "", OptionArgument.None, "", "");
}
