using Mesoscope.Server.Ingest;

namespace Mesoscope.Server.Hosting;

// A server without live updates.
sealed class NoLiveInterest : ILiveInterest
{
    public bool IsLive(string agentId) => false;
}
