namespace Mesoscope.Server.Ingest;

/// <summary>An access key that an agent may show.</summary>
/// <param name="Id">What accounts and logs call it; not secret.</param>
/// <param name="Name">What its maker called it.</param>
public sealed record AccessKeyInfo(string Id, string Name);
