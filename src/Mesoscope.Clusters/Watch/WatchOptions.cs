using Mesoscope.Clusters.Addresses;
using Mesoscope.Clusters.Clients;
using Mesoscope.Clusters.Model;
using Mesoscope.Clusters.Secrets;

namespace Mesoscope.Clusters.Watch;

/// <summary>Which cluster is watched, and how.</summary>
public sealed record WatchOptions
{
    /// <summary>The shortest poll interval, 1 s: a master's answer costs it more than ours costs us.</summary>
    public static readonly TimeSpan MinInterval = TimeSpan.FromSeconds(1);

    /// <summary>The longest poll interval, one hour.</summary>
    public static readonly TimeSpan MaxInterval = TimeSpan.FromHours(1);

    /// <summary>The servers that the user named.</summary>
    public required ClusterAddresses Addresses { get; init; }

    /// <summary>The time between two questions of a server that does not tell changes by itself; 10 s, as with the reference.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Whether a master that does not lead sends us to the one that does. Defaults to true; false asks the named masters only, and gives no
    /// names while none of them leads.
    /// </summary>
    public bool FollowsLeader { get; init; } = true;

    /// <summary>Whose certificates are trusted.</summary>
    public TlsOptions Tls { get; init; } = TlsOptions.Default;

    /// <summary>True when masters that ZooKeeper knows are spoken to with TLS; false by default, as their nodes do not say it.</summary>
    public bool UsesTlsBehindZooKeeper { get; init; }

    /// <summary>Which tasks have names.</summary>
    public ClusterOptions Names { get; init; } = new();

    /// <summary>For masters whose address holds no credentials; null for none.</summary>
    public Credentials? MasterCredentials { get; init; }

    /// <summary>For Marathons whose address holds no credentials, found ones too; null for none.</summary>
    public Credentials? MarathonCredentials { get; init; }

    /// <summary>For the login to DC/OS, whose token goes to all named servers that have no credentials of their own; null for none.</summary>
    public Login? DcosLogin { get; init; }
}
