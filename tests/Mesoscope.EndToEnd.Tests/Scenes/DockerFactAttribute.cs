namespace Mesoscope.EndToEnd.Tests.Scenes;

/// <summary>A test with real containers and redis; skipped, with the reason, where that cannot be.</summary>
[AttributeUsage(AttributeTargets.Method)]
sealed class DockerFactAttribute : FactAttribute
{
    static readonly string[] s_programs = ["dockerd", "docker", "redis-server", "tar", "ldd"];

    public DockerFactAttribute()
    {
        if (Environment.UserName != "root")
        {
            Skip = "captures from the kernel and starts containers: needs root";
        }
        else if (!File.Exists("/sys/kernel/btf/vmlinux"))
        {
            Skip = "captures from the kernel: needs a kernel with BTF (/sys/kernel/btf/vmlinux)";
        }
        else if (Array.Find(s_programs, static name => PathOf(name) is null) is { } missing)
        {
            Skip = $"{missing} is missing: apt-get install --no-install-recommends docker.io redis-server";
        }
    }

    /// <summary>Where a program is; null when it is not on the path.</summary>
    internal static string? PathOf(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Append("/usr/sbin").Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
}
