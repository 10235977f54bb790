using System.Text.Json;

namespace Mesoscope.Clusters.Documents;

/// <summary>Reads the data of the events of <c>/v2/events</c>.</summary>
public static class MarathonEventReader
{
    static readonly JsonMembers<MarathonEvent> s_definition = new(
        ("id", static (ref json, e) => e.AppId = json.Text()));

    static readonly JsonMembers<MarathonEvent> s_action = new(
        ("app", static (ref json, e) => AddApp(ref json, e)),
        ("pod", static (ref json, e) => AddApp(ref json, e)));

    static readonly JsonMembers<MarathonEvent> s_step = new(
        ("actions", static (ref json, e) => JsonItems.Read(ref json, e, static (ref json, e) => s_action.Read(ref json, e))));

    static readonly JsonMembers<MarathonEvent> s_plannedAction = new(
        ("app", static (ref json, e) => AddPlannedApp(ref json, e)),
        ("pod", static (ref json, e) => AddPlannedApp(ref json, e)));

    static readonly JsonMembers<MarathonEvent> s_plannedStep = new(
        ("actions", static (ref json, e) => JsonItems.Read(ref json, e, static (ref json, e) => s_plannedAction.Read(ref json, e))));

    static readonly JsonMembers<MarathonEvent> s_plan = new(
        ("id", static (ref json, e) => e.DeploymentId = json.Text()),
        ("steps", static (ref json, e) => JsonItems.Read(ref json, e, static (ref json, e) => s_plannedStep.Read(ref json, e))));

    static readonly JsonMembers<MarathonEvent> s_event = new(
        ("eventType", static (ref json, e) => e.Kind = json.Text()),
        ("timestamp", static (ref json, e) => e.Time = json.Text()),
        ("appId", static (ref json, e) => e.AppId = json.Text()),
        ("runSpecId", static (ref json, e) => e.AppId = json.Text()),
        ("appDefinition", static (ref json, e) => s_definition.Read(ref json, e)),
        ("groupId", static (ref json, e) => e.GroupId = json.Text()),
        ("taskId", static (ref json, e) => e.TaskId = json.Text()),
        ("instanceId", static (ref json, e) => e.TaskId = json.Text()),
        ("taskStatus", static (ref json, e) => e.State = json.Text()),
        ("condition", static (ref json, e) => e.State = json.Text()),
        ("id", static (ref json, e) => e.DeploymentId = json.Text()),
        ("plan", static (ref json, e) => s_plan.Read(ref json, e)),
        ("currentStep", static (ref json, e) => s_step.Read(ref json, e)));

    /// <summary>Reads an event.</summary>
    /// <param name="data">The event's data: JSON.</param>
    /// <param name="limits">How much is believed; null for <see cref="DocumentLimits.Default"/>.</param>
    /// <returns>What it says; to be asked for <see cref="MarathonEvent.IsUsable"/> first.</returns>
    public static MarathonEvent Read(ReadOnlySpan<byte> data, DocumentLimits? limits = null)
    {
        var scope = new DocumentScope(limits ?? DocumentLimits.Default);
        var e = new MarathonEvent { Faults = scope.Faults };
        e.IsUsable = DocumentReader.Read(data, scope, e, static (ref json, e) => s_event.Read(ref json, e)) && e.Kind.Length > 0;
        return e;
    }

    static void AddApp(ref JsonInput json, MarathonEvent e) => e.DeployedApps = Add(ref json, e.DeployedApps);

    static void AddPlannedApp(ref JsonInput json, MarathonEvent e) => e.PlannedApps = Add(ref json, e.PlannedApps);

    static IReadOnlyList<byte[]> Add(ref JsonInput json, IReadOnlyList<byte[]> apps)
    {
        if (json.Token == JsonTokenType.String)
        {
            return [.. apps, json.Text()];
        }

        json.SkipWrong("app"u8);
        return apps;
    }
}
