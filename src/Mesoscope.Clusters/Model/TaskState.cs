namespace Mesoscope.Clusters.Model;

/// <summary>How far a task has come; the names are those of the Mesos API without <c>TASK_</c>. The first five still have processes, or may.</summary>
public enum TaskState : byte
{
    /// <summary>Accepted, not yet launched; has no container.</summary>
    Staging,

    /// <summary>Its container is being set up.</summary>
    Starting,

    /// <summary>Runs.</summary>
    Running,

    /// <summary>Is being killed.</summary>
    Killing,

    /// <summary>Its Mesos agent does not answer; it may run on.</summary>
    Unreachable,

    /// <summary>Ended by itself, with success.</summary>
    Finished,

    /// <summary>Ended with a failure.</summary>
    Failed,

    /// <summary>Was killed.</summary>
    Killed,

    /// <summary>Was refused.</summary>
    Error,

    /// <summary>Lost, in the words of masters before 1.2.</summary>
    Lost,

    /// <summary>Never started.</summary>
    Dropped,

    /// <summary>Gone with its Mesos agent.</summary>
    Gone,

    /// <summary>Gone because an operator said so.</summary>
    GoneByOperator,

    /// <summary>A word that this program does not know, or none.</summary>
    Unknown,
}
