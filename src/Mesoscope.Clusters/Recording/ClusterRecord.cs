using System.Text;
using Mesoscope.Clusters.Model;
using Mesoscope.Clusters.Text;

namespace Mesoscope.Clusters.Recording;

/// <summary>
/// Writes a cluster's names as the documents of <c>mesos</c> events, in the shapes that sysdig writes and reads, each small enough for one
/// event. Read back by <see cref="RecordedCluster"/> they give the same names.
/// </summary>
public static class ClusterRecord
{
    /// <summary>Writes all documents, in the order in which they are to be recorded.</summary>
    public static IReadOnlyList<(RecordedKey Key, IReadOnlyList<byte[]> Parts)> Write(ClusterNames names)
    {
        ArgumentNullException.ThrowIfNull(names);
        var documents = new List<(RecordedKey, IReadOnlyList<byte[]>)> { (new RecordedKey(RecordedKind.State, ""), StateRecord.Write(names)) };
        var apps = Tasks(names.AppsByTask);
        var pods = Tasks(names.PodsByTask);
        foreach (var framework in Marathons(names))
        {
            var text = Encoding.UTF8.GetString(framework);
            documents.Add((new RecordedKey(RecordedKind.Groups, text), MarathonRecord.WriteGroups(framework, names.Groups.Where(group => Is(group.FrameworkId)))));
            documents.Add((new RecordedKey(RecordedKind.Apps, text),
                MarathonRecord.WriteApps(framework, names.Apps.Where(app => Is(app.FrameworkId)).Select(app => (app, (IReadOnlyList<byte[]>)Of(apps, app))))));
            documents.Add((new RecordedKey(RecordedKind.Pods, text),
                MarathonRecord.WritePods(framework, names.Pods.Where(pod => Is(pod.FrameworkId)).Select(pod => (pod, (IReadOnlyList<byte[]>)Of(pods, pod))))));

            bool Is(byte[] id) => id.AsSpan().SequenceEqual(framework);
        }

        return documents;
    }

    /// <summary>Writes that there is nothing (any more) of a Marathon's kind.</summary>
    internal static IReadOnlyList<byte[]> WriteEmpty(RecordedKey key)
    {
        var framework = Encoding.UTF8.GetBytes(key.FrameworkId);
        return key.Kind switch
        {
            RecordedKind.Groups => MarathonRecord.WriteGroups(framework, []),
            RecordedKind.Apps => MarathonRecord.WriteApps(framework, []),
            RecordedKind.Pods => MarathonRecord.WritePods(framework, []),
            _ => [],
        };
    }

    static IEnumerable<byte[]> Marathons(ClusterNames names) =>
        names.Groups.Select(static group => group.FrameworkId)
            .Concat(names.Apps.Select(static app => app.FrameworkId))
            .Concat(names.Pods.Select(static pod => pod.FrameworkId))
            .Distinct(ByteTextComparer.Instance);

    static Dictionary<object, List<byte[]>> Tasks<T>(Dictionary<byte[], T> items)
        where T : class
    {
        var tasks = new Dictionary<object, List<byte[]>>(ReferenceEqualityComparer.Instance);
        foreach (var (id, item) in items)
        {
            if (!tasks.TryGetValue(item, out var ids))
            {
                tasks.Add(item, ids = []);
            }

            ids.Add(id);
        }

        return tasks;
    }

    static List<byte[]> Of(Dictionary<object, List<byte[]>> tasks, object item) => tasks.TryGetValue(item, out var ids) ? ids : [];
}
