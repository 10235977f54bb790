using Mesoscope.Clusters.Model;
using Mesoscope.Clusters.Text;

namespace Mesoscope.Clusters.Documents;

/// <summary>An app while its members come in, with the ids of its tasks.</summary>
sealed class AppDraft
{
    public byte[] Id { get; set; } = [];

    public IReadOnlyList<Label>? Labels { get; set; }

    public byte[] Version { get; set; } = [];

    public List<MarathonTask> Tasks { get; } = [];

    public List<byte[]> DeploymentIds { get; } = [];

    /// <summary>The app, or null without a path. One without labels has none; null is for a document that does not speak of them.</summary>
    public MarathonApp? Finish(ref JsonInput json)
    {
        if (Id.Length > 0 && MarathonApp.GroupOf(Id) is { } group)
        {
            return new MarathonApp { Id = Id, GroupId = json.Scope.Pool.Text(group), Labels = Labels ?? [], HasLabels = Labels is not null, Version = Version, DeploymentIds = Join(DeploymentIds) };
        }

        json.Scope.Faults.Add(Id.Length == 0 ? DocumentFault.NoId : DocumentFault.NoPath, "app"u8, json.Offset);
        return null;
    }

    static byte[] Join(List<byte[]> ids)
    {
        List<byte> all = [];
        foreach (var id in ids.Where(static id => id.Length > 0))
        {
            all.AddRange(all.Count > 0 ? ", "u8 : default);
            all.AddRange(id);
        }

        return [.. all];
    }
}
