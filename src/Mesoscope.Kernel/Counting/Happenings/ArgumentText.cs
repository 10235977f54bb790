using System.Globalization;
using System.Net;
using System.Text;
using Mesoscope.Kernel.Counting.Programs;
using Mesoscope.Kernel.Counting.Records;

namespace Mesoscope.Kernel.Counting.Happenings;

/// <summary>Writes the arguments of a failed call as lines of a trace do, as far as they are simple.</summary>
static class ArgumentText
{
    // linux/fcntl.h: the folder that the process is in.
    const int CurrentFolder = -100;

    /// <summary>The line; empty when there is nothing simple.</summary>
    /// <param name="record">The call.</param>
    /// <param name="call">What kind of call it is.</param>
    /// <param name="address">The internet address among the arguments; null for none.</param>
    public static string Make(in FailureRecord record, CountedCall call, IPEndPoint? address) => call.Kind switch
    {
        CallKind.Open or CallKind.Path or CallKind.Execute => PathText(record, call),
        CallKind.Bind or CallKind.Connect or CallKind.Listen => AddressText(record, call, address),
        CallKind.Transfer or CallKind.Messages or CallKind.Accept or CallKind.Descriptor => Descriptor(record, 0),
        CallKind.Copy => $"{Descriptor(record, 0)} {Descriptor(record, (call.Details & CallDetails.SendFile) != 0 ? 1 : 2)}",
        CallKind.Socket => string.Create(CultureInfo.InvariantCulture, $"domain={record.Arguments[0]} type={record.Arguments[1] & 15} proto={record.Arguments[2]}"),
        _ => "",
    };

    static string Descriptor(in FailureRecord record, int argument) => string.Create(CultureInfo.InvariantCulture, $"fd={(int)record.Arguments[argument]}");

    static string PathText(in FailureRecord record, CountedCall call)
    {
        if (record.TextKind != FailureRecord.Path)
        {
            return "";
        }

        var label = call.Kind == CallKind.Execute ? "filename=" : "name=";
        var folder = (int)record.Arguments[0];
        var path = Text(record);
        return (call.Details & CallDetails.PathSecond) != 0 && folder != CurrentFolder && !path.StartsWith('/')
            ? string.Create(CultureInfo.InvariantCulture, $"dirfd={folder} {label}{path}")
            : label + path;
    }

    static string AddressText(in FailureRecord record, CountedCall call, IPEndPoint? address)
    {
        var text = Descriptor(record, 0);
        if (address is not null)
        {
            text += $" addr={address}";
        }
        else if (record.TextKind == FailureRecord.SocketAddress && UnixPath(record) is { Length: > 0 } path)
        {
            text += $" addr={path}";
        }

        return call.Kind == CallKind.Listen ? string.Create(CultureInfo.InvariantCulture, $"{text} backlog={(int)record.Arguments[1]}") : text;
    }

    // struct sockaddr_un: the path lies behind two bytes; that of an abstract socket begins with NUL, shown as @.
    static string UnixPath(in FailureRecord record)
    {
        ReadOnlySpan<byte> bytes = record.Text;
        if (record.TextLength < 3 || bytes[0] != 1)
        {
            return "";
        }

        var path = bytes[2..Math.Min(record.TextLength, bytes.Length)];
        var isAbstract = path[0] == 0;
        path = isAbstract ? path[1..] : path;
        var end = path.IndexOf((byte)0);
        return (isAbstract ? "@" : "") + Clean(end < 0 ? path : path[..end]);
    }

    static string Text(in FailureRecord record)
    {
        ReadOnlySpan<byte> bytes = record.Text;
        return Clean(bytes[..Math.Clamp(record.TextLength, 0, bytes.Length)]);
    }

    // One line, whatever the program called its file.
    static string Clean(ReadOnlySpan<byte> bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        return text.Any(char.IsControl) ? string.Concat(text.Select(c => char.IsControl(c) ? '.' : c)) : text;
    }
}
