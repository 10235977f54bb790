namespace Mesoscope.Machine.Containers;

/// <summary>How far the recorder got when it asked the runtime about a container. The numbers are those of container events.</summary>
public enum ContainerLookupState
{
    /// <summary>Asked, no answer yet.</summary>
    Started = 0,

    /// <summary>Answered.</summary>
    Successful = 1,

    /// <summary>The runtime did not know it or could not be asked.</summary>
    Failed = 2,
}
