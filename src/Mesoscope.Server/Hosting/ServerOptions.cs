using System.Net;
using Mesoscope.Server.Access;
using Mesoscope.Server.Ingest;
using Mesoscope.Server.Storage;

namespace Mesoscope.Server.Hosting;

/// <summary>How a server runs.</summary>
public sealed record ServerOptions
{
    /// <summary>The port of servers unless told otherwise.</summary>
    public const int DefaultPort = 8320;

    /// <summary>Where it listens; loopback by default, as long as nobody says otherwise. Port 0 takes a free one.</summary>
    public IPEndPoint Listen { get; init; } = new(IPAddress.Loopback, DefaultPort);

    /// <summary>The folder of its data.</summary>
    public required string DataFolder { get; init; }

    /// <summary>The certificate and those above it, as PEM; null for plain HTTP.</summary>
    public string? CertificateFile { get; init; }

    /// <summary>The certificate's key, as PEM; null when it is in the certificate's file.</summary>
    public string? CertificateKeyFile { get; init; }

    /// <summary>Begins the path of every address, such as <c>/mesoscope</c> behind a proxy; empty by default.</summary>
    public string PathPrefix { get; init; } = "";

    /// <summary>How long what is stored is kept.</summary>
    public RetentionOptions Retention { get; init; } = new();

    /// <summary>What is taken of agents.</summary>
    public IngestOptions Ingest { get; init; } = new();

    /// <summary>An access key that holds besides those in the database, for agents that are started together with the server; null for none.</summary>
    public string? AccessKey { get; init; }

    /// <summary>Called once it listens, with its address as a URL and its port.</summary>
    public Action<Uri> Started { get; init; } = static _ => { };

    /// <summary>Called before <see cref="Started"/> when this start made the first account and access key; what it gets is kept nowhere and belongs into no log.</summary>
    public Action<FirstStart> FirstStarted { get; init; } = static _ => { };
}
