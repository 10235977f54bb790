using System.Globalization;
using Mesoscope.Clusters.Clients;
using Mesoscope.Clusters.Documents;

namespace Mesoscope.Clusters.Tests.Corpus;

// What each reader makes of one document, as counts.
static class DocumentSummary
{
    static readonly (string Name, Func<byte[], string?> Read)[] s_readers =
    [
        ("master", static bytes => MasterStateReader.Read(new MemoryStream(bytes)) is { IsUsable: true } state
            ? Counts(state.Frameworks.Count, state.Tasks.Count, state.Agents.Count) + Faults(state.Faults) : null),
        ("agent", static bytes => AgentStateReader.Read(new MemoryStream(bytes)) is { IsUsable: true } state
            ? Counts(state.Frameworks.Count, state.Tasks.Count) + Faults(state.Faults) : null),
        ("containers", static bytes => AgentContainersReader.Read(new MemoryStream(bytes)) is { IsUsable: true } containers
            ? Counts(containers.Items.Count) + Faults(containers.Faults) : null),
        ("apps", static bytes => MarathonAppsReader.ReadApps(new MemoryStream(bytes)) is { IsUsable: true } apps
            ? Counts(apps.Apps.Count, apps.Tasks.Count) + Faults(apps.Faults) : null),
        ("groups", static bytes => MarathonAppsReader.ReadGroups(new MemoryStream(bytes)) is { IsUsable: true } groups
            ? Counts(groups.Apps.Count, groups.Tasks.Count, groups.GroupIds.Count) + Faults(groups.Faults) : null),
        ("pods", static bytes => MarathonPodsReader.Read(new MemoryStream(bytes)) is { IsUsable: true } pods
            ? Counts(pods.Pods.Count, pods.Tasks.Count) + Faults(pods.Faults) : null),
        ("marathon", static bytes => MarathonInfoReader.Read(new MemoryStream(bytes)) is { FrameworkId.Length: > 0 } ? "1" : null),
        ("operator", ReadOperatorEvents),
        ("events", ReadServerEvents),
    ];

    /// <summary>Such as <c>master=2/4/6</c>: frameworks, tasks and Mesos agents. Readers for which the document is none are left out.</summary>
    public static string Of(byte[] document) =>
        string.Join(' ', s_readers.Select(reader => (reader.Name, Result: reader.Read(document))).Where(read => read.Result is not null).Select(read => $"{read.Name}={read.Result}"));

    // One event, or one a line.
    static string? ReadOperatorEvents(byte[] bytes)
    {
        var lines = bytes.AsSpan().Count((byte)'\n') > 0 && bytes.AsSpan().StartsWith("{\"type\""u8) ? Split(bytes) : [bytes];
        var kinds = lines.Select(line => OperatorEventReader.Read(line).Kind).Where(kind => kind != OperatorEventKind.Other).ToList();
        return kinds.Count == 0 ? null : string.Join(',', kinds.GroupBy(kind => kind).Select(group => $"{group.Key}:{group.Count()}"));
    }

    static string? ReadServerEvents(byte[] bytes)
    {
        var reader = new ServerEventReader(new MemoryStream(bytes));
        var count = 0;
        while (reader.NextAsync(CancellationToken.None).AsTask().GetAwaiter().GetResult() is not null)
        {
            count++;
        }

        return count == 0 ? null : Counts(count);
    }

    static List<byte[]> Split(byte[] bytes)
    {
        var lines = new List<byte[]>();
        foreach (var range in bytes.AsSpan().Split((byte)'\n'))
        {
            lines.Add(bytes[range]);
        }

        return lines;
    }

    static string Counts(params int[] counts) => string.Join('/', counts.Select(count => count.ToString(CultureInfo.InvariantCulture)));

    static string Faults(DocumentFaults faults) => faults.Count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"!{faults.Count}");
}
