using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Mesoscope.Events;
using Mesoscope.Events.Schema;

namespace Mesoscope.Testing.Events;

/// <summary>Makes events out of values, as long as the schema says that their parameters are.</summary>
public static class EventBuilder
{
    /// <summary>An event as a block of format 2 holds it.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="time">Nanoseconds since 1970.</param>
    /// <param name="tid">The thread.</param>
    /// <param name="values">One per parameter, missing ones at the end left out: numbers, texts (ended by NUL), bytes.</param>
    public static byte[] Bytes(EventType type, ulong time, long tid, params object[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var info = EventSchema.Get(type);
        var width = (info.Flags & EventFlags.LargePayload) != 0 ? 4 : 2;
        var parameters = values.Select((value, i) => Encode(info.Parameters[i].Type, value)).ToArray();
        var header = Event.HeaderBytes + (parameters.Length * width);
        var bytes = new byte[header + parameters.Sum(p => p.Length)];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, time);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(8), tid);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(16), bytes.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(20), (ushort)type);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(22), parameters.Length);
        var at = header;
        for (var i = 0; i < parameters.Length; i++)
        {
            BitConverter.GetBytes(parameters[i].Length).AsSpan(0, width).CopyTo(bytes.AsSpan(Event.HeaderBytes + (i * width)));
            parameters[i].CopyTo(bytes, at);
            at += parameters[i].Length;
        }

        return bytes;
    }

    /// <summary>An IPv4 tuple as events hold it, such as <c>10.0.0.1:40000->10.0.0.2:80</c>; a single endpoint makes a socket address.</summary>
    public static byte[] IPv4(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return [2, .. text.Split("->").SelectMany(Endpoint)];
    }

    static byte[] Endpoint(string text)
    {
        var parts = text.Split(':');
        var port = ushort.Parse(parts[1], CultureInfo.InvariantCulture);
        return [.. parts[0].Split('.').Select(n => byte.Parse(n, CultureInfo.InvariantCulture)), .. BitConverter.GetBytes(port)];
    }

    static byte[] Encode(ParameterType type, object value) => value switch
    {
        byte[] bytes => bytes,
        string text => [.. Encoding.UTF8.GetBytes(text), 0],
        _ => BitConverter.GetBytes(Convert.ToInt64(value, CultureInfo.InvariantCulture))[..Width(type)],
    };

    static int Width(ParameterType type) => type switch
    {
        ParameterType.Int8 or ParameterType.UInt8 or ParameterType.SigType or ParameterType.L4Proto or ParameterType.SockFamily
            or ParameterType.Flags8 or ParameterType.EnumFlags8 => 1,
        ParameterType.Int16 or ParameterType.UInt16 or ParameterType.SyscallId or ParameterType.Port or ParameterType.Flags16
            or ParameterType.EnumFlags16 => 2,
        ParameterType.Int32 or ParameterType.UInt32 or ParameterType.Bool or ParameterType.Flags32 or ParameterType.Uid or ParameterType.Gid
            or ParameterType.SigSet or ParameterType.Mode or ParameterType.EnumFlags32 or ParameterType.Fd32 or ParameterType.Pid32 => 4,
        _ => 8,
    };
}
