using System.Diagnostics;

namespace Mesoscope.EndToEnd.Tests.Servers;

/// <summary>A test that mounts a file system; skipped, with the reason, where that cannot be.</summary>
[AttributeUsage(AttributeTargets.Method)]
sealed class MountFactAttribute : FactAttribute
{
    static readonly Lazy<string?> s_refusal = new(Try);

    public MountFactAttribute() => Skip = s_refusal.Value;

    // Containers have root and may not mount.
    static string? Try()
    {
        if (Environment.UserName != "root")
        {
            return "mounts a file system: needs root";
        }

        var folder = Directory.CreateTempSubdirectory("mesoscope-mount-");
        try
        {
            using var mount = Process.Start(new ProcessStartInfo("mount", ["-t", "tmpfs", "tmpfs", folder.FullName]) { RedirectStandardError = true })!;
            var error = mount.StandardError.ReadToEnd();
            mount.WaitForExit();
            if (mount.ExitCode != 0)
            {
                return $"mounts a file system, and may not: {error.Trim()}";
            }

            using var end = Process.Start("umount", [folder.FullName]);
            end.WaitForExit();
            return null;
        }
        finally
        {
            folder.Delete();
        }
    }
}
