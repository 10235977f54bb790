using Mesoscope.Clusters.Text;

namespace Mesoscope.Machine.Orchestration.Marathon;

/// <summary>An app of Marathon.</summary>
/// <param name="Id">Its path, such as <c>/shop/web</c>.</param>
/// <param name="GroupId">The path of the group that holds it, such as <c>/shop</c>; <c>/</c> at the top.</param>
/// <param name="Labels">Its labels, sorted by the bytes of the key.</param>
/// <param name="FrameworkId">The framework of its Marathon.</param>
public sealed record MarathonApp(byte[] Id, byte[] GroupId, IReadOnlyList<Label> Labels, byte[] FrameworkId);
