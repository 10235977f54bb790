using System.Text.RegularExpressions;
using Mesoscope.Page.Tests.Browsers;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Mesoscope.Page.Tests.Mock;

public sealed class ExploreTests(MockServer mock, Browser browser) : IClassFixture<MockServer>, IClassFixture<Browser>
{
    [PageFact]
    public async Task Explore_OnFirstSight_ShowsTheTakenPortAndItsCulprit()
    {
        await using var visitor = await SignInAsync();
        await Expect(visitor.Page.GetByRole(AriaRole.Region, new() { Name = "Trouble" })).ToContainTextAsync("EADDRINUSE, held by redis-server (task redis.legacy)");
        await Expect(visitor.Row("cache")).ToContainTextAsync("port taken");
        await visitor.ShootAsync("mock-explore");

        await visitor.Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("redis-server") }).First.ClickAsync();
        await Expect(visitor.Tree.Locator(".row--selected")).ToContainTextAsync("container");
        await Expect(visitor.Page.GetByRole(AriaRole.Region, new() { Name = "The chosen row" })).ToContainTextAsync("marathon.app.id=/legacy/redis");
        await Expect(visitor.Page.Locator(".chart canvas").First).ToBeVisibleAsync();
        await visitor.ShootAsync("mock-culprit");
        visitor.CheckQuiet();
    }

    [PageFact]
    public async Task Explore_UnfoldedToATask_ShowsItsPanelWithFailedCalls()
    {
        await using var visitor = await SignInAsync();
        foreach (var name in new[] { "marathon", "shop", "cache" })
        {
            await visitor.UnfoldAsync(name);
        }

        await visitor.Row("cache.shop").ClickAsync();
        await Expect(visitor.Page.GetByRole(AriaRole.Region, new() { Name = "The chosen row" })).ToContainTextAsync("bind res=-98(EADDRINUSE) addr=0.0.0.0:6379");
        foreach (var tab in new[] { "Processes", "Containers", "Ports and peers", "Happenings", "Charts" })
        {
            await visitor.Page.GetByRole(AriaRole.Tab, new() { Name = tab }).ClickAsync();
            await Expect(visitor.Page.GetByRole(AriaRole.Tabpanel)).Not.ToBeEmptyAsync();
            await visitor.ShootAsync($"mock-panel-{tab.Replace(' ', '-')}");
        }

        visitor.CheckQuiet();
    }

    [PageFact]
    public async Task Explore_TwoMinutesAgoInASecondBrowser_ShowsTheSame()
    {
        await using var visitor = await SignInAsync();
        await visitor.UnfoldAsync("shop");
        await visitor.Row("web").ClickAsync();
        await visitor.Page.Keyboard.PressAsync("2");
        await Expect(visitor.Page.GetByText("Paused")).ToBeVisibleAsync();
        await Expect(visitor.Page).ToHaveURLAsync(new Regex("at=[0-9]+"));
        var moment = await visitor.Page.Locator(".time__moment b").TextContentAsync();
        await Expect(visitor.Page.Locator(".chart").First).ToBeVisibleAsync();

        await using var other = await browser.VisitAsync(new Uri(visitor.Page.Url));
        await other.GoAsync();
        await other.SignInAsync(MockServer.User, MockServer.Password);
        await Expect(other.Page.Locator(".time__moment b")).ToHaveTextAsync(moment!);
        await Expect(other.Tree.Locator(".row--selected")).ToContainTextAsync("web");
        Assert.Equal(await visitor.Row("web").InnerTextAsync(), await other.Row("web").InnerTextAsync());
        await other.ShootAsync("mock-second-browser");
    }

    [PageFact]
    public async Task Explore_ByKeyboardAlone_GoesToTheTaskAndBackInTime()
    {
        await using var visitor = await browser.VisitAsync(mock.Root);
        await visitor.GoAsync();
        var keyboard = visitor.Page.Keyboard;
        await Expect(visitor.Page.GetByLabel("User")).ToBeFocusedAsync();
        await keyboard.TypeAsync(MockServer.User);
        await keyboard.PressAsync("Tab");
        await keyboard.TypeAsync(MockServer.Password);
        await keyboard.PressAsync("Enter");
        await Expect(visitor.Row("cache")).ToBeVisibleAsync();

        await keyboard.PressAsync("/");
        await keyboard.TypeAsync("mesos.task.name is cache.shop");
        await keyboard.PressAsync("Enter");
        await Expect(visitor.Row("legacy")).ToHaveCountAsync(0);
        await keyboard.PressAsync("Escape");
        await keyboard.PressAsync("t");
        await Expect(visitor.Tree).ToBeFocusedAsync();
        await keyboard.PressAsync("End");
        await keyboard.PressAsync("Enter");
        await Expect(visitor.Page.GetByRole(AriaRole.Region, new() { Name = "The chosen row" })).ToBeVisibleAsync();
        await keyboard.PressAsync("p");
        await Expect(visitor.Page.GetByText("Paused")).ToBeVisibleAsync();
        await keyboard.PressAsync("[");
        await Expect(visitor.Page.Locator(".time__ago")).ToContainTextAsync("1 min");
        await keyboard.PressAsync("l");
        await Expect(visitor.Page.GetByText("Live", new() { Exact = true })).ToBeVisibleAsync();
        await keyboard.PressAsync("Escape");
        await Expect(visitor.Page.GetByRole(AriaRole.Region, new() { Name = "The chosen row" })).ToHaveCountAsync(0);
        visitor.CheckQuiet();
    }

    async Task<Visitor> SignInAsync()
    {
        var visitor = await browser.VisitAsync(mock.Root);
        await visitor.GoAsync();
        await visitor.SignInAsync(MockServer.User, MockServer.Password);
        await Expect(visitor.Row("shop")).ToBeVisibleAsync();
        return visitor;
    }
}
