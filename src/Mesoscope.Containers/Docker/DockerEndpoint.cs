using System.Text.Json;
using Mesoscope.Containers.Documents;

namespace Mesoscope.Containers.Docker;

/// <summary>One runtime: asks it about containers, and listens to what happens to them.</summary>
sealed class DockerEndpoint : IDisposable
{
    readonly DockerClient _client;

    /// <param name="socket">Path of the socket.</param>
    /// <param name="type">Number of the runtime, as container events have it.</param>
    /// <param name="limit">How long one answer may take.</param>
    /// <param name="clock">Tells the time.</param>
    public DockerEndpoint(string socket, int type, TimeSpan limit, TimeProvider clock)
    {
        _client = new DockerClient(socket, limit, clock);
        Type = type;
    }

    /// <summary>Number of the runtime.</summary>
    public int Type { get; }

    /// <summary>Whether there is something where its socket should be.</summary>
    public bool IsPresent => File.Exists(_client.Socket);

    /// <summary>Asks about a container; facts only when it was found.</summary>
    public async Task<(ReplyKind Kind, ContainerFacts? Facts)> InspectAsync(string id, CancellationToken cancel)
    {
        var reply = await _client.GetAsync($"/containers/{id}/json", cancel).ConfigureAwait(false);
        if (reply.Document is null)
        {
            return (reply.Kind, null);
        }

        using (reply.Document)
        {
            var facts = Read(() => DockerInspection.Read(reply.Document.RootElement, id, Type));
            if (facts is null)
            {
                return (ReplyKind.Nonsense, null);
            }

            return (ReplyKind.Found, ImageInspection.IsNeeded(facts) ? await CompleteAsync(facts, cancel).ConfigureAwait(false) : facts);
        }
    }

    /// <summary>Listens until the runtime ends the stream.</summary>
    /// <exception cref="IOException">It cannot be listened to, or no longer.</exception>
    public async Task ListenAsync(Action<DockerChange> onChange, Action onNonsense, CancellationToken cancel)
    {
        var stream = await _client.OpenAsync(DockerEvents.Path, cancel).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            await DockerEvents.ReadAsync(stream, onChange, onNonsense, cancel).ConfigureAwait(false);
        }
    }

    public void Dispose() => _client.Dispose();

    // What is known of the container counts even when its image cannot be asked for.
    async Task<ContainerFacts> CompleteAsync(ContainerFacts facts, CancellationToken cancel)
    {
        var reply = ContainerId.IsValid(facts.ImageId) ? await _client.GetAsync($"/images/{facts.ImageId}/json", cancel).ConfigureAwait(false) : default;
        using (reply.Document)
        {
            var image = Read(() => ImageInspection.Complete(facts, reply.Document?.RootElement ?? default));
            return image is null ? facts : facts with { Image = image };
        }
    }

    // Texts that are no Unicode are found out when they are taken.
    static T? Read<T>(Func<T?> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
