using Mesoscope.Page.Tests.Browsers;
using static Microsoft.Playwright.Assertions;

namespace Mesoscope.Page.Tests.Mock;

public sealed class LostConnectionTests(Browser browser) : IClassFixture<Browser>
{
    [PageFact]
    public async Task Explore_WhenTheServerEnds_KeepsWhatItKnowsAndSaysHowOldThatIs()
    {
        using var mock = new MockServer();
        await using var visitor = await browser.VisitAsync(mock.Root);
        await visitor.GoAsync();
        await visitor.SignInAsync(MockServer.User, MockServer.Password);
        await Expect(visitor.Row("shop")).ToBeVisibleAsync();
        await Expect(visitor.Page.GetByText("Live", new() { Exact = true })).ToBeVisibleAsync();
        mock.End();
        await Expect(visitor.Page.GetByText("No connection to the server.")).ToBeVisibleAsync();
        await Expect(visitor.Page.GetByText("You see what was known at")).ToBeVisibleAsync();
        await Expect(visitor.Page.GetByText("Lost", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(visitor.Row("shop")).ToBeVisibleAsync();
        await visitor.ShootAsync("mock-lost");
    }

    [PageFact]
    public async Task FirstRun_WithAOneTimePassword_WantsALastingOneFirst()
    {
        using var mock = new MockServer(["--first-run", "--no-mesos"]);
        await using var visitor = await browser.VisitAsync(mock.Root, scheme: Microsoft.Playwright.ColorScheme.Light);
        await visitor.GoAsync();
        await visitor.SignInAsync(MockServer.User, MockServer.Password);
        await visitor.Page.GetByLabel("One-time password").FillAsync(MockServer.Password);
        await visitor.Page.GetByLabel("New password").FillAsync("a lasting password");
        await visitor.Page.GetByLabel("Once more").FillAsync("a lasting password");
        await visitor.ShootAsync("mock-first-run");
        await visitor.Page.Keyboard.PressAsync("Enter");
        await Expect(visitor.Page.GetByText("No agent has found a Mesos master")).ToBeVisibleAsync();
        await visitor.ShootAsync("mock-no-mesos");
        visitor.CheckQuiet();
    }
}
