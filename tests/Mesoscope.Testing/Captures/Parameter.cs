using System.Text;

namespace Mesoscope.Testing.Captures;

/// <summary>The bytes of event parameters.</summary>
public static class Parameter
{
    /// <summary>A number of 8 bits.</summary>
    public static byte[] U8(byte value) => [value];

    /// <summary>A number of 16 bits.</summary>
    public static byte[] U16(ushort value) => BitConverter.GetBytes(value);

    /// <summary>A number of 32 bits.</summary>
    public static byte[] U32(uint value) => BitConverter.GetBytes(value);

    /// <summary>A number of 64 bits.</summary>
    public static byte[] I64(long value) => BitConverter.GetBytes(value);

    /// <summary>A text with its NUL.</summary>
    public static byte[] Text(string value) => [.. Encoding.UTF8.GetBytes(value), 0];

    /// <summary>Several texts, each with its NUL, as in the arguments of a command.</summary>
    public static byte[] Texts(params string[] values) => [.. values.SelectMany(Text)];

    /// <summary>Bytes as they are.</summary>
    public static byte[] Data(params byte[] bytes) => bytes;
}
