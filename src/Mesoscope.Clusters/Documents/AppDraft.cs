using Mesoscope.Clusters.Model;
using Mesoscope.Clusters.Text;

namespace Mesoscope.Clusters.Documents;

/// <summary>An app while its members come in, with the ids of its tasks.</summary>
sealed class AppDraft
{
    public byte[] Id { get; set; } = [];

    public IReadOnlyList<Label>? Labels { get; set; }

    public byte[] Version { get; set; } = [];

    public List<byte[]> TaskIds { get; } = [];

    /// <summary>The app, or null without a path. One without labels has none; null is for a document that does not speak of them.</summary>
    public MarathonApp? Finish(ref JsonInput json)
    {
        if (Id.Length > 0 && MarathonApp.GroupOf(Id) is { } group)
        {
            return new MarathonApp { Id = Id, GroupId = json.Scope.Pool.Text(group), Labels = Labels ?? [], HasLabels = Labels is not null, Version = Version };
        }

        json.Scope.Faults.Add(Id.Length == 0 ? DocumentFault.NoId : DocumentFault.NoPath, "app"u8, json.Offset);
        return null;
    }
}
