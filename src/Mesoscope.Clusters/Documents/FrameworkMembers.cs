using System.Text.Json;
using Mesoscope.Clusters.Model;

namespace Mesoscope.Clusters.Documents;

/// <summary>A framework as masters of all versions write it, its tasks within it or not.</summary>
static class FrameworkMembers
{
    static readonly JsonMembers<FrameworkDraft> s_framework = new(
        ("id", static (ref json, framework) => framework.Id = json.Text()),
        ("name", static (ref json, framework) => framework.Name = json.Text()),
        ("active", static (ref json, framework) => framework.IsActive = json.Bool()),
        ("user", static (ref json, framework) => framework.User = json.Text()),
        ("role", static (ref json, framework) => framework.Role = json.Text()),
        ("roles", static (ref json, framework) => JsonItems.Read(ref json, framework, ReadRole)),
        ("hostname", static (ref json, framework) => framework.Hostname = json.Text()),
        ("webui_url", static (ref json, framework) => framework.WebUrl = json.Text()),
        ("framework_info", static (ref json, framework) => s_framework!.Read(ref json, framework)),
        ("tasks", static (ref json, framework) => JsonItems.Read(ref json, framework.State, MasterStateMembers.ReadTask)),
        ("unreachable_tasks", static (ref json, framework) => JsonItems.Read(ref json, framework.State, MasterStateMembers.ReadTask)));

    /// <summary>Reads the framework under hand into the document, with its tasks.</summary>
    public static void Read(ref JsonInput json, MasterState state)
    {
        var draft = new FrameworkDraft(state);
        if (!s_framework.Read(ref json, draft))
        {
            return;
        }

        // Its id may come behind its tasks, and tasks of recorded documents do not say whose they are.
        foreach (var task in System.Runtime.InteropServices.CollectionsMarshal.AsSpan(state.TaskList)[draft.FirstTask..])
        {
            task.FrameworkId = draft.Id;
        }

        if (draft.Finish(ref json) is { } framework)
        {
            state.FrameworkList.Add(framework);
        }
        else
        {
            state.TaskList.RemoveRange(draft.FirstTask, state.TaskList.Count - draft.FirstTask);
        }
    }

    /// <summary>Reads the framework under hand; null when it is none or has no id. Tasks within it are passed over.</summary>
    public static ClusterFramework? ReadAlone(ref JsonInput json)
    {
        var draft = new FrameworkDraft(new MasterState { Faults = json.Scope.Faults });
        return s_framework.Read(ref json, draft) ? draft.Finish(ref json) : null;
    }

    static void ReadRole(ref JsonInput json, FrameworkDraft framework)
    {
        if (framework.Role.Length > 0)
        {
            json.Skip();
        }
        else
        {
            framework.Role = json.Token == JsonTokenType.Null ? [] : json.Text();
        }
    }
}
