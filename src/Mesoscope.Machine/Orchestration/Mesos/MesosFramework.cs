namespace Mesoscope.Machine.Orchestration.Mesos;

/// <summary>An active framework of the Mesos cluster.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name, which several may share; the id when it has none.</param>
public sealed record MesosFramework(byte[] Id, byte[] Name);
