using Mesoscope.Clusters.Authentication;
using Mesoscope.Clusters.Clients;
using Mesoscope.Clusters.Faults;
using Mesoscope.Clusters.State;

namespace Mesoscope.Clusters.Connections;

/// <summary>What all watchers of one cluster share.</summary>
/// <param name="Http">Asks servers.</param>
/// <param name="Ring">Which origins get which credentials.</param>
/// <param name="Limits">How long and how much servers may answer.</param>
/// <param name="State">Takes their documents.</param>
/// <param name="Publisher">Is told when it took one.</param>
/// <param name="Log">Where faults are said.</param>
/// <param name="Interval">The time between two questions of a server that does not tell changes by itself.</param>
sealed record ClusterConnection(
    ClusterHttp Http, CredentialRing Ring, ClientLimits Limits, ClusterState State, NamePublisher Publisher, FaultLog Log, TimeSpan Interval)
{
    // A question every ten times as long as its answer takes: a tenth of a thread of a server that is slow already.
    const int AnswerShare = 10;

    /// <summary>How long a server is left alone at least.</summary>
    /// <param name="answer">How long its last answer took.</param>
    public static TimeSpan Rest(TimeSpan answer) => answer * AnswerShare;

    /// <summary>The time until the next question of a server that does not tell changes: the interval, or more when the last answer took long.</summary>
    /// <param name="answer">How long it took.</param>
    public TimeSpan NextPoll(TimeSpan answer) => Rest(answer) > Interval ? Rest(answer) : Interval;
}
