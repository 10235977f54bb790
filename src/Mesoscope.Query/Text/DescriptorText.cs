using System.Buffers.Binary;
using Mesoscope.Events;
using Mesoscope.Events.Snapshot;
using Mesoscope.Machine;
using Mesoscope.Machine.Descriptors;

namespace Mesoscope.Query.Text;

/// <summary>Descriptors among an event's parameters, one or a list.</summary>
static class DescriptorText
{
    /// <summary>The number that stands for the working directory in place of a descriptor.</summary>
    public const long WorkingDirectory = -100;

    const int ItemBytes = 10;

    /// <summary>What a descriptor refers to in one letter; <c>?</c> when that is not known.</summary>
    public static byte TypeLetter(DescriptorType type)
    {
        // In the order of the type numbers; files have a second number behind netlink.
        var letters = "ofd4646pueXslitnfburmP"u8;
        return (uint)type < (uint)letters.Length ? letters[(int)type] : (byte)'?';
    }

    /// <summary>
    /// The transport protocol, in the numbers of the format. An address pair whose roles are not known yet has none, raw sockets
    /// excepted.
    /// </summary>
    public static byte Protocol(DescriptorState descriptor)
    {
        const byte None = 1;
        const byte Raw = 5;
        return descriptor.Type switch
        {
            DescriptorType.IPv4Server or DescriptorType.IPv6Server => descriptor.TransportProtocol,
            DescriptorType.IPv4Socket or DescriptorType.IPv6Socket when descriptor.TransportProtocol == Raw => Raw,
            DescriptorType.IPv4Socket or DescriptorType.IPv6Socket
                when (descriptor.Flags & (DescriptorFlags.RoleClient | DescriptorFlags.RoleServer)) != 0 => descriptor.TransportProtocol,
            _ => None,
        };
    }

    /// <summary>The descriptor with that number as the event's thread sees it, or null.</summary>
    public static DescriptorState? Find(EventContext context, long number) =>
        number >= 0 && context.Thread is { } thread ? context.Machine.FindDescriptors(thread)?.Find(number) : null;

    /// <summary>
    /// Appends what a descriptor's number refers to: <c>&lt;f&gt;/etc/passwd</c>, an error's name for a number below zero, nothing
    /// when it is not known.
    /// </summary>
    public static void AppendName(Utf8Writer output, EventContext context, long number)
    {
        if (context.Thread is null)
        {
            return;
        }

        if (number >= 0)
        {
            if (Find(context, number) is { } descriptor)
            {
                AppendDescriptor(output, descriptor);
            }
        }
        else if (number == WorkingDirectory)
        {
            output.Append("AT_FDCWD"u8);
        }
        else
        {
            output.Append(ErrnoNames.Get(-(int)number));
        }
    }

    /// <summary>Appends a list: per descriptor its number, type letter and poll flags in hexadecimal.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="parameter">The list.</param>
    /// <param name="maximum">The text is cut after that many bytes.</param>
    public static void AppendList(Utf8Writer output, in ParameterView parameter, int maximum)
    {
        var bytes = parameter.Bytes;
        if (parameter.Context.Thread is null || bytes.Length < 2)
        {
            return;
        }

        var start = output.Length;
        var count = Math.Min(BinaryPrimitives.ReadUInt16LittleEndian(bytes), (bytes.Length - 2) / ItemBytes);
        for (var i = 0; i < count && output.Length - start < maximum; i++)
        {
            var item = bytes.Slice(2 + (i * ItemBytes), ItemBytes);
            var number = BinaryPrimitives.ReadInt64LittleEndian(item);
            if (i > 0)
            {
                output.Append((byte)' ');
            }

            output.AppendDecimal((ulong)number);
            output.Append((byte)':');
            output.Append(Find(parameter.Context, number) is { } descriptor ? TypeLetter(descriptor.Type) : (byte)'?');
            output.AppendHex((uint)BinaryPrimitives.ReadInt16LittleEndian(item[8..]));
        }

        if (output.Length - start > maximum)
        {
            output.Length = start + maximum;
        }
    }

    static void AppendDescriptor(Utf8Writer output, DescriptorState descriptor)
    {
        output.Append((byte)'<');
        output.Append(TypeLetter(descriptor.Type));
        if (descriptor.Type is >= DescriptorType.IPv4Socket and <= DescriptorType.IPv6Server)
        {
            var protocol = Protocol(descriptor);
            if (protocol is >= 2 and <= 5)
            {
                output.Append("tuir"u8[protocol - 2]);
            }
        }

        output.Append((byte)'>');
        PrintableText.AppendSanitized(output, descriptor.Name);
    }
}
