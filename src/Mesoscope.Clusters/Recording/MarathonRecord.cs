using Mesoscope.Clusters.Model;

namespace Mesoscope.Clusters.Recording;

/// <summary>Writes the groups, apps and pods of one Marathon as captures hold them.</summary>
static class MarathonRecord
{
    /// <summary>Bytes of task ids in one entry of an app; an app with more has several entries.</summary>
    const int MaxTaskBytes = 32 * 1024;

    /// <summary>The groups: flat, because the group of an app follows from its own path.</summary>
    public static IReadOnlyList<byte[]> WriteGroups(byte[] frameworkId, IEnumerable<MarathonGroup> groups)
    {
        var parts = new PartWriter(
            "marathon_groups",
            output =>
            {
                output.Text("frameworkId"u8, frameworkId);
                output.Text("id"u8, "/"u8);
                output.Begin("apps"u8, '[');
                output.End(']');
                output.Begin("groups"u8, '[');
            },
            static output => output.End(']'));
        var item = new DocumentWriter();
        foreach (var group in groups.Where(static group => group.Id is not [(byte)'/']))
        {
            item.Clear();
            item.Begin('{');
            item.Begin("apps"u8, '[');
            item.End(']');
            item.Begin("groups"u8, '[');
            item.End(']');
            item.Text("id"u8, group.Id);
            item.End('}');
            parts.Add(item.Written);
        }

        return parts.Finish();
    }

    /// <summary>The apps, each with the ids of its tasks.</summary>
    public static IReadOnlyList<byte[]> WriteApps(byte[] frameworkId, IEnumerable<(MarathonApp App, IReadOnlyList<byte[]> TaskIds)> apps)
    {
        var parts = new PartWriter("marathon_apps", output => Head(output, frameworkId, "apps"u8), static output => output.End(']'));
        var item = new DocumentWriter();
        foreach (var (app, ids) in apps)
        {
            var next = 0;
            do
            {
                item.Clear();
                next = WriteApp(item, app, ids, next);
                parts.Add(item.Written);
            }
            while (next < ids.Count);
        }

        return parts.Finish();
    }

    /// <summary>The pods, each with the ids of its tasks.</summary>
    public static IReadOnlyList<byte[]> WritePods(byte[] frameworkId, IEnumerable<(MarathonPod Pod, IReadOnlyList<byte[]> TaskIds)> pods)
    {
        var parts = new PartWriter("marathon_pods", output => Head(output, frameworkId, "pods"u8), static output => output.End(']'));
        var item = new DocumentWriter();
        foreach (var (pod, ids) in pods)
        {
            item.Clear();
            item.Begin('{');
            item.Text("id"u8, pod.Id);
            item.Begin("instances"u8, '[');
            item.Begin('{');
            item.Begin("containers"u8, '[');
            foreach (var id in ids)
            {
                item.Begin('{');
                item.Text("containerId"u8, id);
                item.End('}');
            }

            item.End(']');
            item.End('}');
            item.End(']');
            item.Begin("spec"u8, '{');
            item.Object("labels"u8, pod.Labels);
            item.Text("version"u8, pod.Version);
            item.End('}');
            item.End('}');
            parts.Add(item.Written);
        }

        return parts.Finish();
    }

    static void Head(DocumentWriter output, byte[] frameworkId, ReadOnlySpan<byte> list)
    {
        output.Text("frameworkId"u8, frameworkId);
        output.Begin(list, '[');
    }

    static int WriteApp(DocumentWriter item, MarathonApp app, IReadOnlyList<byte[]> ids, int next)
    {
        item.Begin('{');
        item.Text("id"u8, app.Id);
        item.Object("labels"u8, app.Labels);
        item.Begin("tasks"u8, '[');
        for (var bytes = 0; next < ids.Count && bytes < MaxTaskBytes; next++)
        {
            item.Begin('{');
            item.Text("appId"u8, app.Id);
            item.Text("id"u8, ids[next]);
            item.End('}');
            bytes += ids[next].Length + app.Id.Length;
        }

        item.End(']');
        item.Text("version"u8, app.Version);
        item.End('}');
        return next;
    }
}
