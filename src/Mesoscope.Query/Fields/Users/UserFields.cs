using Mesoscope.Events.Schema;

namespace Mesoscope.Query.Fields.Users;

/// <summary>The <c>user</c> family.</summary>
sealed class UserFields : FieldClass
{
    static readonly (FieldInfo Info, UserPart Part)[] s_entries =
    [
        (new("user.uid", ParameterType.UInt32, PrintFormat.Id, "Number of the user that the thread acts as."), UserPart.Number),
        (new("user.name", ParameterType.CharBuf, PrintFormat.None, "Name of the user."), UserPart.Name),
        (new("user.homedir", ParameterType.CharBuf, PrintFormat.None, "Home directory of the user."), UserPart.HomeDirectory),
        (new("user.shell", ParameterType.CharBuf, PrintFormat.None, "Login shell of the user."), UserPart.Shell),
        (new("user.loginuid", ParameterType.Int32, PrintFormat.Id, "Number of the user that logged in, whatever the thread became later; -1 for none."), UserPart.LoginNumber),
        (new("user.loginname", ParameterType.CharBuf, PrintFormat.None, "Name of the user that logged in."), UserPart.LoginName),
    ];

    /// <inheritdoc/>
    public override string Name => "user";

    /// <inheritdoc/>
    public override string Description => "The user that the event's thread acts as.";

    /// <inheritdoc/>
    public override IReadOnlyList<FieldInfo> Fields { get; } = Array.ConvertAll(s_entries, static entry => entry.Info);

    /// <inheritdoc/>
    public override Field Bind(FieldInfo info, string text, string? argument, FieldSession session) =>
        new UserField(s_entries[Array.FindIndex(s_entries, entry => entry.Info == info)].Part) { Info = info, Text = text };
}
