using System.Diagnostics;
using Microsoft.Playwright;

namespace Mesoscope.Page.Tests.Browsers;

/// <summary>Somebody who looks at the page.</summary>
sealed class Visitor : IAsyncDisposable
{
    // What a browser writes for the question who is signed in, which is asked before anybody is.
    const string NotSignedIn = "401";

    static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(250);

    readonly IBrowserContext _context;
    readonly Uri _root;
    readonly string _shots;
    readonly List<string> _complaints = [];

    internal Visitor(IBrowserContext context, IPage page, Uri root, string shots)
    {
        (_context, Page, _root, _shots) = (context, page, root, shots);
        page.Console += (_, message) => Complain(message.Type is "error" ? message.Text : "");
        page.PageError += (_, error) => Complain(error);
        page.Request += (_, request) => Complain(request.Url.StartsWith(root.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal) || request.Url.StartsWith("blob:", StringComparison.Ordinal) ? "" : $"asked another origin: {request.Url}");
    }

    internal IPage Page { get; }

    internal ILocator Tree => Page.GetByRole(AriaRole.Treegrid);

    /// <summary>All about the chosen row.</summary>
    internal ILocator Panel => Page.GetByRole(AriaRole.Region, new() { Name = "The chosen row" });

    /// <summary>Which moment is shown.</summary>
    internal ILocator Moment => Page.Locator(".time__moment b");

    /// <summary>The row with that name; of several the first.</summary>
    internal ILocator Row(string name) => Tree.GetByRole(AriaRole.Row).Filter(new() { Has = Page.GetByText(name, new() { Exact = true }) }).First;

    internal Task GoAsync(string hash = "") => Page.GotoAsync(_root + hash);

    internal async Task SignInAsync(string user, string password)
    {
        await Page.GetByLabel("User").FillAsync(user);
        await Page.GetByLabel("Password").FillAsync(password);
        await Page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Unfolds a row unless it is. The page unfolds what is in trouble by itself: a click at that moment would fold it, and is taken back.</summary>
    internal Task UnfoldAsync(string name) => UntilAsync($"the row {name} is unfolded", async () =>
    {
        var row = Row(name);
        if (await row.GetAttributeAsync("aria-expanded") == "true")
        {
            return true;
        }

        await row.Locator(".fold").ClickAsync();
        return false;
    });

    /// <summary>The rows in sight with their numbers.</summary>
    internal async Task<string> TextsAsync() => string.Join('\n', await Tree.GetByRole(AriaRole.Row).AllInnerTextsAsync());

    /// <summary>Shows a part of the panel.</summary>
    internal Task ChooseTabAsync(string name) => Panel.GetByRole(AriaRole.Tab, new() { Name = name }).ClickAsync();

    /// <summary>Asks the server as the page would, with its session; the answer's text.</summary>
    internal Task<string> AskAsync(string path, object question) => Page.EvaluateAsync<string>(
        """
        async ([path, question]) => {
          const { csrfToken } = await (await fetch("api/v1/me")).json();
          const headers = { "Content-Type": "application/json", "X-CSRF-Token": csrfToken };
          return (await fetch(`api/v1/${path}`, { method: "POST", headers, body: JSON.stringify(question) })).text();
        }
        """,
        new[] { path, question });

    /// <summary>Waits for something that no single element shows.</summary>
    internal static async Task UntilAsync(string what, Func<Task<bool>> condition, TimeSpan? patience = null)
    {
        var most = patience ?? Browser.Patience;
        var start = Stopwatch.GetTimestamp();
        while (!await condition())
        {
            Assert.True(Stopwatch.GetElapsedTime(start) < most, $"not within {most.TotalSeconds} s: {what}");
            await Task.Delay(s_pause);
        }
    }

    /// <summary>Takes steps on the page. When one fails, what was to be seen is kept as a picture and as HTML, and said.</summary>
    internal async Task WitnessAsync(string name, Func<Task> steps)
    {
        try
        {
            await steps();
        }
        catch (Exception failure)
        {
            var kept = Path.Combine(_shots, $"failed-{name}");
            await ShootAsync($"failed-{name}");
            await File.WriteAllTextAsync($"{kept}.html", await Page.ContentAsync());
            throw new InvalidOperationException($"{failure.Message}\nSeen at {Page.Url} (kept as {kept}.png and .html):\n{await Page.Locator("body").InnerTextAsync()}", failure);
        }
    }

    internal Task ShootAsync(string name) => Page.ScreenshotAsync(new() { Path = Path.Combine(_shots, $"{name}.png") });

    /// <summary>Nothing broke, nothing was refused by the content security policy, nothing went to another origin.</summary>
    internal void CheckQuiet()
    {
        lock (_complaints)
        {
            Assert.Empty(_complaints);
        }
    }

    public ValueTask DisposeAsync() => new(_context.CloseAsync());

    void Complain(string text)
    {
        if (text.Length > 0 && !text.Contains(NotSignedIn, StringComparison.Ordinal))
        {
            lock (_complaints)
            {
                _complaints.Add(text);
            }
        }
    }
}
