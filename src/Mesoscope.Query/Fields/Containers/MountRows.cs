using Mesoscope.Machine;
using Mesoscope.Machine.Containers;
using Mesoscope.Query.Text;
using static Mesoscope.Query.Fields.FieldRow;

namespace Mesoscope.Query.Fields.Containers;

/// <summary>The fields of a container's mounts. One mount is named by its place or by a pattern for its path.</summary>
static class MountRows
{
    /// <summary>Name of the field of one mount, and the beginning of those of its parts.</summary>
    public const string Prefix = "container.mount";

    /// <summary>The rows.</summary>
    public static FieldRow[] All =>
    [
        OfText("container.mounts", "All mounts, comma-separated, each as source:destination:mode:writable:propagation.", SetAll),
        Part(Prefix, "One mount as source:destination:mode:writable:propagation", "source", static (mount, s) => Join(mount, s)),
        Part(Prefix + ".source", "Source of a mount", "destination", static (mount, s) => mount.Source),
        Part(Prefix + ".dest", "Destination of a mount", "source", static (mount, s) => mount.Destination),
        Part(Prefix + ".mode", "Mode of a mount", "source", static (mount, s) => mount.Mode),
        Part(Prefix + ".rdwr", "Whether a mount can be written to", "source", static (mount, s) => mount.IsWritable ? "true"u8 : "false"u8),
        Part(Prefix + ".propagation", "Propagation of a mount", "source", static (mount, s) => mount.Propagation),
    ];

    delegate ReadOnlySpan<byte> MountPart(ContainerMount mount, FieldScratch scratch);

    static FieldRow Part(string name, string what, string key, MountPart take)
    {
        var isByDestination = key == "destination";
        return OfText(
            name,
            $"{what}, by its place in the list ({name}[0]) or a pattern for its {key} ({name}[/data/*]).",
            (c, s, ref v) => Find(c, s, isByDestination) is { } mount && v.Set(take(mount, s))).WithArgument();
    }

    static ContainerMount? Find(EventContext context, FieldScratch scratch, bool isByDestination)
    {
        if (scratch.Memory is MountLookup lookup)
        {
            return lookup.Find(context, isByDestination);
        }

        return ContainerLookup.Find(context, scratch) is { } container && scratch.ArgumentIndex is { } index && index >= 0 && index < container.Mounts.Count
            ? container.Mounts[(int)index]
            : null;
    }

    static bool SetAll(EventContext context, FieldScratch scratch, ref FieldValue value)
    {
        if (ContainerLookup.Find(context, scratch) is not { } container)
        {
            return false;
        }

        var text = scratch.NewText();
        for (var i = 0; i < container.Mounts.Count; i++)
        {
            if (i > 0)
            {
                text.Append((byte)',');
            }

            Append(text, container.Mounts[i]);
        }

        return value.Set(text.Written);
    }

    static ReadOnlySpan<byte> Join(ContainerMount mount, FieldScratch scratch)
    {
        var text = scratch.NewText();
        Append(text, mount);
        return text.Written;
    }

    static void Append(Utf8Writer output, ContainerMount mount)
    {
        output.Append(mount.Source);
        output.Append((byte)':');
        output.Append(mount.Destination);
        output.Append((byte)':');
        output.Append(mount.Mode);
        output.Append(mount.IsWritable ? ":true:"u8 : ":false:"u8);
        output.Append(mount.Propagation);
    }
}
