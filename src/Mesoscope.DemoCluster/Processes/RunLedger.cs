using System.Globalization;
using Mesoscope.DemoCluster.Model;

namespace Mesoscope.DemoCluster.Processes;

/// <summary>
/// Remembers on disk what this run has made, so that a later run can remove it when this one was killed. One folder a run, named by its
/// process id and that process' start time; one empty file a container.
/// </summary>
sealed class RunLedger : IDisposable
{
    static readonly string s_folder = Path.Combine(Sandbox.WorkFolder, "ledger");

    readonly string _own = Path.Combine(s_folder, NameOf(Environment.ProcessId));

    public RunLedger() => Directory.CreateDirectory(_own);

    public void Add(ContainerId outer) => File.Create(Path.Combine(_own, outer.Value)).Dispose();

    public void Remove(ContainerId outer) => File.Delete(Path.Combine(_own, outer.Value));

    /// <summary>The outer containers of runs whose process is gone, with what to call when they are removed.</summary>
    public static IEnumerable<(string ContainerId, Action Forget)> Orphans()
    {
        if (!Directory.Exists(s_folder))
        {
            yield break;
        }

        foreach (var run in Directory.GetDirectories(s_folder).Where(f => !IsAlive(Path.GetFileName(f))))
        {
            foreach (var file in Directory.GetFiles(run))
            {
                yield return (Path.GetFileName(file), () => File.Delete(file));
            }

            Directory.Delete(run, recursive: true);
        }
    }

    public void Dispose()
    {
        if (Directory.Exists(_own))
        {
            Directory.Delete(_own, recursive: true);
        }
    }

    static bool IsAlive(string run) =>
        int.TryParse(run.Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var process)
        && Directory.Exists($"/proc/{process}")
        && NameOf(process) == run;

    // Process ids come round again; together with the start time (field 22 of stat, proc(5)) they do not.
    static string NameOf(int process)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{process}/stat");
            return $"{process}-{stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[19]}";
        }
        catch (IOException)
        {
            return "";
        }
    }
}
