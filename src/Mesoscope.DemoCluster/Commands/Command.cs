namespace Mesoscope.DemoCluster.Commands;

/// <summary>Something that one can make the cluster do. The answer of <paramref name="Run"/> is a line for people.</summary>
sealed record Command(string Name, string Arguments, string Meaning, Func<CommandArguments, Task<string>> Run)
{
    public Command(string name, string arguments, string meaning, Func<CommandArguments, string> run)
        : this(name, arguments, meaning, given => Task.FromResult(run(given)))
    {
    }
}
