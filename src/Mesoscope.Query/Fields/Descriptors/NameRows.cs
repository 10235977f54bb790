using Mesoscope.Machine;
using Mesoscope.Machine.Descriptors;
using Mesoscope.Machine.Threads;
using Mesoscope.Query.Text;
using static Mesoscope.Query.Fields.FieldRow;

namespace Mesoscope.Query.Fields.Descriptors;

/// <summary>The fields of number, type and name, and those that put the container before the name.</summary>
static class NameRows
{
    const string TypeWords = "file, directory, ipv4, ipv6, unix, pipe, event, signalfd, eventpoll, inotify, timerfd or netlink";

    public static FieldRow[] Create() =>
    [
        OfId("fd.num", "Number of the descriptor.", static (c, s, ref v) => DescriptorView.TryFind(c, out var thread, out _) && v.Set(thread.LastEventFd)),
        OfText("fd.type", $"Type of the descriptor: {TypeWords}.", static (c, s, ref v) =>
            DescriptorView.Find(c) is { } fd && v.Set(DescriptorWords.TypeName(fd.Type))),
        OfText("fd.typechar", "Type of the descriptor as one character: f file, d directory, 4 IPv4, 6 IPv6, u unix socket, p pipe, e eventfd, s signalfd, l epoll, i inotify, t timerfd, n netlink, o unknown.", GetTypeChar),
        OfText("fd.name", "Name of the descriptor: the full path of a file, both ends of a connection.", static (c, s, ref v) => GetName(c, s, ref v)) with { IsCleaned = true },
        OfText("fd.directory", "Directory of a file; the name of a directory.", static (c, s, ref v) => GetDirectory(c, s, ref v)) with { IsCleaned = true },
        OfText("fd.filename", "Name of a file without its directory.", static (c, s, ref v) =>
            DescriptorView.Find(c) is { } fd && DescriptorView.IsFile(fd) && v.Set(PathParts.FileName(fd.Name))) with { IsCleaned = true },
    ];

    /// <summary>The fields that begin with the container's id; they stand further down in the list.</summary>
    public static FieldRow[] CreateWithContainer() =>
    [
        OfText("fd.containername", "Container id and name of the descriptor: tells in which container it is.", static (c, s, ref v) =>
            GetName(c, s, ref v) && PrependContainer(c, s, ref v)) with { IsCleaned = true },
        OfText("fd.containerdirectory", "Container id and directory of the file: tells in which container it is.", static (c, s, ref v) =>
            GetDirectory(c, s, ref v) && PrependContainer(c, s, ref v)) with { IsCleaned = true },
    ];

    static bool GetName(EventContext context, FieldScratch scratch, ref FieldValue value)
    {
        if (!DescriptorView.TryFind(context, out var thread, out var descriptor))
        {
            return false;
        }

        return descriptor is null || FailedCallName.IsFailedConnect(context)
            ? GetFailedName(context, thread, scratch, ref value)
            : value.Set(descriptor.Name);
    }

    static bool GetDirectory(EventContext context, FieldScratch scratch, ref FieldValue value)
    {
        if (!DescriptorView.TryFind(context, out var thread, out var descriptor))
        {
            return false;
        }

        if (descriptor is null)
        {
            return GetFailedName(context, thread, scratch, ref value) && value.Set(PathParts.Directory(value.Bytes));
        }

        return DescriptorView.IsFile(descriptor)
            ? value.Set(PathParts.Directory(descriptor.Name))
            : descriptor.Type == Events.Snapshot.DescriptorType.Directory && value.Set(descriptor.Name);
    }

    static bool GetFailedName(EventContext context, ThreadState thread, FieldScratch scratch, ref FieldValue value)
    {
        var text = scratch.NewText();
        return FailedCallName.TryAppend(context, thread, scratch, text) && value.Set(text.Written);
    }

    static bool PrependContainer(EventContext context, FieldScratch scratch, ref FieldValue value)
    {
        var text = scratch.Memory as Utf8Writer ?? new Utf8Writer();
        scratch.Memory = text;
        text.Clear();
        text.Append(context.Thread!.ContainerId);
        text.Append((byte)':');
        text.Append(value.Bytes);
        return value.Set(text.Written);
    }

    static bool GetTypeChar(EventContext context, FieldScratch scratch, ref FieldValue value)
    {
        if (!DescriptorView.TryFind(context, out _, out var descriptor))
        {
            return false;
        }

        scratch.Address[0] = descriptor is null ? FailedCallName.TypeChar(context.Event.Type) : DescriptorText.TypeLetter(descriptor.Type);
        return value.Set(scratch.Address.AsSpan(0, 1));
    }
}
