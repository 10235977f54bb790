using Mesoscope.Clusters.Documents;

namespace Mesoscope.Clusters.Recording;

/// <summary>
/// A document as captures hold it: an object with a member for each kind. A document that did not fit in one event goes on in further
/// ones, whose member has <c>_more</c> behind the name of the kind; programs that do not know them have the first part.
/// </summary>
sealed class RecordedDocument(DocumentFaults faults)
{
    static readonly JsonMembers<RecordedDocument> s_members = new(
        ("mesos_state", static (ref json, d) => MasterStateMembers.Read(ref json, d.State = d.NewState())),
        ("mesos_state_more", static (ref json, d) => MasterStateMembers.Read(ref json, d.MoreState = d.NewState())),
        ("marathon_groups", static (ref json, d) => MarathonAppMembers.ReadTree(ref json, d.Groups = d.NewApps())),
        ("marathon_groups_more", static (ref json, d) => MarathonAppMembers.ReadTree(ref json, d.MoreGroups = d.NewApps())),
        ("marathon_apps", static (ref json, d) => MarathonAppMembers.ReadList(ref json, d.Apps = d.NewApps())),
        ("marathon_apps_more", static (ref json, d) => MarathonAppMembers.ReadList(ref json, d.MoreApps = d.NewApps())),
        ("marathon_pods", static (ref json, d) => MarathonPodsReader.ReadRecorded(ref json, d.Pods = new MarathonPods { Faults = d.Faults })),
        ("marathon_pods_more", static (ref json, d) => MarathonPodsReader.ReadRecorded(ref json, d.MorePods = new MarathonPods { Faults = d.Faults })));

    public DocumentFaults Faults { get; } = faults;

    public MasterState? State { get; private set; }

    public MasterState? MoreState { get; private set; }

    public MarathonApps? Groups { get; private set; }

    public MarathonApps? MoreGroups { get; private set; }

    public MarathonApps? Apps { get; private set; }

    public MarathonApps? MoreApps { get; private set; }

    public MarathonPods? Pods { get; private set; }

    public MarathonPods? MorePods { get; private set; }

    /// <summary>Reads a document; null when it is not JSON or no object. What is behind the document is not looked at.</summary>
    public static RecordedDocument? Read(ReadOnlySpan<byte> json)
    {
        var scope = new DocumentScope(DocumentLimits.Default);
        var reading = new Reading(new RecordedDocument(scope.Faults));
        return DocumentReader.Read(json, scope, reading, static (ref json, r) => r.IsObject = s_members.Read(ref json, r.Document)) && reading.IsObject
            ? reading.Document
            : null;
    }

    MasterState NewState() => new() { Faults = Faults };

    MarathonApps NewApps() => new() { Faults = Faults };

    sealed class Reading(RecordedDocument document)
    {
        public RecordedDocument Document { get; } = document;

        public bool IsObject { get; set; }
    }
}
