using Mesoscope.Testing;

namespace Mesoscope.Page.Tests.Browsers;

/// <summary>A test in a browser; skipped, with the reason, where that cannot be.</summary>
[AttributeUsage(AttributeTargets.Method)]
sealed class PageFactAttribute : FactAttribute
{
    /// <summary>Debian's browser.</summary>
    internal const string Chromium = "/usr/bin/chromium";

    public PageFactAttribute()
    {
        if (!File.Exists(Chromium))
        {
            Skip = $"{Chromium} is missing: apt-get install --no-install-recommends chromium";
        }
        else if (!File.Exists(RepositoryFolder.PathOf("web", "dist", "index.html")) || !Directory.Exists(RepositoryFolder.PathOf("web", "node_modules")))
        {
            Skip = "the page is not built: ./build, with Node.js 18 or later and npm";
        }
    }
}
