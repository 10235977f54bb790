using System.Globalization;
using System.Text;
using Mesoscope.Machine;
using Mesoscope.Machine.Containers;
using Mesoscope.Query.Filters.Evaluation;
using Mesoscope.Query.Text;

namespace Mesoscope.Query.Fields.Containers;

/// <summary>One mount of the event's container, by number or by a pattern for its path.</summary>
sealed class ContainerMountField : Field
{
    readonly MountPart _part;
    readonly int _index;
    readonly GlobPattern? _pattern;
    readonly Utf8Writer _scratch = new();
    ContainerLookup _lookup;

    /// <summary>Reads the argument: a number is a place in the list; anything else is a pattern.</summary>
    public ContainerMountField(MountPart part, string argument)
    {
        _part = part;
        if (!int.TryParse(argument, NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture, out _index) || _index == -1)
        {
            _pattern = new GlobPattern(Encoding.UTF8.GetBytes(_index == -1 ? "" : argument), ignoresCase: false);
        }
    }

    /// <inheritdoc/>
    public override bool TryGet(EventContext context, ref FieldValue value)
    {
        if (context.Thread is not { } thread
            || _lookup.Find(thread, context.Machine.Containers) is not { } container
            || Find(container.Mounts) is not { } mount)
        {
            return false;
        }

        value.Bytes = _part switch
        {
            MountPart.Source => mount.Source,
            MountPart.Destination => mount.Destination,
            MountPart.Mode => mount.Mode,
            MountPart.Writable => mount.IsWritable ? "true"u8 : "false"u8,
            MountPart.Propagation => mount.Propagation,
            _ => Join(mount),
        };
        return true;
    }

    ContainerMount? Find(IReadOnlyList<ContainerMount> mounts)
    {
        if (_pattern is null)
        {
            return (uint)_index < (uint)mounts.Count ? mounts[_index] : null;
        }

        for (var i = 0; i < mounts.Count; i++)
        {
            // Who asks for the source knows the destination, and the other way round.
            if (_pattern.Matches(_part == MountPart.Source ? mounts[i].Destination : mounts[i].Source))
            {
                return mounts[i];
            }
        }

        return null;
    }

    ReadOnlySpan<byte> Join(ContainerMount mount)
    {
        _scratch.Clear();
        AppendMount(_scratch, mount);
        return _scratch.Written;
    }

    /// <summary>Appends source, destination, mode, whether it is writable, and propagation, with colons between them.</summary>
    public static void AppendMount(Utf8Writer output, ContainerMount mount)
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
