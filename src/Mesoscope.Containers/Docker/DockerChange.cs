using System.Globalization;
using System.Text.Json;
using Mesoscope.Containers.Documents;

namespace Mesoscope.Containers.Docker;

/// <summary>What happened to a container. Valid while it is delivered.</summary>
/// <param name="fullId">Full id.</param>
/// <param name="action">The runtime's word.</param>
/// <param name="attributes">The container's labels, and among them its name and its image.</param>
readonly struct DockerChange(string fullId, string action, IEnumerable<JsonProperty> attributes)
{
    const string NameKey = "name";
    const string ImageKey = "image";
    const string ExitKey = "exitCode";
    const string PodmanExitKey = "containerExitCode";

    /// <summary>Short id.</summary>
    public string Id => ContainerId.Short(fullId);

    /// <summary>Whether it is gone.</summary>
    public bool IsEnd => action == "destroy";

    /// <summary>Whether its first process ended; it may be started again.</summary>
    public bool IsDeath => action == "die" || action == "died";

    /// <summary>Whether the kernel killed one of its processes because memory ran out.</summary>
    public bool IsOutOfMemory => action == "oom";

    /// <summary>What its first process answered; null when the runtime does not say.</summary>
    public int? ExitStatus
    {
        get
        {
            var text = attributes.FirstOrDefault(static a => a.Name is ExitKey or PodmanExitKey) is { Value.ValueKind: not JsonValueKind.Undefined } a ? a.Value.Text() : "";
            return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var status) ? status : null;
        }
    }

    /// <summary>Whether it was made.</summary>
    public bool IsBeginning => action == "create";

    /// <summary>What the news tells of the container itself.</summary>
    /// <param name="type">Number of the runtime.</param>
    public ContainerFacts Sketch(int type)
    {
        var texts = attributes.Select(static a => KeyValuePair.Create(a.Name, a.Value.Text())).ToList();
        var image = ImageName.Parse(texts.Find(static t => t.Key == ImageKey).Value ?? "");
        return new ContainerFacts
        {
            Id = Id,
            Type = type,
            FullId = fullId,
            Name = texts.Find(static t => t.Key == NameKey).Value ?? "",
            Image = image.Tag.Length == 0 && image.Digest.Length == 0 ? image with { Tag = "latest" } : image,
            Labels = texts.FindAll(static t => t.Key is not (NameKey or ImageKey)),
        };
    }
}
