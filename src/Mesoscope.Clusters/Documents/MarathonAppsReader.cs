namespace Mesoscope.Clusters.Documents;

/// <summary>Reads <c>/v2/apps?embed=apps.tasks</c> and <c>/v2/groups</c> (whose apps may have their tasks embedded, too) of any Marathon.</summary>
public static class MarathonAppsReader
{
    /// <summary>Reads the list of apps.</summary>
    /// <param name="stream">The body of the answer, decompressed. Stays open; what it throws goes through.</param>
    /// <param name="limits">How much is believed; null for <see cref="DocumentLimits.Default"/>.</param>
    /// <returns>What it says; to be asked for <see cref="MarathonApps.IsUsable"/> first.</returns>
    public static MarathonApps ReadApps(Stream stream, DocumentLimits? limits = null) => Read(stream, limits, "apps"u8, MarathonAppMembers.ReadList);

    /// <summary>Reads the tree of groups, with the apps in it.</summary>
    /// <param name="stream">The body of the answer, decompressed. Stays open; what it throws goes through.</param>
    /// <param name="limits">How much is believed; null for <see cref="DocumentLimits.Default"/>.</param>
    /// <returns>What it says; to be asked for <see cref="MarathonApps.IsUsable"/> first.</returns>
    public static MarathonApps ReadGroups(Stream stream, DocumentLimits? limits = null) => Read(stream, limits, "id"u8, MarathonAppMembers.ReadTree);

    static MarathonApps Read(Stream stream, DocumentLimits? limits, ReadOnlySpan<byte> expected, JsonMember<MarathonApps> read)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var scope = new DocumentScope(limits ?? DocumentLimits.Default);
        var apps = new MarathonApps { Faults = scope.Faults };
        var isWhole = DocumentReader.Read(stream, scope, apps, read);

        // When every app is refused the rest is no better, and good names must not go for it.
        apps.IsUsable &= apps.Apps.Count > 0 || scope.Faults[DocumentFault.NoPath] == 0;
        if (isWhole && !apps.IsUsable)
        {
            scope.Faults.Add(DocumentFault.OtherDocument, expected, 0);
        }

        apps.IsUsable &= isWhole;
        return apps;
    }
}
