using Mesoscope.DemoCluster.Model;

namespace Mesoscope.DemoCluster.Processes;

/// <summary>Removes sandboxes, and the folders above them that have become empty.</summary>
static class SandboxFolders
{
    public static void Remove(string path)
    {
        var folder = new DirectoryInfo(path);
        try
        {
            if (folder.Exists)
            {
                folder.Delete(recursive: true);
            }

            for (var parent = folder.Parent; parent is not null && parent.FullName.Length > Sandbox.WorkFolder.Length; parent = parent.Parent)
            {
                parent.Delete();
            }
        }
        catch (IOException)
        {
            // Another container has its sandbox beside this one, or a dying process still writes into it.
        }
    }

    /// <summary>Removes the sandbox of an outer container of which nothing but its id is known.</summary>
    public static void RemoveOf(string containerId)
    {
        var agents = Path.Combine(Sandbox.WorkFolder, "slaves");
        if (Directory.Exists(agents))
        {
            foreach (var folder in Directory.GetDirectories(agents, containerId, SearchOption.AllDirectories))
            {
                Remove(folder);
            }
        }
    }
}
