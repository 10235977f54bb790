namespace Mesoscope.EndToEnd.Tests.Scenes;

/// <summary>Scenes that need the machine's Docker or redis' port for themselves run one after the other.</summary>
[CollectionDefinition(Name)]
public static class SharedMachine
{
    internal const string Name = "the machine's Docker and port 6379";
}
