using Mesoscope.Page.Tests.Browsers;
using Mesoscope.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Mesoscope.Page.Tests.Mock;

public sealed class AccessibilityTests(MockServer mock, Browser browser) : IClassFixture<MockServer>, IClassFixture<Browser>
{
    const string Row = "row=marathon%7Cshop%7C/shop/cache&open=marathon&open=marathon%7Cshop";

    // Screens by name: the address, and a text that is there when it is drawn.
    static readonly (string Name, string Hash, string Text)[] s_screens =
    [
        ("explore", "#/explore", "chronos"), ("panel", $"#/explore?{Row}", "Held back by the CPU limit"), ("happenings", $"#/explore?{Row}&tab=happenings", "port.conflict"),
        ("past", "#/explore?at=1000000000000", "Nothing was measured"), ("agents", "#/agents", "node-7"), ("users", "#/settings/users", "vera"), ("keys", "#/settings/access-keys", "first key"),
        ("nowhere", "#/nowhere", "There is nothing at this address"),
    ];

    [PageFact]
    public Task Screens_InTheDark_AreReadableForAll() => CheckAsync(ColorScheme.Dark);

    [PageFact]
    public Task Screens_InTheLight_AreReadableForAll() => CheckAsync(ColorScheme.Light);

    // Names, roles, focus and contrast by the rules of WCAG 2.1 AA, as far as a program can judge.
    async Task CheckAsync(ColorScheme scheme)
    {
        var rules = await File.ReadAllTextAsync(RepositoryFolder.PathOf("web", "node_modules", "axe-core", "axe.min.js"));
        await using var visitor = await browser.VisitAsync(mock.Root, scheme: scheme);
        await visitor.GoAsync();
        await Expect(visitor.Page.GetByLabel("User")).ToBeVisibleAsync();
        var found = new List<string>(await JudgeAsync(visitor, rules, "door"));
        await visitor.SignInAsync(MockServer.User, MockServer.Password);
        foreach (var (name, hash, text) in s_screens)
        {
            await visitor.GoAsync(hash);
            await visitor.Page.ReloadAsync();
            await Expect(visitor.Page.GetByText(text).First).ToBeVisibleAsync();
            found.AddRange(await JudgeAsync(visitor, rules, name));
            await visitor.ShootAsync($"mock-{name}-{scheme}");
        }

        Assert.True(found.Count == 0, string.Join('\n', found));
        visitor.CheckQuiet();
    }

    static async Task<string[]> JudgeAsync(Visitor visitor, string rules, string screen)
    {
        await visitor.Page.EvaluateAsync(rules);
        var found = await visitor.Page.EvaluateAsync<string[]>(
            "async () => (await axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] })).violations.flatMap(v => v.nodes.slice(0, 3).map(n => `${v.id}: ${n.html.slice(0, 160)} ${n.failureSummary.replace(/\\s+/g, ' ')}`))");
        return [.. found.Select(f => $"{screen}: {f}")];
    }
}
