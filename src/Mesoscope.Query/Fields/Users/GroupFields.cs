using Mesoscope.Events.Schema;
using static Mesoscope.Query.Fields.FieldRow;

namespace Mesoscope.Query.Fields.Users;

/// <summary>The <c>group</c> family.</summary>
sealed class GroupFields : TableFieldClass
{
    /// <inheritdoc/>
    public override string Name => "group";

    /// <inheritdoc/>
    public override string Description => "The group that the event's thread acts as.";

    /// <inheritdoc/>
    protected override FieldRow[] CreateRows() =>
    [
        new(new FieldInfo("group.gid", ParameterType.UInt64, PrintFormat.Id, "Number of the group that the thread acts as."), static (c, s, ref v) =>
            c.Thread is { } thread && v.Set((ulong)thread.Gid)),
        OfText("group.name", "Name of the group; absent when the machine's list of groups lacks the number.", static (c, s, ref v) =>
            c.Thread is { } thread && c.Machine.Users.FindGroup(thread.Gid, thread.ContainerId) is { } group && v.Set(group.Name)),
    ];
}
