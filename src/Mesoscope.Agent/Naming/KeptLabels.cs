using Google.Protobuf;
using Mesoscope.Agent.Entities;
using Mesoscope.Agent.Spool;
using Mesoscope.Samples.Labels;
using Mesoscope.Samples.Messages;

namespace Mesoscope.Agent.Naming;

/// <summary>
/// The labels that containers had, on disk: an agent that starts anew names what runs as the one before it did. Some of it could not be found
/// out again: redis writes over its own environment, masters may be away, runtimes answer later.
/// </summary>
sealed class KeptLabels
{
    static readonly string[] s_identity = [LabelNames.TaskName, LabelNames.AppName, LabelNames.FrameworkName, LabelNames.ContainerImage];

    readonly string _path;
    readonly Dictionary<ulong, IReadOnlyList<Label>> _before;

    /// <param name="path">The file; one that is missing or damaged holds nothing.</param>
    public KeptLabels(string path)
    {
        _path = path;
        _before = Read(path);
    }

    /// <summary>The labels that an entity had in the life of an earlier agent; empty for one that it did not know.</summary>
    public IReadOnlyList<Label> Before(ulong entity) => _before.GetValueOrDefault(entity, []);

    /// <summary>The richer ones of the labels that a container had and those that were made for it now: what is known of a container is not forgotten while it lives.</summary>
    public static IReadOnlyList<Label> Choose(IReadOnlyList<Label> had, IReadOnlyList<Label> made) => IsPoorer(made, had) ? had : made;

    /// <summary>Writes the labels of what runs. A disk that takes nothing costs an agent that starts anew its names for a while, nothing more.</summary>
    public void Write(IEnumerable<MeasuredEntity> running)
    {
        var batch = new SampleBatch();
        foreach (var entity in running)
        {
            var record = new EntityRecord { Number = entity.Number };
            record.Labels.AddRange(entity.Labels);
            batch.Entities.Add(record);
        }

        var unfinished = _path + ".new";
        try
        {
            File.WriteAllBytes(unfinished, SpoolFile.Write(batch.ToByteArray()));
            File.Move(unfinished, _path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The next change is the next try.
        }
    }

    static Dictionary<ulong, IReadOnlyList<Label>> Read(string path)
    {
        try
        {
            return SpoolFile.TryRead(File.ReadAllBytes(path), out var bytes)
                ? SampleBatch.Parser.ParseFrom(bytes.Span).Entities.ToDictionary(static record => record.Number, static record => (IReadOnlyList<Label>)record.Labels)
                : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidProtocolBufferException or ArgumentException)
        {
            return [];
        }
    }

    static bool IsPoorer(IReadOnlyList<Label> labels, IReadOnlyList<Label> than) =>
        s_identity.Any(name => Find(labels, name) is null && Find(than, name) is not null)
        || (IsNamed(than) && !IsNamed(labels));

    // Without a name of its own a container is called by its id.
    static bool IsNamed(IReadOnlyList<Label> labels) => Find(labels, LabelNames.ContainerName) is { } name && name != Find(labels, LabelNames.ContainerId);

    static string? Find(IReadOnlyList<Label> labels, string name) => labels.FirstOrDefault(label => label.Name == name)?.Value;
}
