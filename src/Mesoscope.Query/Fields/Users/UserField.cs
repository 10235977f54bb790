using Mesoscope.Machine;

namespace Mesoscope.Query.Fields.Users;

/// <summary>A fact about the user or group that the event's thread acts as; names are absent when the machine's lists lack the number.</summary>
sealed class UserField(UserPart part) : Field
{
    /// <inheritdoc/>
    public override bool TryGet(EventContext context, ref FieldValue value)
    {
        if (context.Thread is not { } thread)
        {
            return false;
        }

        switch (part)
        {
            case UserPart.Number:
                value.Number = thread.Uid;
                return true;
            case UserPart.LoginNumber:
                value.Number = (ulong)(long)thread.LoginUid;
                return true;
            case UserPart.GroupNumber:
                value.Number = thread.Gid;
                return true;
            case UserPart.GroupName:
                return Known(context.Machine.Users.FindGroup(thread.Gid, thread.ContainerId)?.Name, ref value);
        }

        var uid = part == UserPart.LoginName ? (uint)thread.LoginUid : thread.Uid;
        var user = context.Machine.Users.FindUser(uid, thread.ContainerId);
        return Known(
            part switch
            {
                UserPart.HomeDirectory => user?.HomeDirectory,
                UserPart.Shell => user?.Shell,
                _ => user?.Name,
            },
            ref value);
    }

    static bool Known(byte[]? text, ref FieldValue value)
    {
        value.Bytes = text;
        return text is not null;
    }
}
