using System.Text.Json;

namespace Mesoscope.Clusters.Documents;

/// <summary>Apps and groups as Marathons of all versions write them, with their tasks or without.</summary>
static class MarathonAppMembers
{
    /// <summary>Groups within groups that are followed; Marathon itself allows ids of a few hundred characters.</summary>
    const int MaxDepth = 128;

    static readonly JsonMembers<HealthCheckDraft> s_healthCheck = new(
        ("alive", static (ref json, check) => check.IsAlive = json.Truth()),
        ("lastFailure", static (ref json, check) => check.HasFailed = json.Text(isShared: false).Length > 0));

    static readonly JsonMembers<MarathonTaskDraft> s_task = new(
        ("id", static (ref json, task) => task.Id = json.Text(isShared: false)),
        ("version", static (ref json, task) => task.Version = json.Text()),
        ("healthCheckResults", static (ref json, task) => JsonItems.Read(ref json, task, ReadHealthCheck)));

    static readonly JsonMembers<AppDraft> s_deployment = new(
        ("id", static (ref json, app) => app.DeploymentIds.Add(json.Text())));

    static readonly JsonMembers<AppDraft> s_app = new(
        ("id", static (ref json, app) => app.Id = json.Text()),
        ("labels", static (ref json, app) => app.Labels = JsonLabels.Read(ref json)),
        ("version", static (ref json, app) => app.Version = json.Text()),
        ("tasks", static (ref json, app) => JsonItems.Read(ref json, app, ReadTask)),
        ("deployments", static (ref json, app) => JsonItems.Read(ref json, app, static (ref json, app) => s_deployment.Read(ref json, app))));

    static readonly JsonMembers<GroupDraft> s_group = new(
        ("id", static (ref json, group) => group.Id = json.Text()),
        ("frameworkId", static (ref json, group) => group.Apps.FrameworkId = json.Text()),
        ("apps", static (ref json, group) => JsonItems.Read(ref json, group.Apps, ReadApp)),
        ("groups", static (ref json, group) => JsonItems.Read(ref json, group, ReadInner)));

    static readonly JsonMembers<MarathonApps> s_apps = new(
        ("apps", static (ref json, apps) => ReadApps(ref json, apps)),
        ("frameworkId", static (ref json, apps) => apps.FrameworkId = json.Text()),
        ("app", static (ref json, apps) => ReadOne(ref json, apps)));

    /// <summary>Reads the answer to <c>/v2/apps</c> under hand.</summary>
    public static void ReadList(ref JsonInput json, MarathonApps apps) => s_apps.Read(ref json, apps);

    /// <summary>Reads the tree of groups under hand.</summary>
    public static void ReadTree(ref JsonInput json, MarathonApps apps)
    {
        var root = new GroupDraft(apps, null);
        if (s_group.Read(ref json, root) && root.Id is [(byte)'/', ..])
        {
            apps.IsUsable = true;
            apps.GroupList.Add(root.Id);
        }
    }

    static void ReadApps(ref JsonInput json, MarathonApps apps)
    {
        apps.IsUsable |= json.Token == JsonTokenType.StartArray;
        JsonItems.Read(ref json, apps, ReadApp);
    }

    // The answer to /v2/apps/ID.
    static void ReadOne(ref JsonInput json, MarathonApps apps)
    {
        apps.IsUsable |= json.Token == JsonTokenType.StartObject;
        ReadApp(ref json, apps);
    }

    static void ReadApp(ref JsonInput json, MarathonApps apps)
    {
        var draft = new AppDraft();
        if (!s_app.Read(ref json, draft) || draft.Finish(ref json) is not { } app)
        {
            return;
        }

        apps.AppList.Add(app);
        foreach (var task in draft.Tasks.Where(static task => task.Id.Length > 0))
        {
            apps.TaskList.Add(new(task.Id, app));
            apps.TaskDetailList.Add(task);
        }
    }

    static void ReadTask(ref JsonInput json, AppDraft app)
    {
        var task = new MarathonTaskDraft();
        s_task.Read(ref json, task);
        app.Tasks.Add(task.Finish());
    }

    static void ReadHealthCheck(ref JsonInput json, MarathonTaskDraft task)
    {
        var check = new HealthCheckDraft();
        s_healthCheck.Read(ref json, check);
        task.Add(check);
    }

    // A tree cannot hold itself, but its ids can say so. The apps of such a group are taken all the same: their ids are their own.
    static void ReadInner(ref JsonInput json, GroupDraft outer)
    {
        if (outer.Depth >= MaxDepth)
        {
            json.Scope.Faults.Add(DocumentFault.CyclicGroup, "group"u8, json.Offset);
            json.Skip();
            return;
        }

        var group = new GroupDraft(outer.Apps, outer);
        if (!s_group.Read(ref json, group))
        {
            return;
        }

        if (group.IsWithinItself())
        {
            json.Scope.Faults.Add(DocumentFault.CyclicGroup, group.Id, json.Offset);
        }
        else if (group.Id.Length > 0)
        {
            group.Apps.GroupList.Add(group.Id);
        }
    }

    sealed class GroupDraft(MarathonApps apps, GroupDraft? outer)
    {
        public MarathonApps Apps { get; } = apps;

        public byte[] Id { get; set; } = [];

        public int Depth { get; } = outer is null ? 0 : outer.Depth + 1;

        public bool IsWithinItself()
        {
            for (var around = outer; around is not null; around = around.Outer)
            {
                if (around.Id.AsSpan().SequenceEqual(Id))
                {
                    return true;
                }
            }

            return false;
        }

        GroupDraft? Outer => outer;
    }
}
