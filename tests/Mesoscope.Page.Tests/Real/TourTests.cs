using System.Globalization;
using System.Text.RegularExpressions;
using Mesoscope.EndToEnd.Tests.Scenes;
using Mesoscope.Page.Tests.Browsers;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Mesoscope.Page.Tests.Real;

/// <summary>What a newcomer sees: two redis want one port, and the page says which one has it.</summary>
[Collection(SharedMachine.Name)]
public sealed partial class TourTests(Browser browser) : IClassFixture<Browser>
{
    const string LastingPassword = "a lasting password";

    // The demo's own: what else the machine does may have its troubles too.
    const string Filter = "mesos.framework.name in (marathon, batch)";

    // Stays from one of its containers to the next.
    const string Victim = "redis.cache.shop";
    const string Culprit = "redis.db.shop";

    // Until the demo has a past of two minutes to go back to, with numbers in it.
    static readonly TimeSpan s_youth = TimeSpan.FromMinutes(5);

    [TourFact]
    public async Task Tour_FromSignInToTheCulpritAndBackInTime_ShowsTheSameToASecondBrowser()
    {
        await using var stage = await Stage.StartAsync();
        await using var visitor = await browser.VisitAsync(stage.Root);
        await visitor.WitnessAsync("tour", async () =>
        {
            await SignInFirstAsync(visitor, stage.Password);
            await SeeTheTroubleAsync(visitor);
            await FollowTheCulpritAsync(visitor);
            await GoBackAsync(visitor);
            visitor.CheckQuiet();
        });

        await using var other = await browser.VisitAsync(new Uri(visitor.Page.Url), scheme: ColorScheme.Light);
        await other.WitnessAsync("second-browser", () => SeeTheSameAsync(other, visitor));
        await visitor.WitnessAsync("names", () => SeeTheNamesOfThenAsync(visitor));

        await using var hands = await browser.VisitAsync(stage.Root);
        await hands.WitnessAsync("keyboard", () => GoByKeyboardAsync(hands));

        await using var artist = await browser.VisitAsync(stage.Root);
        await artist.WitnessAsync("picture", () => MakeThePictureAsync(artist));
    }

    static async Task SignInFirstAsync(Visitor visitor, string oneTimePassword)
    {
        await visitor.GoAsync();
        await visitor.SignInAsync("admin", oneTimePassword);
        await visitor.Page.GetByLabel("One-time password").FillAsync(oneTimePassword);
        await visitor.Page.GetByLabel("New password").FillAsync(LastingPassword);
        await visitor.Page.GetByLabel("Once more").FillAsync(LastingPassword);
        await visitor.Page.Keyboard.PressAsync("Enter");
    }

    static async Task SeeTheTroubleAsync(Visitor visitor)
    {
        await Expect(visitor.Row("marathon")).ToBeVisibleAsync();
        await visitor.Page.GetByLabel("Filter", new() { Exact = true }).FillAsync(Filter);
        await visitor.Page.Keyboard.PressAsync("Escape");
        await Expect(TakenPort(visitor.Page.GetByRole(AriaRole.Region, new() { Name = "Trouble" })).First).ToBeVisibleAsync();
        foreach (var name in new[] { "marathon", "shop", "cache", "redis" })
        {
            await visitor.UnfoldAsync(name);
        }

        await Expect(visitor.Row(Victim)).ToContainTextAsync("port taken");
        await visitor.ShootAsync("tour-trouble");
    }

    static async Task FollowTheCulpritAsync(Visitor visitor)
    {
        await visitor.Row(Victim).ClickAsync();
        await Expect(TakenPort(visitor.Panel).First).ToBeVisibleAsync();
        await Expect(visitor.Panel.Locator(".happening").First).ToBeVisibleAsync();
        await visitor.ShootAsync("tour-victim");

        await visitor.Panel.Locator(".mark__culprit").First.ClickAsync();
        await Expect(visitor.Panel.GetByLabel("Path")).ToContainTextAsync(Culprit);
        await visitor.ChooseTabAsync("Processes");
        await Expect(visitor.Panel.Locator("tbody")).ToContainTextAsync("redis-server");
        await Expect(visitor.Tree.Locator(".row--selected")).Not.ToContainTextAsync("ended");
        await visitor.ChooseTabAsync("Charts");
        await Expect(visitor.Panel.Locator(".chart canvas").First).ToBeVisibleAsync();
        await visitor.ShootAsync("tour-culprit");
    }

    static async Task GoBackAsync(Visitor visitor)
    {
        var question = new { groupBy = new[] { "mesos.task.name" }, columns = Array.Empty<string>(), scope = Filter, atMs = -150_000 };
        await Visitor.UntilAsync("two minutes and a half ago the port was taken", async () => (await visitor.AskAsync("tree", question)).Contains("EADDRINUSE", StringComparison.Ordinal), s_youth);
        await visitor.Tree.FocusAsync();
        await visitor.Page.Keyboard.PressAsync("p");
        await Expect(visitor.Page.GetByText("Paused")).ToBeVisibleAsync();
        await visitor.Page.Keyboard.PressAsync("2");
        await Expect(visitor.Page.Locator(".time__ago")).ToContainTextAsync("2 min");
        await Expect(visitor.Page).ToHaveURLAsync(Moment());
        await Expect(visitor.Row(Victim)).ToContainTextAsync("port taken");
    }

