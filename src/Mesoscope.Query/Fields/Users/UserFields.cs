using Mesoscope.Events.Schema;
using Mesoscope.Events.Snapshot;
using Mesoscope.Machine;
using static Mesoscope.Query.Fields.FieldRow;

namespace Mesoscope.Query.Fields.Users;

/// <summary>The <c>user</c> family. Texts are absent when the machine's list of users lacks the number.</summary>
sealed class UserFields : TableFieldClass
{
    /// <inheritdoc/>
    public override string Name => "user";

    /// <inheritdoc/>
    public override string Description => "The user that the event's thread acts as.";

    /// <inheritdoc/>
    protected override FieldRow[] CreateRows() =>
    [
        new(new FieldInfo("user.uid", ParameterType.UInt32, PrintFormat.Id, "Number of the user that the thread acts as."), static (c, s, ref v) =>
            c.Thread is { } thread && v.Set((ulong)thread.Uid)),
        OfText("user.name", "Name of the user.", static (c, s, ref v) => Find(c) is { } user && v.Set(user.Name)),
        OfText("user.homedir", "Home directory of the user.", static (c, s, ref v) => Find(c) is { } user && v.Set(user.HomeDirectory)),
        OfText("user.shell", "Login shell of the user.", static (c, s, ref v) => Find(c) is { } user && v.Set(user.Shell)),
        new(new FieldInfo("user.loginuid", ParameterType.Int32, PrintFormat.Id, "Number of the user that logged in, whatever the thread became later; -1 for none."), static (c, s, ref v) =>
            c.Thread is { } thread && v.Set((long)thread.LoginUid)),
        OfText("user.loginname", "Name of the user that logged in.", static (c, s, ref v) =>
            c.Thread is { } thread && c.Machine.Users.FindUser((uint)thread.LoginUid, thread.ContainerId) is { } user && v.Set(user.Name)),
    ];

    static UserEntry? Find(EventContext context) =>
        context.Thread is { } thread ? context.Machine.Users.FindUser(thread.Uid, thread.ContainerId) : null;
}
