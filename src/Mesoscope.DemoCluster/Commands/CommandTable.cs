using System.Text;

namespace Mesoscope.DemoCluster.Commands;

/// <summary>All commands by name.</summary>
sealed class CommandTable(params IEnumerable<Command> commands)
{
    readonly Dictionary<string, Command> _commands = commands.ToDictionary(c => c.Name, StringComparer.Ordinal);

    /// <exception cref="CommandException">There is no such command, or it cannot be done; the message says what to do.</exception>
    public Task<string> RunAsync(string name, IReadOnlyDictionary<string, string> arguments)
    {
        if (!_commands.TryGetValue(name, out var command))
        {
            throw new CommandException($"no command '{name}'; GET /demo lists them");
        }

        var known = command.Arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(a => a[..a.IndexOf('=', StringComparison.Ordinal)]);
        return arguments.Keys.Except(known).FirstOrDefault() is { } unknown
            ? throw new CommandException($"'{name}' has no argument '{unknown}'; it takes: {command.Arguments}")
            : command.Run(new CommandArguments(arguments));
    }

    public string Help()
    {
        var text = new StringBuilder("POST /demo/COMMAND?ARGUMENT=VALUE&... to any server. What is in brackets holds when nothing is given.\n\n");
        foreach (var command in _commands.Values)
        {
            text.Append("  ").Append(command.Name).Append(command.Arguments.Length > 0 ? " " : "").Append(command.Arguments).Append("\n      ").Append(command.Meaning).Append('\n');
        }

        return text.ToString();
    }
}
