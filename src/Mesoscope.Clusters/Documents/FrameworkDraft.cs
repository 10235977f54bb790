using Mesoscope.Clusters.Model;

namespace Mesoscope.Clusters.Documents;

/// <summary>A framework while its members come in, with the tasks that lie within it.</summary>
sealed class FrameworkDraft(MasterState state)
{
    /// <summary>The document, which takes the tasks.</summary>
    public MasterState State { get; } = state;

    /// <summary>How many tasks were there before this framework's.</summary>
    public int FirstTask { get; } = state.TaskList.Count;

    public byte[] Id { get; set; } = [];

    public byte[] Name { get; set; } = [];

    public bool IsActive { get; set; }

    public byte[] User { get; set; } = [];

    public byte[] Role { get; set; } = [];

    public byte[] Hostname { get; set; } = [];

    public byte[] WebUrl { get; set; } = [];

    /// <summary>The framework, or null without an id.</summary>
    public ClusterFramework? Finish(ref JsonInput json)
    {
        if (Id.Length == 0)
        {
            json.Scope.Faults.Add(DocumentFault.NoId, "framework"u8, json.Offset);
            return null;
        }

        return new ClusterFramework
        {
            Id = Id,
            Name = Name.Length > 0 ? Name : Id,
            IsActive = IsActive,
            User = User,
            Role = Role,
            Hostname = Hostname,
            WebUrl = WebUrl,
        };
    }
}
