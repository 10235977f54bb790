using System.Buffers.Binary;
using Mesoscope.Events.Schema;
using Mesoscope.Machine;

namespace Mesoscope.Query.Text;

/// <summary>One parameter of the event under hand, with the type that its bytes have after a dynamic one was looked into.</summary>
readonly ref struct ParameterView
{
    /// <summary>A view of a parameter that the event holds and the schema knows.</summary>
    public ParameterView(EventContext context, int index)
    {
        var info = context.Event.Info.Parameters[index];
        var bytes = context.Event.Parameter(index);
        var type = info.Type;
        if (type == ParameterType.Dynamic && bytes.Length > 0 && bytes[0] < info.Variants.Length)
        {
            type = info.Variants[bytes[0]].Type;
            bytes = bytes[1..];
        }

        Context = context;
        Info = info;
        Type = type;
        Bytes = bytes;
    }

    /// <summary>The event and what is known about it.</summary>
    public EventContext Context { get; }

    /// <summary>The schema's row of the parameter; its print format and names hold for all variants of a dynamic one.</summary>
    public ParameterInfo Info { get; }

    /// <summary>How the bytes are read.</summary>
    public ParameterType Type { get; }

    /// <summary>The bytes, without the first one that tells a dynamic parameter's type.</summary>
    public ReadOnlySpan<byte> Bytes { get; }

    /// <summary>The bytes as a number of up to 64 bits, sign-extended.</summary>
    public long Signed => Bytes.Length switch
    {
        >= 8 => BinaryPrimitives.ReadInt64LittleEndian(Bytes),
        >= 4 => BinaryPrimitives.ReadInt32LittleEndian(Bytes),
        >= 2 => BinaryPrimitives.ReadInt16LittleEndian(Bytes),
        1 => (sbyte)Bytes[0],
        _ => 0,
    };

    /// <summary>The bytes as a number of up to 64 bits.</summary>
    public ulong Unsigned => Bytes.Length switch
    {
        >= 8 => BinaryPrimitives.ReadUInt64LittleEndian(Bytes),
        >= 4 => BinaryPrimitives.ReadUInt32LittleEndian(Bytes),
        >= 2 => BinaryPrimitives.ReadUInt16LittleEndian(Bytes),
        1 => Bytes[0],
        _ => 0,
    };

    /// <summary>The bytes up to the first NUL.</summary>
    public ReadOnlySpan<byte> Text => Cut(Bytes);

    /// <summary>Bytes up to the first NUL.</summary>
    public static ReadOnlySpan<byte> Cut(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.IndexOf((byte)0);
        return end < 0 ? bytes : bytes[..end];
    }
}
