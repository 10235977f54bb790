namespace Mesoscope.Clusters.Marathons;

/// <summary>What the events of <c>/v2/events</c> mean to names. Source: Marathon's documentation of its event bus.</summary>
static class MarathonEventTypes
{
    static readonly HashSet<string> s_changes = new(StringComparer.Ordinal)
    {
        "api_post_event", "app_terminated_event", "group_change_success",
        "status_update_event", "instance_changed_event", "health_status_changed_event", "instance_health_changed_event", "unknown_instance_terminated_event",
        "deployment_success", "deployment_failed", "deployment_step_success", "deployment_step_failure",
        "pod_created_event", "pod_updated_event", "pod_deleted_event",
    };

    static readonly HashSet<string> s_deployments = new(StringComparer.Ordinal)
    {
        "deployment_info", "deployment_success", "deployment_failed", "deployment_step_success", "deployment_step_failure",
    };

    static readonly HashSet<string> s_registrations = new(StringComparer.Ordinal)
    {
        "scheduler_registered_event", "scheduler_reregistered_event",
    };

    /// <summary>True when apps, groups, pods, their tasks or the tasks' health may be others now.</summary>
    public static bool ChangesNames(string type) => s_changes.Contains(type);

    /// <summary>True when it tells of one task and its app.</summary>
    public static bool TellsTask(string type) => type == "status_update_event";

    /// <summary>True when it belongs to a deployment, which is kept.</summary>
    public static bool IsDeployment(string type) => s_deployments.Contains(type);

    /// <summary>True when the Marathon may have another framework now.</summary>
    public static bool ChangesFramework(string type) => s_registrations.Contains(type);
}
