using System.Text.Json;
using Mesoscope.Containers.Documents;

namespace Mesoscope.Containers.Docker;

/// <summary>Reads the answer to <c>/images/ID/json</c>, which knows names and digests that the container does not.</summary>
static class ImageInspection
{
    /// <summary>Whether the image must be asked for: its user wrote an id instead of a name, or no digest.</summary>
    public static bool IsNeeded(ContainerFacts facts) => facts.ImageId.Length > 0 && facts.Image.Digest.Length == 0;

    /// <summary>The image's name, completed from what its runtime knows.</summary>
    public static ImageName Complete(ContainerFacts facts, JsonElement image)
    {
        var name = facts.Image;
        var repository = IsId(name.Text, facts.ImageId) ? "" : name.Repository;
        var tag = IsId(name.Text, facts.ImageId) ? "" : name.Tag;
        var digests = image.Items("RepoDigests"u8).Select(d => d.Text()).Where(d => d.Contains('@', StringComparison.Ordinal)).ToList();
        var tags = image.Items("RepoTags"u8).Select(t => ImageName.Parse(t.Text())).Where(t => t.Tag.Length > 0).ToList();
        if (repository.Length == 0)
        {
            repository = tags.Count > 0 ? tags[0].Repository : digests.Count > 0 ? ImageName.Parse(digests[0]).Repository : "";
        }

        if (tag.Length == 0)
        {
            tag = tags.Find(t => t.Repository == repository)?.Tag ?? "latest";
        }

        // An image that was given several names has a digest for each registry; when all say the same, it does not matter whose it is.
        var digest = digests.Find(d => ImageName.Parse(d).Repository == repository) ?? (digests.Select(After).Distinct().Count() == 1 ? digests[0] : null);
        return name with { Repository = repository, Tag = tag, Digest = digest is null ? "" : After(digest) };
    }

    // "redis" is none, "ddcca4" and "sha256:ddcca4" are when the image's id begins so.
    static bool IsId(string text, string imageId) =>
        text.Length > 0 && imageId.StartsWith(text.StartsWith("sha256:", StringComparison.Ordinal) ? text[7..] : text, StringComparison.Ordinal);

    static string After(string digest) => digest[(digest.IndexOf('@', StringComparison.Ordinal) + 1)..];
}
