using Microsoft.Playwright;

namespace Mesoscope.Page.Tests.Browsers;

/// <summary>Somebody who looks at the page.</summary>
sealed class Visitor : IAsyncDisposable
{
    // What a browser writes for the question who is signed in, which is asked before anybody is.
    const string NotSignedIn = "401";

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

    /// <summary>The row with that name; of several the first.</summary>
    internal ILocator Row(string name) => Tree.GetByRole(AriaRole.Row).Filter(new() { Has = Page.GetByText(name, new() { Exact = true }) }).First;

    internal Task GoAsync(string hash = "") => Page.GotoAsync(_root + hash);

    internal async Task SignInAsync(string user, string password)
    {
        await Page.GetByLabel("User").FillAsync(user);
        await Page.GetByLabel("Password").FillAsync(password);
        await Page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Unfolds a row unless it is.</summary>
    internal async Task UnfoldAsync(string name)
    {
        var row = Row(name);
        if (await row.GetAttributeAsync("aria-expanded") == "false")
        {
            await row.Locator(".fold").ClickAsync();
        }

        await Assertions.Expect(row).ToHaveAttributeAsync("aria-expanded", "true");
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
