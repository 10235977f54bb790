using Mesoscope.Testing;
using Microsoft.Playwright;

namespace Mesoscope.Page.Tests.Browsers;

/// <summary>One browser for the tests of a class; each test has its own contexts.</summary>
public sealed class Browser : IAsyncLifetime
{
    /// <summary>Screenshots are kept here.</summary>
    static readonly string s_shots = RepositoryFolder.PathOf("artifacts", "screenshots");

    // Nothing but the page: no updates, no reports home, no first-run pages.
    static readonly string[] s_arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    /// <summary>A machine that runs other tests beside may be slow; what is waited for comes or does not.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    IPlaywright? _playwright;
    IBrowser? _browser;

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        if (!File.Exists(PageFactAttribute.Chromium))
        {
            return;
        }

        Directory.CreateDirectory(s_shots);
        Assertions.SetDefaultExpectTimeout((float)Patience.TotalMilliseconds);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = PageFactAttribute.Chromium, Args = s_arguments });
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.CloseAsync();
        }

        _playwright?.Dispose();
    }

    /// <summary>A page in a context of its own: nobody is signed in there.</summary>
    internal async Task<Visitor> VisitAsync(Uri root, int width = 1280, int height = 800, ColorScheme scheme = ColorScheme.Dark)
    {
        var context = await _browser!.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = height }, ColorScheme = scheme, TimezoneId = "UTC" });
        context.SetDefaultTimeout((float)Patience.TotalMilliseconds);
        return new Visitor(context, await context.NewPageAsync(), root, s_shots);
    }
}
