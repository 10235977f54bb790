using Mesoscope.Server.Access;
using Mesoscope.Server.Tests.Fakes;

namespace Mesoscope.Server.Tests.Access;

public sealed class AccessKeysTests
{
    readonly ManualClock _clock = new();
    readonly MemoryStore _store = new();

    [Fact]
    public async Task LastUsed_AfterARestart_IsWhatWasKept()
    {
        var keys = new AccessKeys(_store, _clock);
        var (key, secret) = await keys.CreateAsync("a");
        var (_, other) = await keys.CreateAsync("b");
        await keys.KeepLastUsedAsync();
        Assert.Null(keys.LastUsed(key));
        Assert.True(keys.TryFind(secret, out _));
        var used = _clock.Now;
        await keys.KeepLastUsedAsync();

        var later = new AccessKeys(_store, _clock);
        Assert.Equal([used, null], later.All.OrderBy(static k => k.Name, StringComparer.Ordinal).Select(later.LastUsed));
        _clock.Advance(1_000);
        Assert.True(later.TryFind(other, out _));
        Assert.Equal([used, used + 1_000], later.All.OrderBy(static k => k.Name, StringComparer.Ordinal).Select(later.LastUsed));
    }

    [Fact]
    public async Task KeepLastUsed_OfAKeyThatWasRemoved_DoesNotBringItBack()
    {
        var keys = new AccessKeys(_store, _clock);
        var (key, secret) = await keys.CreateAsync("a");
        Assert.True(keys.TryFind(secret, out _));
        await keys.RemoveAsync(key.Id);
        await keys.KeepLastUsedAsync();
        Assert.Empty(new AccessKeys(_store, _clock).All);
    }
}
