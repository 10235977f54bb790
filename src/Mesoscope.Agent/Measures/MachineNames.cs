namespace Mesoscope.Agent.Measures;

/// <summary>What tells the machine and its starts apart.</summary>
static class MachineNames
{
    /// <summary>The id that the installation gave to the machine; empty when there is none.</summary>
    /// <param name="root">The machine's root folder.</param>
    public static string ReadMachineId(string root) => ReadLine(Path.Combine(root, "etc/machine-id"));

    /// <summary>The id of the machine's start; empty when the kernel tells none.</summary>
    public static string ReadBootId(MachineFolders folders) => ReadLine(Path.Combine(folders.Proc, "sys/kernel/random/boot_id"));

    static string ReadLine(string path)
    {
        try
        {
            return File.ReadAllText(path).Trim();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
