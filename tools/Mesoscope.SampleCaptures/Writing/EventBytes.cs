using System.Text;
using Mesoscope.Events.Schema;

namespace Mesoscope.SampleCaptures.Writing;

/// <summary>
/// Events as bytes. A value is a number, a text (ended by NUL when the parameter is a text), bytes as they are, or null for an empty
/// parameter; how wide a number is, the schema says.
/// </summary>
static class EventBytes
{
    public static byte[] Make(ulong time, long tid, EventType type, object[] values, bool hasCount, bool isLarge)
    {
        var parameters = EventSchema.Get(type).Parameters;
        var lengths = new ByteList();
        var data = new ByteList();
        for (var i = 0; i < values.Length; i++)
        {
            var bytes = Parameter(parameters[i].Type, values[i]);
            lengths.Number(isLarge ? 4 : 2, bytes.Length);
            data.Raw(bytes);
        }

        var headerBytes = hasCount ? 26 : 22;
        var file = new ByteList().Number(8, time).Number(8, tid).Number(4, headerBytes + lengths.Count + data.Count).Number(2, (int)type);
        if (hasCount)
        {
            file.Number(4, values.Length);
        }

        return file.Raw(lengths.ToArray()).Raw(data.ToArray()).ToArray();
    }

    static byte[] Parameter(ParameterType type, object? value) => value switch
    {
        null => [],
        byte[] bytes => bytes,
        string text when type == ParameterType.ByteBuf => Encoding.UTF8.GetBytes(text),
        string text => new ByteList().Text(text).ToArray(),
        _ => new ByteList().Number(Width(type), value).ToArray(),
    };

    static int Width(ParameterType type) => type switch
    {
        ParameterType.Int8 or ParameterType.UInt8 or ParameterType.Flags8 or ParameterType.EnumFlags8
            or ParameterType.SigType or ParameterType.L4Proto or ParameterType.SockFamily => 1,
        ParameterType.Int16 or ParameterType.UInt16 or ParameterType.Flags16 or ParameterType.EnumFlags16
            or ParameterType.SyscallId or ParameterType.Port => 2,
        ParameterType.Int32 or ParameterType.UInt32 or ParameterType.Flags32 or ParameterType.EnumFlags32 or ParameterType.Bool
            or ParameterType.Uid or ParameterType.Gid or ParameterType.SigSet or ParameterType.Mode => 4,
        _ => 8,
    };
}
