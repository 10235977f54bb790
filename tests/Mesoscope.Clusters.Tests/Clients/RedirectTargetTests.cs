using Mesoscope.Clusters.Clients;

namespace Mesoscope.Clusters.Tests.Clients;

public sealed class RedirectTargetTests
{
    [Theory]
    [InlineData("//b:5051/master/state", "http://b:5051/master/state")]
    [InlineData("//b:5051", "http://b:5051/master/state?x=1")]
    [InlineData("//b:5051/", "http://b:5051/master/state?x=1")]
    [InlineData("https://b/y", "https://b/y")]
    [InlineData("https://b:1", "https://b:1/master/state?x=1")]
    [InlineData("/other?z", "http://a:5050/other?z")]
    [InlineData("other", "http://a:5050/master/other")]
    [InlineData("//[::1]:5/q", "http://[::1]:5/q")]
    public void Resolve_OfALocation_HonoursWhatItNames(string location, string expected) =>
        Assert.Equal(new Uri(expected), RedirectTarget.Resolve(new Uri("http://a:5050/master/state?x=1"), location));

    [Theory]
    [InlineData("")]
    [InlineData("ftp://b/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("http://user:pw@b/")]
    [InlineData("http://")]
    [InlineData("//")]
    [InlineData("http://b:99999/")]
    public void Resolve_OfNothingToAsk_IsNull(string location) =>
        Assert.Null(RedirectTarget.Resolve(new Uri("http://a:5050/master/state"), location));

    [Theory]
    [InlineData("//b:5050", true)]
    [InlineData("//b:5050/", true)]
    [InlineData("//b:5050/login", false)]
    [InlineData("http://b:5050", false)]
    [InlineData("/x", false)]
    public void IsAnnouncement_OfAHostAlone_IsTrue(string location, bool expected) =>
        Assert.Equal(expected, RedirectTarget.IsAnnouncement(location));
}
