using Mesoscope.Clusters.Authentication;
using Mesoscope.Clusters.Secrets;

namespace Mesoscope.Clusters.Tests.Authentication;

public sealed class CredentialRingTests
{
    static readonly Uri s_given = new("http://a:5050/mesos");
    readonly CredentialRing _ring = new();

    public CredentialRingTests() => _ring.Add(s_given, new BasicAuthorization(new Credentials("u", new Secret("p"))));

    [Theory]
    [InlineData("http://a:5050/x", true)]
    [InlineData("http://A:5050/", true)]
    [InlineData("https://a:5050/", false)]
    [InlineData("http://a:5051/", false)]
    [InlineData("http://a.b:5050/", false)]
    public async Task AuthorizeAsync_OfAnOrigin_KnowsOnlyThoseThatWereGiven(string url, bool expected) =>
        Assert.Equal(expected, await _ring.AuthorizeAsync(new Uri(url), default) is not null);

    [Fact]
    public async Task Announce_OfAnotherOrigin_GivesItTheSame()
    {
        _ring.Announce(s_given, new Uri("http://b:5050/"));

        Assert.Equal("Basic dTpw", await _ring.AuthorizeAsync(new Uri("http://b:5050/x"), default));
    }

    [Fact]
    public async Task Announce_WithoutTlsByOneWithTls_GivesNothing()
    {
        _ring.Add(new Uri("https://s/"), new BasicAuthorization(new Credentials("u", new Secret("p"))));
        _ring.Announce(new Uri("https://s/"), new Uri("http://b:5050/"));

        Assert.Null(await _ring.AuthorizeAsync(new Uri("http://b:5050/"), default));
    }

    [Fact]
    public async Task Announce_OfAnOriginThatTheUserGave_ChangesNothing()
    {
        _ring.Add(new Uri("http://b:5050/"), null);
        _ring.Announce(s_given, new Uri("http://b:5050/"));

        Assert.Null(await _ring.AuthorizeAsync(new Uri("http://b:5050/"), default));
    }
}
