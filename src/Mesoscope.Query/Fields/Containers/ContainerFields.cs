using System.Globalization;
using System.Text;

namespace Mesoscope.Query.Fields.Containers;

/// <summary>The <c>container</c> family.</summary>
sealed class ContainerFields : TableFieldClass
{
    /// <inheritdoc/>
    public override string Name => "container";

    /// <inheritdoc/>
    public override string Description => "What is known of the container that an event happened in. Id, name and type are 'host' for events outside of containers.";

    /// <summary>The mount fields find their brackets anywhere behind the name, as the reference does.</summary>
    public override int MeasureArgument(FieldInfo info, ReadOnlySpan<char> rest)
    {
        if (!info.Name.StartsWith(MountRows.Prefix, StringComparison.Ordinal))
        {
            return LabelArgument.Measure(rest);
        }

        var open = info.Name.Length == MountRows.Prefix.Length && rest is ['.' or 's', ..] ? -1 : rest.IndexOf('[');
        var close = open < 0 ? -1 : rest[open..].IndexOf(']');
        return close < 0 ? 0 : open + close + 1;
    }

    /// <inheritdoc/>
    protected override FieldRow[] CreateRows() => [.. ContainerRows.First, .. MountRows.All, .. ContainerRows.Last, .. LaterContainerRows.All];

    /// <summary>For mounts a number is a place in the list and anything else a pattern; -1 is an empty pattern, as in the reference.</summary>
    protected override void BindArgument(FieldRow row, string text, string argument, FieldScratch scratch)
    {
        if (!row.Info.Name.StartsWith(MountRows.Prefix, StringComparison.Ordinal))
        {
            scratch.ArgumentName = Encoding.UTF8.GetBytes(argument);
            return;
        }

        var inner = text[(text.IndexOf('[') + 1)..text.LastIndexOf(']')];
        var isNumber = int.TryParse(inner, NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture, out var number);
        if (isNumber && number != -1)
        {
            scratch.ArgumentIndex = number;
        }
        else
        {
            scratch.Memory = new MountLookup(isNumber ? [] : Encoding.UTF8.GetBytes(inner));
        }
    }
}
