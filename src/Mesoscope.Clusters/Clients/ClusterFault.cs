namespace Mesoscope.Clusters.Clients;

/// <summary>Why a server of a cluster did not answer as it should.</summary>
public enum ClusterFault
{
    /// <summary>No connection: the name is unknown, nobody listens, or it broke.</summary>
    Unreachable,

    /// <summary>The certificate is not one that is trusted for this host, or no common protocol was found.</summary>
    Untrusted,

    /// <summary>Nothing came in time, or so slowly that it would never end.</summary>
    TimedOut,

    /// <summary>The answer is longer than the limit.</summary>
    TooLarge,

    /// <summary>401 or 403: credentials are missing or not accepted.</summary>
    Denied,

    /// <summary>404, 405, 406 or 501: this server does not speak what was asked.</summary>
    NotSpoken,

    /// <summary>503, or a standby that knows no leader.</summary>
    NoLeader,

    /// <summary>Any other status.</summary>
    Refused,

    /// <summary>More redirects than allowed, or one that leads nowhere.</summary>
    Redirects,

    /// <summary>The answer is not the document that was asked for.</summary>
    BadDocument,

    /// <summary>A stream that should go on ended.</summary>
    Ended,
}
