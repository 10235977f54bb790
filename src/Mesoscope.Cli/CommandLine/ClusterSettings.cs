using System.Security.Cryptography.X509Certificates;
using Mesoscope.Clusters.Addresses;
using Mesoscope.Clusters.Clients;
using Mesoscope.Clusters.Model;
using Mesoscope.Clusters.Secrets;
using Mesoscope.Clusters.Watch;

namespace Mesoscope.Cli.CommandLine;

/// <summary>What a command line says about the cluster whose names are wanted.</summary>
sealed class ClusterSettings
{
    /// <summary>The servers of <c>-m</c> and <c>--marathon</c>; none when no names are wanted.</summary>
    public ClusterAddresses Addresses { get; } = new();

    /// <summary>Seconds between two questions (<c>--mesos-poll</c>); 0 for the usual ten.</summary>
    public int PollSeconds { get; set; }

    /// <summary>Only running tasks of active frameworks have names (<c>--mesos-strict</c>).</summary>
    public bool IsStrict { get; set; }

    /// <summary>Certificates are not looked at (<c>--mesos-insecure</c>).</summary>
    public bool IsInsecure { get; set; }

    /// <summary>Trusted authorities (<c>--mesos-ca</c>); null for the machine's.</summary>
    public X509Certificate2Collection? Authorities { get; set; }

    /// <summary>For masters (<c>--mesos-credentials</c>); null for none.</summary>
    public Credentials? Master { get; set; }

    /// <summary>For Marathons (<c>--marathon-credentials</c>); null for none.</summary>
    public Credentials? Marathon { get; set; }

    /// <summary>For DC/OS (<c>--dcos-credentials</c>); null for none.</summary>
    public Login? Dcos { get; set; }

    /// <summary>What the watch of the cluster takes.</summary>
    public WatchOptions ToWatchOptions()
    {
        var options = new WatchOptions
        {
            Addresses = Addresses,
            Tls = new TlsOptions { IsInsecure = IsInsecure, Authorities = Authorities },
            UsesTlsBehindZooKeeper = IsInsecure || Authorities is not null,
            Names = new ClusterOptions { StrictStates = IsStrict },
            MasterCredentials = Master,
            MarathonCredentials = Marathon,
            DcosLogin = Dcos,
        };
        return PollSeconds == 0 ? options : options with { Interval = TimeSpan.FromSeconds(PollSeconds) };
    }
}
