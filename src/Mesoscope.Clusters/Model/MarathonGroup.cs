namespace Mesoscope.Clusters.Model;

/// <summary>A group of a Marathon.</summary>
/// <param name="Id">Its path, UTF-8, such as <c>/shop</c>; <c>/</c> for the root.</param>
/// <param name="FrameworkId">The framework of its Marathon.</param>
public sealed record MarathonGroup(byte[] Id, byte[] FrameworkId);
