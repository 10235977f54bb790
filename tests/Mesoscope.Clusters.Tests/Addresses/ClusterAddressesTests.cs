using Mesoscope.Clusters.Addresses;

namespace Mesoscope.Clusters.Tests.Addresses;

public sealed class ClusterAddressesTests
{
    [Theory]
    [InlineData("http://a:5050", "http://a:5050/", "")]
    [InlineData("http://a:5050, http://b:8080", "http://a:5050/", "http://b:8080/")]
    [InlineData("http://a:5050,http://b:8080/", "http://a:5050/", "http://b:8080/")]
    [InlineData("http://a:5050,", "http://a:5050/", "")]
    [InlineData(",http://b:8080", "", "http://b:8080/")]
    [InlineData("HTTP://A:5050/mesos/", "http://a:5050/mesos/", "")]
    [InlineData("https://dcos/mesos?x=1#y", "https://dcos/mesos/", "")]
    [InlineData("http://[::1]:5050", "http://[::1]:5050/", "")]
    [InlineData("", "", "")]
    [InlineData(" , ", "", "")]
    public void AddArgument_OfUrls_SplitsAtTheFirstComma(string argument, string masters, string marathons)
    {
        var addresses = Read(argument);

        Assert.Equal(masters, string.Join(' ', addresses.Masters));
        Assert.Equal(marathons, string.Join(' ', addresses.Marathons));
        Assert.Null(addresses.ZooKeeper);
    }

    [Theory]
    [InlineData("zk://h1,h2:2182,h3/mesos", "zk://h1:2181,h2:2182,h3:2181/mesos", "")]
    [InlineData("zk://h1,h2/mesos, http://b:8080", "zk://h1:2181,h2:2181/mesos", "http://b:8080/")]
    [InlineData("zk://h1,h2,http://b:8080", "zk://h1:2181,h2:2181/mesos", "http://b:8080/")]
    [InlineData("ZK://h1/a/b/,", "zk://h1:2181/a/b", "")]
    [InlineData("zk://u:p%40@h1/x", "zk://h1:2181/x", "")]
    [InlineData("zk://[::1]/x", "zk://[::1]:2181/x", "")]
    public void AddArgument_OfZooKeeper_KeepsTheCommasOfItsServers(string argument, string zooKeeper, string marathons)
    {
        var addresses = Read(argument);

        Assert.Equal(zooKeeper, addresses.ZooKeeper!.ToString());
        Assert.Equal(marathons, string.Join(' ', addresses.Marathons));
        Assert.Empty(addresses.Masters);
    }

    [Fact]
    public void AddArgument_WithCredentials_DecodesThemAndShowsNone()
    {
        var master = Read("http://us%3aer:p%40ss%2F:%25@a:5050").Masters[0];

        Assert.Equal("us:er", master.Credentials!.User);
        Assert.Equal("p@ss/:%", master.Credentials.Password.Reveal());
        Assert.Equal("http://a:5050/", master.ToString());
        Assert.Equal("***:***", master.Credentials.ToString());
        Assert.Equal("***", $"{master.Credentials.Password}");
    }

    [Theory]
    [InlineData("127.0.0.1:15050", "'127.0.0.1:15050' is no address of a server: expected http://")]
    [InlineData("ftp://a", "'ftp://a' is no address of a server")]
    [InlineData("http://user@a:5050", "the credentials in 'http://***:***@a:5050' are incomplete")]
    [InlineData("user:geheim@a:5050", "'***:***@a:5050' is no address of a server")]
    [InlineData("http://user:geheim@a:x", "'http://***:***@a:x' is no URL")]
    [InlineData("http://user:ge,heim@a:5050", "'http://user:***' is no URL")]
    [InlineData("http://user:ge@heim@", "'http://***:***@' is no URL")]
    [InlineData("http://", "'http://' is no URL")]
    [InlineData("http://a,http://b:8080,http://c:8080", "is no URL")]
    [InlineData("zk://", "a server's name is missing")]
    [InlineData("zk://h1,,h2/m", "a server's name is missing")]
    [InlineData("zk://h1:0/m", "'0' is no port")]
    [InlineData("zk://geheim@h1/m", "'zk://***:***@h1/m' is no address of ZooKeeper: the credentials are incomplete")]
    public void AddArgument_OfNoAddress_SaysWhatIsExpectedAndNoSecret(string argument, string expected)
    {
        var error = Assert.Throws<AddressException>(() => Read(argument));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("heim", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AddArgument_Twice_AddsMastersAndRefusesASecondZooKeeper()
    {
        var addresses = Read("http://a:5050");
        addresses.AddArgument("http://b:5050,http://m:8080");
        addresses.AddMaster("zk://h1/mesos");

        Assert.Equal(2, addresses.Masters.Count);
        Assert.False(addresses.IsEmpty);
        Assert.Throws<AddressException>(() => addresses.AddArgument("zk://h2/mesos"));
    }

    static ClusterAddresses Read(string argument)
    {
        var addresses = new ClusterAddresses();
        addresses.AddArgument(argument);
        return addresses;
    }
}
