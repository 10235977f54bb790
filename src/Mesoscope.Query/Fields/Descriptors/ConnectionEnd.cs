namespace Mesoscope.Query.Fields.Descriptors;

/// <summary>One end of a connection.</summary>
enum ConnectionEnd
{
    /// <summary>The end that connected.</summary>
    Client,

    /// <summary>The end that accepted.</summary>
    Server,

    /// <summary>This machine's end.</summary>
    Local,

    /// <summary>The end that is not <see cref="Local"/>.</summary>
    Remote,
}
