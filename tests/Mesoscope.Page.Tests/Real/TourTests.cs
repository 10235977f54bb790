using System.Text.RegularExpressions;
using Mesoscope.EndToEnd.Tests.Scenes;
using Mesoscope.Page.Tests.Browsers;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Mesoscope.Page.Tests.Real;

/// <summary>What a newcomer sees: two redis want one port, and the page says which one has it.</summary>
[Collection(SharedMachine.Name)]
public sealed class TourTests(Browser browser) : IClassFixture<Browser>
{
    const string LastingPassword = "a lasting password";

    // Containers have to start, die and be told of; samples come every ten seconds until somebody looks.
    const float PatienceMilliseconds = 120_000;

    [TourFact]
    public async Task Tour_FromSignInToTheCulpritAndBackInTime_ShowsTheSameToASecondBrowser()
    {
        await using var stage = await Stage.StartAsync();
        await using var visitor = await browser.VisitAsync(stage.Root);
        await visitor.GoAsync();
        await visitor.SignInAsync("admin", stage.Password);
        await visitor.Page.GetByLabel("One-time password").FillAsync(stage.Password);
        await visitor.Page.GetByLabel("New password").FillAsync(LastingPassword);
        await visitor.Page.GetByLabel("Once more").FillAsync(LastingPassword);
        await visitor.Page.Keyboard.PressAsync("Enter");

        var trouble = visitor.Page.GetByRole(AriaRole.Region, new() { Name = "Trouble" }).Locator(".mark").Filter(new() { HasText = "EADDRINUSE" });
        await Expect(trouble.First).ToBeVisibleAsync(new() { Timeout = PatienceMilliseconds });
        await Expect(visitor.Row("shop")).ToBeVisibleAsync();
        await visitor.ShootAsync("tour-trouble");

        var panel = visitor.Page.GetByRole(AriaRole.Region, new() { Name = "The chosen row" });
        await trouble.First.Locator(".mark__place").ClickAsync();
        await Expect(panel).ToContainTextAsync("EADDRINUSE");
        await Expect(panel.Locator(".happening").First).ToBeVisibleAsync();
        await visitor.ShootAsync("tour-victim");
        await trouble.First.Locator(".mark__culprit").ClickAsync();
        await visitor.Page.GetByRole(AriaRole.Tab, new() { Name = "Processes" }).ClickAsync();
        await Expect(panel.Locator("tbody")).ToContainTextAsync("redis-server");
        await Expect(visitor.Tree.Locator(".row--selected")).Not.ToContainTextAsync("ended");
        await visitor.Page.GetByRole(AriaRole.Tab, new() { Name = "Charts" }).ClickAsync();
        await Expect(visitor.Page.Locator(".chart canvas").First).ToBeVisibleAsync();
        await visitor.ShootAsync("tour-culprit");

        await visitor.Tree.FocusAsync();
        await visitor.Page.Keyboard.PressAsync("p");
        await Expect(visitor.Page).ToHaveURLAsync(new Regex("at=[0-9]+"));
        await Expect(visitor.Page.GetByText("Paused")).ToBeVisibleAsync();
        var moment = await visitor.Page.Locator(".time__moment b").TextContentAsync();

        await using var other = await browser.VisitAsync(new Uri(visitor.Page.Url), 1920, 1080, ColorScheme.Light);
        await other.GoAsync();
        await other.SignInAsync("admin", LastingPassword);
        await Expect(other.Page.Locator(".time__moment b")).ToHaveTextAsync(moment!);
        await Expect(other.Tree.Locator(".row--selected")).ToBeVisibleAsync();
        await Expect(visitor.Tree.Locator(".row--selected")).ToHaveTextAsync(await other.Tree.Locator(".row--selected").TextContentAsync() ?? "");
        await other.ShootAsync("tour-second-browser");
        visitor.CheckQuiet();
        other.CheckQuiet();
    }
}
