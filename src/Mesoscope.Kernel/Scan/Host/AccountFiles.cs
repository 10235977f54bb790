using System.Buffers.Text;
using Mesoscope.Events.Snapshot;
using Mesoscope.Kernel.Scan.Access;
using Mesoscope.Kernel.Scan.Text;

namespace Mesoscope.Kernel.Scan.Host;

/// <summary>
/// Reads users and groups from <c>passwd</c> and <c>group</c>. Not by the C library: it may ask directory services over the network,
/// which takes its time and is traffic of our own making.
/// </summary>
static class AccountFiles
{
    // Readers of captures refuse longer texts.
    const int MaxTextBytes = 255;

    /// <summary>Hands over the accounts of a folder such as <c>/etc</c>.</summary>
    public static void Read(Folder folder, FolderReader reader, ISnapshotSink sink)
    {
        using (var users = reader.OpenLines(folder, "passwd"u8))
        {
            while (users is not null && users.TryRead(out var line))
            {
                ReadUser(line, reader.Problems, sink);
            }
        }

        using var groups = reader.OpenLines(folder, "group"u8);
        while (groups is not null && groups.TryRead(out var line))
        {
            ReadGroup(line, reader.Problems, sink);
        }
    }

    // name:password:uid:gid:remark:home:shell
    static void ReadUser(ReadOnlySpan<byte> line, ScanProblems problems, ISnapshotSink sink)
    {
        var fields = new TextCursor(line);
        if (IsRemark(line))
        {
            return;
        }

        fields.TryTakeUntil((byte)':', out var name);
        fields.TryTakeUntil((byte)':', out _);
        if (!TryTakeId(ref fields, out var uid) || !TryTakeId(ref fields, out var gid))
        {
            problems.Add(ScanProblem.Malformed);
            return;
        }

        fields.TryTakeUntil((byte)':', out _);
        fields.TryTakeUntil((byte)':', out var home);
        fields.TryTakeUntil((byte)':', out var shell);
        sink.AddUser(new UserEntry { Uid = uid, Gid = gid, Name = Text(name), HomeDirectory = Text(home), Shell = Text(shell) });
    }

    // name:password:gid:members
    static void ReadGroup(ReadOnlySpan<byte> line, ScanProblems problems, ISnapshotSink sink)
    {
        var fields = new TextCursor(line);
        if (IsRemark(line))
        {
            return;
        }

        fields.TryTakeUntil((byte)':', out var name);
        fields.TryTakeUntil((byte)':', out _);
        if (TryTakeId(ref fields, out var gid))
        {
            sink.AddGroup(new GroupEntry { Gid = gid, Name = Text(name) });
        }
        else
        {
            problems.Add(ScanProblem.Malformed);
        }
    }

    // Lines with a sign in front refer to directory services.
    static bool IsRemark(ReadOnlySpan<byte> line) => line.IsEmpty || line[0] is (byte)'#' or (byte)'+' or (byte)'-';

    static bool TryTakeId(ref TextCursor fields, out uint id)
    {
        id = 0;
        return fields.TryTakeUntil((byte)':', out var text) && Utf8Parser.TryParse(text, out id, out var used) && used == text.Length;
    }

    static byte[] Text(ReadOnlySpan<byte> text) => text[..Math.Min(text.Length, MaxTextBytes)].ToArray();
}
