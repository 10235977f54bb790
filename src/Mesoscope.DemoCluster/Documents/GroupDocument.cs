using Mesoscope.DemoCluster.Model;

namespace Mesoscope.DemoCluster.Documents;

/// <summary>What Marathon answers on <c>/v2/groups</c>: the groups are the folders of the apps' and pods' ids.</summary>
static class GroupDocument
{
    public static Task WriteAsync(JsonBody body, MarathonView view, GroupEmbed embed, CancellationToken cancel) =>
        WriteGroupAsync(body, view, GroupTree.Of(view.Marathon), embed, cancel);

    static async Task WriteGroupAsync(JsonBody body, MarathonView view, GroupTree group, GroupEmbed embed, CancellationToken cancel)
    {
        var json = body.Writer;
        json.WriteStartObject();
        json.WriteString("id", group.Id);
        if (embed.Apps)
        {
            json.WriteStartArray("apps");
            foreach (var app in group.Apps)
            {
                AppDocument.Write(json, app, view.Marathon, view.TasksOf(app.Id), view.HostOf, embed.Tasks);
                await body.BreatheAsync(cancel);
            }

            json.WriteEndArray();
        }

        if (embed.Pods)
        {
            json.WriteStartArray("pods");
            foreach (var pod in group.Pods)
            {
                PodStatusDocument.Write(json, pod, view.TasksOf(pod.Id), view.HostOf);
            }

            json.WriteEndArray();
        }

        if (embed.Groups)
        {
            json.WriteStartArray("groups");
            foreach (var child in group.Groups.Values)
            {
                await WriteGroupAsync(body, view, child, embed, cancel);
            }

            json.WriteEndArray();
        }

        json.WriteEmptyArray("dependencies");
        json.WriteString("version", view.Marathon.Version);
        json.WriteEndObject();
    }
}
