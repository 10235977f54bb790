using Mesoscope.Clusters.Model;

namespace Mesoscope.Clusters.Documents;

/// <summary>A Mesos agent as masters of all versions write it.</summary>
static class AgentMembers
{
    static readonly JsonMembers<Draft> s_agent = new(
        ("id", static (ref json, agent) => agent.Id = json.Text()),
        ("slaveId", static (ref json, agent) => agent.Id = json.Text()),
        ("hostname", static (ref json, agent) => agent.Hostname = json.Text()),
        ("active", static (ref json, agent) => agent.IsActive = json.Bool()),
        ("pid", static (ref json, agent) => agent.Address = json.Text()),
        ("agent_info", static (ref json, agent) => s_agent!.Read(ref json, agent)));

    /// <summary>Reads the Mesos agent under hand; null when it is none or has no id.</summary>
    public static ClusterAgent? Read(ref JsonInput json)
    {
        var draft = new Draft();
        if (!s_agent.Read(ref json, draft))
        {
            return null;
        }

        if (draft.Id.Length > 0)
        {
            return new ClusterAgent
            {
                Id = draft.Id,
                Hostname = draft.Hostname.Length > 0 ? draft.Hostname : draft.Id,
                IsActive = draft.IsActive,
                Address = draft.Address,
            };
        }

        json.Scope.Faults.Add(DocumentFault.NoId, "agent"u8, json.Offset);
        return null;
    }

    /// <summary>A Mesos agent of which only the id is known; null without one.</summary>
    public static ClusterAgent? OfId(byte[] id) => id.Length == 0 ? null : new ClusterAgent { Id = id, Hostname = id };

    sealed class Draft
    {
        public byte[] Id { get; set; } = [];

        public byte[] Hostname { get; set; } = [];

        // Documents before 0.23 do not say; an agent that is listed was heard.
        public bool IsActive { get; set; } = true;

        public byte[] Address { get; set; } = [];
    }
}
