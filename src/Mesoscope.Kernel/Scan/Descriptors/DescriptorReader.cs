using System.Buffers.Text;
using Mesoscope.Events.Snapshot;
using Mesoscope.Kernel.Scan.Access;
using Mesoscope.Kernel.Scan.Text;

namespace Mesoscope.Kernel.Scan.Descriptors;

/// <summary>Reads the open descriptors of processes.</summary>
sealed class DescriptorReader(FolderReader reader, NetworkNamespaces networks)
{
    // Readers of captures refuse longer ones.
    const int MaxNameBytes = 1023;

    readonly MountTable _mounts = new(reader);

    /// <summary>Hands over the descriptors of a process; how many there were.</summary>
    public int Read(Folder process, long pid, ISnapshotSink sink)
    {
        if (!reader.TryOpen(process, "fd"u8, out var folder))
        {
            return 0;
        }

        using (folder)
        {
            SocketTable? sockets = null;
            var count = 0;
            foreach (var number in reader.Numbers(folder))
            {
                if (Read(process, folder, number, ref sockets) is { } entry)
                {
                    sink.AddDescriptor(pid, entry);
                    count++;
                }
            }

            return count;
        }
    }

    /// <summary>What a file that has a path is.</summary>
    public static DescriptorType TypeOf(ReadOnlySpan<byte> path, FileKind kind) => path.StartsWith("/memfd:"u8) ? DescriptorType.MemFd : kind switch
    {
        FileKind.Directory => DescriptorType.Directory,
        FileKind.Fifo => DescriptorType.Fifo,
        _ => DescriptorType.FileV2,
    };

    /// <summary>As much of a path as captures may have.</summary>
    public static ReadOnlySpan<byte> Kept(ReadOnlySpan<byte> path) => path[..Math.Min(path.Length, MaxNameBytes)];

    DescriptorEntry? Read(Folder process, Folder folder, long number, ref SocketTable? sockets)
    {
        Span<byte> name = stackalloc byte[20];
        Utf8Formatter.TryFormat(number, name, out var length);
        name = name[..length];
        var link = reader.ReadLink(folder, name);
        if (link.IsEmpty)
        {
            return null;
        }

        if (TryReadInode(link, "socket:["u8, out var inode))
        {
            sockets ??= networks.Of(process);
            // A socket that was not bound or connected yet is in no list; its descriptor must be known all the same when it will be.
            return sockets.Find(inode)?.ToEntry(number, inode)
                ?? SocketFacts.UnknownEntry(number, inode);
        }

        if (TryReadInode(link, "pipe:["u8, out inode))
        {
            return new DescriptorEntry { Number = number, Type = DescriptorType.Fifo, Inode = inode, Name = link.ToArray() };
        }

        var type = NamelessFiles.TypeOf(link);
        return type == DescriptorType.Unknown ? ReadFile(process, folder, number, name, Kept(link).ToArray()) : new DescriptorEntry { Number = number, Type = type };
    }

    DescriptorEntry ReadFile(Folder process, Folder folder, long number, ReadOnlySpan<byte> name, byte[] path)
    {
        var entry = new DescriptorEntry { Number = number, Name = path };
        if (!FolderReader.TryGetFacts(folder, name, out var facts))
        {
            // The path is known even if the kernel tells no more of it.
            entry.Type = DescriptorType.FileV2;
            return entry;
        }

        entry.Inode = facts.Inode;
        entry.Type = TypeOf(path, facts.Kind);
        if (entry.Type == DescriptorType.FileV2)
        {
            ReadDetails(process, name, entry);
        }

        return entry;
    }

    void ReadDetails(Folder process, ReadOnlySpan<byte> name, DescriptorEntry entry)
    {
        Span<byte> file = stackalloc byte[32];
        "fdinfo/"u8.CopyTo(file);
        name.CopyTo(file[7..]);
        var cursor = new TextCursor(reader.Read(process, file[..(7 + name.Length)]));
        while (cursor.TryTakeLine(out var line))
        {
            if (line.StartsWith("flags:"u8))
            {
                entry.OpenFlags = OpenFlagTable.FromKernel(ReadOctal(new TextCursor(line[6..]).TakeWord()));
            }
            else if (line.StartsWith("mnt_id:"u8))
            {
                entry.MountId = (uint)new TextCursor(line[7..]).TakeNumber();
                break;
            }
        }

        if (entry.MountId != 0)
        {
            entry.Device = _mounts.Device(process, entry.MountId);
        }
    }

    static uint ReadOctal(ReadOnlySpan<byte> text)
    {
        var number = 0u;
        foreach (var digit in text)
        {
            number = (number << 3) | (uint)(digit & 7);
        }

        return number;
    }

    static bool TryReadInode(ReadOnlySpan<byte> link, ReadOnlySpan<byte> start, out ulong inode)
    {
        inode = 0;
        return link.StartsWith(start) && Utf8Parser.TryParse(link[start.Length..], out inode, out _);
    }
}
