namespace Mesoscope.Clusters.Addresses;

/// <summary>The servers that a user named: masters or their ZooKeeper, and Marathons.</summary>
public sealed class ClusterAddresses
{
    readonly List<ServerAddress> _masters = [];
    readonly List<ServerAddress> _marathons = [];

    /// <summary>Masters in the order they were given; any of them may lead.</summary>
    public IReadOnlyList<ServerAddress> Masters => _masters;

    /// <summary>Where the masters elect their leader; null when it was not given.</summary>
    public ZooKeeperAddress? ZooKeeper { get; private set; }

    /// <summary>Marathons; none means that they are found from the frameworks.</summary>
    public IReadOnlyList<ServerAddress> Marathons => _marathons;

    /// <summary>True when nobody was named, so that there is nothing to watch.</summary>
    public bool IsEmpty => _masters.Count == 0 && ZooKeeper is null && _marathons.Count == 0;

    /// <summary>
    /// Adds what stands behind <c>-m</c>: <c>MASTER[,MARATHON]</c>. The first comma splits, but those between the servers of a
    /// <c>zk://</c> address; either part may be empty.
    /// </summary>
    /// <param name="argument">Such as <c>http://a:5050, http://b:8080</c> or <c>zk://h1,h2,h3/mesos</c>.</param>
    /// <exception cref="AddressException">A part is no address, or a second ZooKeeper is named.</exception>
    public void AddArgument(string argument)
    {
        ArgumentNullException.ThrowIfNull(argument);
        var comma = FindSplit(argument);
        var master = (comma < 0 ? argument : argument[..comma]).Trim();
        var marathon = comma < 0 ? "" : argument[(comma + 1)..].Trim();
        if (master.Length > 0)
        {
            AddMaster(master);
        }

        if (marathon.Length > 0)
        {
            AddMarathon(marathon);
        }
    }

    /// <summary>Adds a master, or the ZooKeeper that knows it.</summary>
    /// <exception cref="AddressException">It is no address, or a second ZooKeeper.</exception>
    public void AddMaster(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (AddressText.Scheme(address.Trim()) != ZooKeeperAddress.Scheme)
        {
            _masters.Add(ServerAddress.Parse(address));
            return;
        }

        var zooKeeper = ZooKeeperAddress.Parse(address);
        if (ZooKeeper is not null)
        {
            throw new AddressException($"two ZooKeepers were named, {ZooKeeper} and {zooKeeper}: a cluster has one; name its servers in one address, separated by commas");
        }

        ZooKeeper = zooKeeper;
    }

    /// <summary>Adds a Marathon.</summary>
    /// <exception cref="AddressException">It is no address.</exception>
    public void AddMarathon(string address) => _marathons.Add(ServerAddress.Parse(address));

    static int FindSplit(string argument)
    {
        if (AddressText.Scheme(argument.TrimStart()) != ZooKeeperAddress.Scheme)
        {
            return argument.IndexOf(',', StringComparison.Ordinal);
        }

        // Servers have no scheme, so a comma before the path splits only when an address of its own follows.
        for (var comma = argument.IndexOf(',', StringComparison.Ordinal); comma >= 0; comma = argument.IndexOf(',', comma + 1))
        {
            var isBehindPath = argument.IndexOf('/', AddressText.HostStart(argument)) is var slash && slash >= 0 && slash < comma;
            if (isBehindPath || AddressText.Scheme(argument[(comma + 1)..].TrimStart()).StartsWith("http", StringComparison.Ordinal))
            {
                return comma;
            }
        }

        return -1;
    }
}
