namespace Mesoscope.Agent.Spans;

/// <summary>What kind of tick it was.</summary>
enum TickKind
{
    /// <summary>The second is not over: to be asked again.</summary>
    Early,

    /// <summary>One or more whole seconds.</summary>
    Whole,

    /// <summary>The agent was stopped for longer than a tick can be: what happened meanwhile belongs to no second.</summary>
    Gap,

    /// <summary>The wall clock jumped.</summary>
    Jump,
}