    static async Task SeeTheSameAsync(Visitor other, Visitor visitor)
    {
        await other.GoAsync();
        await other.SignInAsync("admin", LastingPassword);
        await Expect(other.Moment).ToHaveTextAsync(await visitor.Moment.TextContentAsync() ?? "");
        await Expect(other.Panel.GetByLabel("Path")).ToContainTextAsync(Culprit);
        await Visitor.UntilAsync("both browsers show the same tree", async () => await other.TextsAsync() == await visitor.TextsAsync());
        await other.ShootAsync("tour-second-browser");
        await other.Page.SetViewportSizeAsync(1920, 1080);
        await other.ShootAsync("tour-light-1920");
        await other.Page.GetByLabel("Use the dark theme").ClickAsync();
        await Expect(other.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        await other.ShootAsync("tour-dark");
        other.CheckQuiet();
    }

    // Jobs live for half a minute: the newest of now did not run then. All end at once, so that there are moments without any.
    static async Task SeeTheNamesOfThenAsync(Visitor visitor)
    {
        const string Batch = "mesos.framework.name is batch";
        var page = $"#/explore?by=mesos.task.name&q={Uri.EscapeDataString(Batch)}";
        var moment = long.Parse(Moment().Match(visitor.Page.Url).Groups[1].Value, CultureInfo.InvariantCulture);
        var then = "";
        await Visitor.UntilAsync("a moment with jobs", async () =>
        {
            moment -= 1000;
            then = await visitor.AskAsync("tree", new { groupBy = new[] { "mesos.task.name" }, columns = Array.Empty<string>(), scope = Batch, atMs = moment });
            return then.Contains("\"job-", StringComparison.Ordinal);
        });

        var names = visitor.Tree.Locator(".row__label").Filter(new() { HasText = "job-" });
        await visitor.GoAsync(page);
        await Expect(visitor.Page.GetByText("Live", new() { Exact = true })).ToBeVisibleAsync();
        var now = "";
        await Visitor.UntilAsync("a job that did not run then", async () => !then.Contains($"\"{now = await names.Last.TextContentAsync()}\"", StringComparison.Ordinal), s_youth);
        await visitor.GoAsync(string.Create(CultureInfo.InvariantCulture, $"{page}&at={moment}"));
        await Expect(visitor.Row(now!)).ToHaveCountAsync(0);
        await Expect(names.First).ToBeVisibleAsync();
        Assert.Contains($"\"{await names.First.TextContentAsync()}\"", then, StringComparison.Ordinal);
        await visitor.ShootAsync("tour-names-of-then");
        visitor.CheckQuiet();
    }

    static async Task GoByKeyboardAsync(Visitor visitor)
    {
        var keyboard = visitor.Page.Keyboard;
        await visitor.GoAsync();
        await Expect(visitor.Page.GetByLabel("User")).ToBeFocusedAsync();
        await keyboard.TypeAsync("admin");
        await keyboard.PressAsync("Tab");
        await keyboard.TypeAsync(LastingPassword);
        await keyboard.PressAsync("Enter");
        await Expect(visitor.Row("marathon")).ToBeVisibleAsync();

        await keyboard.PressAsync("/");
        await keyboard.TypeAsync($"mesos.task.name is {Victim}");
        await keyboard.PressAsync("Enter");
        await keyboard.PressAsync("Escape");
        await Expect(visitor.Row("batch")).ToHaveCountAsync(0);
        await keyboard.PressAsync("t");
        await Expect(visitor.Tree).ToBeFocusedAsync();
        await keyboard.PressAsync("Home");

        // Right unfolds, then goes in.
        var cursor = visitor.Tree.Locator(".row--cursor");
        await Visitor.UntilAsync("the cursor came to the task", async () =>
        {
            if ((await cursor.InnerTextAsync()).Contains(Victim, StringComparison.Ordinal))
            {
                return true;
            }

            await keyboard.PressAsync("ArrowRight");
            return false;
        });
        await keyboard.PressAsync("Enter");
        await Expect(TakenPort(visitor.Panel).First).ToBeVisibleAsync();

        await Visitor.UntilAsync("the culprit's link has the focus", async () =>
        {
            await keyboard.PressAsync("Tab");
            return await visitor.Page.EvaluateAsync<bool>("() => document.activeElement.classList.contains('mark__culprit')");
        });
        await keyboard.PressAsync("Enter");
        await Expect(visitor.Panel.GetByLabel("Path")).ToContainTextAsync(Culprit);
        await keyboard.PressAsync("p");
        await Expect(visitor.Page.GetByText("Paused")).ToBeVisibleAsync();
        await visitor.ShootAsync("tour-keyboard");
        visitor.CheckQuiet();
    }

    // Of three minutes, which is what the demo has behind it by now.
    static async Task MakeThePictureAsync(Visitor visitor)
    {
        await visitor.GoAsync($"#/explore?open=all/marathon&span=180000&q={Uri.EscapeDataString(Filter)}");
        await visitor.SignInAsync("admin", LastingPassword);
        foreach (var name in new[] { "shop", "cache", "redis", "lab" })
        {
            await visitor.UnfoldAsync(name);
        }

        await visitor.Row("leak").ClickAsync();
        await Expect(visitor.Row(Victim)).ToContainTextAsync("port taken");
        await Expect(visitor.Page.Locator(".shelf .mark__culprit").First).ToBeVisibleAsync();
        await Expect(visitor.Panel.Locator(".mark").First).ToContainTextAsync("OOM-killed");
        await Expect(visitor.Panel.Locator(".chart canvas").First).ToBeVisibleAsync();
        await Expect(visitor.Panel.Locator(".happening").First).ToBeVisibleAsync();
        await Expect(visitor.Tree.Locator(".spark path[d^=M]").First).ToBeAttachedAsync();
        await visitor.ShootAsync("picture");
    }

    [GeneratedRegex("at=([0-9]+)")]
    private static partial Regex Moment();

    static ILocator TakenPort(ILocator place) => place.Locator(".mark").Filter(new() { HasText = "6379 EADDRINUSE" }).Filter(new() { Has = place.Page.Locator(".mark__culprit") });
}
