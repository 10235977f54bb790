using Mesoscope.Events.Schema;

namespace Mesoscope.Query.Fields.Users;

/// <summary>The <c>group</c> family.</summary>
sealed class GroupFields : FieldClass
{
    static readonly FieldInfo s_number = new("group.gid", ParameterType.UInt64, PrintFormat.Id, "Number of the group that the thread acts as.");

    static readonly FieldInfo s_name = new("group.name", ParameterType.CharBuf, PrintFormat.None, "Name of the group.");

    /// <inheritdoc/>
    public override string Name => "group";

    /// <inheritdoc/>
    public override string Description => "The group that the event's thread acts as.";

    /// <inheritdoc/>
    public override IReadOnlyList<FieldInfo> Fields { get; } = [s_number, s_name];

    /// <inheritdoc/>
    public override Field Bind(FieldInfo info, string text, string? argument, FieldSession session) =>
        new UserField(info == s_number ? UserPart.GroupNumber : UserPart.GroupName) { Info = info, Text = text };
}
