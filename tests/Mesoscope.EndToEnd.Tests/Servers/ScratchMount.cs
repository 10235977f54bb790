using System.Diagnostics;

namespace Mesoscope.EndToEnd.Tests.Servers;

/// <summary>A small file system in memory, at a folder of its own; gone after the test. Needs root.</summary>
sealed class ScratchMount : IDisposable
{
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mesoscope-mount-");

    /// <param name="size">Its size as mount says it, such as 2m.</param>
    public ScratchMount(string size) => Mount("-t", "tmpfs", "-o", $"size={size}", "tmpfs", Folder);

    /// <summary>Where it is.</summary>
    public string Folder => _folder.FullName;

    /// <summary>Changes it, such as size=50m or ro.</summary>
    public void Change(string options) => Mount("-o", "remount," + options, Folder);

    public void Dispose()
    {
        Run("umount", Folder);
        _folder.Delete();
    }

    static void Mount(params string[] words) => Run("mount", words);

    static void Run(string program, params string[] words)
    {
        using var process = Process.Start(new ProcessStartInfo(program, words) { RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', words)}: {error}");
    }
}
