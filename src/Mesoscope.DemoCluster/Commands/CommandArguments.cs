using System.Globalization;

namespace Mesoscope.DemoCluster.Commands;

/// <summary>What a command was given, by name.</summary>
sealed class CommandArguments(IReadOnlyDictionary<string, string> values)
{
    public string? Optional(string name) => values.GetValueOrDefault(name);

    public string Text(string name) =>
        Optional(name) ?? throw new CommandException($"'{name}' is missing: add {name}=VALUE (GET /demo lists the arguments)");

    /// <param name="name">The argument's name.</param>
    /// <param name="end">One more than the largest number allowed.</param>
    /// <param name="standard">What counts when nothing was given.</param>
    public int Number(string name, int end, int standard)
    {
        if (Optional(name) is not { } text)
        {
            return standard;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < end
            ? number
            : throw new CommandException($"{name}={text}: expected a number from 0 to {end - 1}");
    }

    public TimeSpan Seconds(string name, double standard)
    {
        const double Most = 86400;
        if (Optional(name) is not { } text)
        {
            return TimeSpan.FromSeconds(standard);
        }

        return double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds <= Most
            ? TimeSpan.FromSeconds(seconds)
            : throw new CommandException($"{name}={text}: expected seconds, at most {Most}");
    }
}
