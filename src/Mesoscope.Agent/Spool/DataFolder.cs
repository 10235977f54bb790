using System.Security.Cryptography;

namespace Mesoscope.Agent.Spool;

/// <summary>The agent's own folder: who it is, and what waits.</summary>
static class DataFolder
{
    /// <summary>Makes a folder that only its owner may look into, unless it is there.</summary>
    public static void Create(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            throw new PlatformNotSupportedException("the agent measures Linux machines");
        }

        Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>Keeps the folder for this process alone, until what is returned is closed or the process ends.</summary>
    /// <exception cref="IOException">Another process has it.</exception>
    public static FileStream Lock(string folder)
    {
        try
        {
            return new FileStream(Path.Combine(folder, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e)
        {
            throw new IOException($"{folder}: another agent uses this data folder; end it, or give this one a folder of its own", e);
        }
    }

    /// <summary>
    /// The agent's id, made at the first start. It is bound to the machine, so that machines that are copies of one with an agent do not
    /// share its id.
    /// </summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="machineId">What the machine calls itself, from <c>/etc/machine-id</c>; empty when it does not.</param>
    public static string ReadAgentId(string folder, string machineId)
    {
        Create(folder);
        var path = Path.Combine(folder, "agent.id");
        if (File.Exists(path))
        {
            var lines = File.ReadAllLines(path);
            if (lines is [{ Length: > 0 } id, ..] && (lines.Length < 2 || lines[1].Length == 0 || machineId.Length == 0 || lines[1] == machineId))
            {
                return id;
            }
        }

        return MakeAgentId(folder, machineId);
    }

    /// <summary>Makes another id, when the old one turns out to be somebody else's.</summary>
    public static string MakeAgentId(string folder, string machineId)
    {
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var unfinished = Path.Combine(folder, "agent.id.new");
        File.WriteAllText(unfinished, $"{id}\n{machineId}\n");
        File.Move(unfinished, Path.Combine(folder, "agent.id"), overwrite: true);
        return id;
    }
}
