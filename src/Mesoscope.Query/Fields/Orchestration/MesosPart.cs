namespace Mesoscope.Query.Fields.Orchestration;

/// <summary>What a field shows of a Mesos task and its Marathon app.</summary>
enum MesosPart
{
    /// <summary>The task's name.</summary>
    TaskName,

    /// <summary>The task's id.</summary>
    TaskId,

    /// <summary>One label of the task.</summary>
    TaskLabel,

    /// <summary>All labels of the task.</summary>
    TaskLabels,

    /// <summary>The framework's name.</summary>
    FrameworkName,

    /// <summary>The framework's id.</summary>
    FrameworkId,

    /// <summary>The app's path.</summary>
    AppId,

    /// <summary>One label of the app.</summary>
    AppLabel,

    /// <summary>All labels of the app.</summary>
    AppLabels,

    /// <summary>The path of the app's group.</summary>
    GroupId,
}
