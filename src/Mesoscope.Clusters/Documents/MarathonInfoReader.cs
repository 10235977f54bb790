namespace Mesoscope.Clusters.Documents;

/// <summary>Reads <c>/v2/info</c>.</summary>
public static class MarathonInfoReader
{
    static readonly JsonMembers<Draft> s_info = new(
        ("frameworkId", static (ref json, info) => info.FrameworkId = json.Text()),
        ("name", static (ref json, info) => info.Name = json.Text()),
        ("version", static (ref json, info) => info.Version = json.Text()),
        ("leader", static (ref json, info) => info.Leader = json.Text()));

    /// <summary>Reads a document.</summary>
    /// <param name="stream">The body of the answer, decompressed. Stays open; what it throws goes through.</param>
    /// <param name="limits">How much is believed; null for <see cref="DocumentLimits.Default"/>.</param>
    /// <returns>What it says; null when it cannot be read.</returns>
    public static MarathonInfo? Read(Stream stream, DocumentLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var scope = new DocumentScope(limits ?? DocumentLimits.Default);
        var info = new Draft();
        return DocumentReader.Read(stream, scope, info, static (ref json, info) => info.IsObject = s_info.Read(ref json, info)) && info.IsObject
            ? new MarathonInfo(info.FrameworkId, info.Name, info.Version, info.Leader, scope.Faults)
            : null;
    }

    sealed class Draft
    {
        public bool IsObject { get; set; }

        public byte[] FrameworkId { get; set; } = [];

        public byte[] Name { get; set; } = [];

        public byte[] Version { get; set; } = [];

        public byte[] Leader { get; set; } = [];
    }
}
