namespace Mesoscope.Clusters.Documents;

/// <summary>What a Marathon said of itself: the answer to <c>/v2/info</c>.</summary>
/// <param name="FrameworkId">Its framework, UTF-8; empty while it has none.</param>
/// <param name="Name">The name that its framework has; several Marathons may share one.</param>
/// <param name="Version">Its version, such as <c>1.8.222</c>.</param>
/// <param name="Leader">Host and port of the leading Marathon; empty when none leads or it does not say.</param>
/// <param name="Faults">What was wrong with the document.</param>
public sealed record MarathonInfo(byte[] FrameworkId, byte[] Name, byte[] Version, byte[] Leader, DocumentFaults Faults);
