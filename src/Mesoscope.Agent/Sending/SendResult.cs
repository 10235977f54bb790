using Mesoscope.Samples.Messages;

namespace Mesoscope.Agent.Sending;

/// <summary>What came of sending a batch.</summary>
/// <param name="Outcome">What it was.</param>
/// <param name="Reply">The server's answer; null unless it took the batch.</param>
/// <param name="Wait">How long the server wants to be left alone; zero for no wish.</param>
/// <param name="Reason">What is wrong, for people; empty when nothing is.</param>
sealed record SendResult(SendOutcome Outcome, BatchReply? Reply, TimeSpan Wait, string Reason);
