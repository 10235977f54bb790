using System.Text;
using Mesoscope.Clusters.Model;

namespace Mesoscope.Clusters.Documents;

/// <summary>Reads the events of the operator API's <c>SUBSCRIBE</c> stream, one record at a time.</summary>
public static class OperatorEventReader
{
    static readonly (byte[] Word, OperatorEventKind Kind)[] s_kinds =
    [
        .. new[]
        {
            ("SUBSCRIBED", OperatorEventKind.Subscribed),
            ("HEARTBEAT", OperatorEventKind.Heartbeat),
            ("TASK_ADDED", OperatorEventKind.TaskAdded),
            ("TASK_UPDATED", OperatorEventKind.TaskUpdated),
            ("AGENT_ADDED", OperatorEventKind.AgentAdded),
            ("AGENT_REMOVED", OperatorEventKind.AgentRemoved),
            ("FRAMEWORK_ADDED", OperatorEventKind.FrameworkAdded),
            ("FRAMEWORK_UPDATED", OperatorEventKind.FrameworkUpdated),
            ("FRAMEWORK_REMOVED", OperatorEventKind.FrameworkRemoved),
        }.Select(static x => (Encoding.ASCII.GetBytes(x.Item1), x.Item2)),
    ];

    static readonly JsonMembers<OperatorEvent> s_subscribed = new(
        ("get_state", static (ref json, e) => MasterStateMembers.ReadOperatorState(ref json, e.State = new MasterState { Faults = json.Scope.Faults })),
        ("heartbeat_interval_seconds", static (ref json, e) => e.HeartbeatSeconds = json.Number()));

    static readonly JsonMembers<OperatorEvent> s_task = new(
        ("task", static (ref json, e) => e.Task = TaskMembers.Read(ref json)));

    static readonly JsonMembers<OperatorEvent> s_agent = new(
        ("agent", static (ref json, e) => e.Agent = AgentMembers.Read(ref json)),
        ("agent_id", static (ref json, e) => e.Agent = AgentMembers.OfId(json.Text())));

    static readonly JsonMembers<OperatorEvent> s_framework = new(
        ("framework", static (ref json, e) => e.Framework = FrameworkMembers.ReadAlone(ref json)),
        ("framework_info", static (ref json, e) => e.Framework = FrameworkMembers.ReadAlone(ref json)));

    static readonly JsonMembers<OperatorEvent> s_event = new(
        ("type", static (ref json, e) => e.Kind = ReadKind(ref json)),
        ("subscribed", static (ref json, e) => s_subscribed.Read(ref json, e)),
        ("task_added", static (ref json, e) => s_task.Read(ref json, e)),
        ("task_updated", static (ref json, e) => e.Task = TaskMembers.ReadUpdate(ref json)),
        ("agent_added", static (ref json, e) => s_agent.Read(ref json, e)),
        ("agent_removed", static (ref json, e) => s_agent.Read(ref json, e)),
        ("framework_added", static (ref json, e) => s_framework.Read(ref json, e)),
        ("framework_updated", static (ref json, e) => s_framework.Read(ref json, e)),
        ("framework_removed", static (ref json, e) => s_framework.Read(ref json, e)));

    /// <summary>Reads an event from the stream of one record; the first, which holds the whole state, may be as large as that.</summary>
    /// <param name="record">The record's bytes and no more. Stays open; what it throws goes through.</param>
    /// <param name="limits">How much is believed; null for <see cref="DocumentLimits.Default"/>.</param>
    /// <returns>The event; of kind <see cref="OperatorEventKind.Other"/> when it cannot be read.</returns>
    public static OperatorEvent Read(Stream record, DocumentLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(record);
        var scope = new DocumentScope(limits ?? DocumentLimits.Default);
        var e = new OperatorEvent { Faults = scope.Faults };
        return Finish(e, DocumentReader.Read(record, scope, e, static (ref json, e) => s_event.Read(ref json, e)));
    }

    /// <summary>Reads an event that lies in memory.</summary>
    /// <param name="record">The record's bytes and no more.</param>
    /// <param name="limits">How much is believed; null for <see cref="DocumentLimits.Default"/>.</param>
    /// <returns>The event; of kind <see cref="OperatorEventKind.Other"/> when it cannot be read.</returns>
    public static OperatorEvent Read(ReadOnlySpan<byte> record, DocumentLimits? limits = null)
    {
        var scope = new DocumentScope(limits ?? DocumentLimits.Default);
        var e = new OperatorEvent { Faults = scope.Faults };
        return Finish(e, DocumentReader.Read(record, scope, e, static (ref json, e) => s_event.Read(ref json, e)));
    }

    static OperatorEvent Finish(OperatorEvent e, bool isWhole)
    {
        if (!isWhole)
        {
            e.Kind = OperatorEventKind.Other;
        }

        e.State?.IsUsable &= isWhole && e.State.HasSense();

        return e;
    }

    static OperatorEventKind ReadKind(ref JsonInput json)
    {
        if (json.Token == System.Text.Json.JsonTokenType.String)
        {
            foreach (var (word, kind) in s_kinds)
            {
                if (json.Is(word))
                {
                    return kind;
                }
            }
        }

        json.Skip();
        return OperatorEventKind.Other;
    }
}
