using Mesoscope.Clusters.Text;

namespace Mesoscope.Machine.Orchestration.Mesos;

/// <summary>A running task of a Mesos framework.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name; without one, the id up to its last dot, or the id.</param>
/// <param name="Labels">Its labels in the order of the document, equal keys included.</param>
/// <param name="Framework">Whose it is.</param>
public sealed record MesosTask(byte[] Id, byte[] Name, IReadOnlyList<Label> Labels, MesosFramework Framework);
