namespace Mesoscope.Containers;

/// <summary>What is known of a container.</summary>
/// <param name="Id">Short id.</param>
/// <param name="Json">The text of a container event, UTF-8.</param>
/// <param name="IsSuccessful">False when no runtime told anything: the text then has only the id and the type.</param>
public readonly record struct ContainerAnswer(string Id, ReadOnlyMemory<byte> Json, bool IsSuccessful);
