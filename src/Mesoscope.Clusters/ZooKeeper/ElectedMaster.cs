namespace Mesoscope.Clusters.ZooKeeper;

/// <summary>What a master wrote of itself into its node.</summary>
/// <param name="Host">Its address; its name when there is no address.</param>
/// <param name="HostName">Its name, which is what a certificate holds; the address when there is no name.</param>
/// <param name="Port">Its port.</param>
sealed record ElectedMaster(string Host, string HostName, int Port);
