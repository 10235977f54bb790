namespace Mesoscope.Server.Ingest;

/// <summary>Knows whether somebody looks live.</summary>
public interface ILiveInterest
{
    /// <summary>True while somebody looks live at what an agent measures; it is asked to send every second then.</summary>
    bool IsLive(string agentId);
}
