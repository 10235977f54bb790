using Mesoscope.Cli.CommandLine;
using Mesoscope.Server.Hosting;

namespace Mesoscope.Cli.Server;

/// <summary>What <c>mesoscope server --reset-password USER</c> does in place of running a server.</summary>
static class ResetCommand
{
    const string Option = "--reset-password";

    /// <summary>Takes the option out of the words; null when it is not among them.</summary>
    /// <param name="words">The words of a server.</param>
    /// <param name="others">The other words.</param>
    /// <returns>The account's name.</returns>
    /// <exception cref="UsageException">It has no value.</exception>
    public static string? Take(string[] words, out string[] others)
    {
        others = words;
        var place = Array.FindIndex(words, static w => w == Option || w.StartsWith(Option + "=", StringComparison.Ordinal));
        if (place < 0)
        {
            return null;
        }

        var isOneWord = words[place] != Option;
        var end = place + (isOneWord ? 1 : 2);
        var user = isOneWord ? words[place][(Option.Length + 1)..] : end <= words.Length ? words[place + 1] : "";
        if (user.Length == 0)
        {
            throw new UsageException($"{Option} needs the name of an account");
        }

        others = [.. words[..place], .. words[end..]];
        return user;
    }

    /// <summary>Gives the account a one-time password and shows it.</summary>
    public static void Run(ServerOptions options, string user) =>
        ServerTexts.ShowPassword(user, PasswordReset.RunAsync(options.DataFolder, user).GetAwaiter().GetResult());
}
