namespace Mesoscope.Testing;

/// <summary>The repository that the running tests were built from.</summary>
public static class RepositoryFolder
{
    static readonly string s_root = FindRoot();

    static readonly string[] s_skipped = [".git", "artifacts", "bin", "obj", "node_modules", "dist", "TestResults"];

    /// <summary>A path inside the repository.</summary>
    /// <param name="parts">Folder names and a file name, from the root on; none for the root itself.</param>
    public static string PathOf(params string[] parts) => Path.Combine([s_root, .. parts]);

    /// <summary>Paths, relative to the root and with slashes, of the files that belong to the repository (not what a build made).</summary>
    public static IEnumerable<string> Files()
    {
        var folders = new Stack<string>([s_root]);
        while (folders.TryPop(out var folder))
        {
            foreach (var inner in Directory.EnumerateDirectories(folder))
            {
                if (!s_skipped.Contains(Path.GetFileName(inner)))
                {
                    folders.Push(inner);
                }
            }

            // In a linked work tree .git is a file.
            foreach (var file in Directory.EnumerateFiles(folder).Where(file => !s_skipped.Contains(Path.GetFileName(file))))
            {
                // In a further working tree of git ".git" is a file.
                if (!s_skipped.Contains(Path.GetFileName(file)))
                {
                    yield return Path.GetRelativePath(s_root, file);
                }
            }
        }
    }

    static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Mesoscope.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"no folder above {AppContext.BaseDirectory} holds Mesoscope.slnx");
    }
}
