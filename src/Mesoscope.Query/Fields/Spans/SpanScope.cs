namespace Mesoscope.Query.Fields.Spans;

/// <summary>Whose events count as inside a span.</summary>
enum SpanScope
{
    /// <summary>Those of the thread that wrote the tracers.</summary>
    Thread,

    /// <summary>Those of its process.</summary>
    Process,

    /// <summary>Those of processes whose parent it is.</summary>
    Script,

    /// <summary>All.</summary>
    Machine,
}
