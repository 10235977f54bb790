using System.Numerics;

namespace Mesoscope.Query.Text;

/// <summary>Bytes of unknown origin as printable ASCII.</summary>
static class PrintableText
{
    const byte First = (byte)' ';
    const byte Last = (byte)'~';

    /// <summary>Whether a byte is printable ASCII.</summary>
    public static bool IsPrintable(byte value) => (uint)(value - First) <= Last - First;

    /// <summary>Appends the printable bytes and leaves the others out.</summary>
    public static void AppendSanitized(Utf8Writer output, ReadOnlySpan<byte> bytes)
    {
        while (true)
        {
            var bad = bytes.IndexOfAnyExceptInRange(First, Last);
            if (bad < 0)
            {
                output.Append(bytes);
                return;
            }

            output.Append(bytes[..bad]);
            bytes = bytes[(bad + 1)..];
        }
    }

    /// <summary>Appends as many bytes as given, with a dot for each that is not printable.</summary>
    public static void AppendDotted(Utf8Writer output, ReadOnlySpan<byte> bytes)
    {
        var target = output.GetSpan(bytes.Length)[..bytes.Length];
        var done = 0;
        var width = Vector<byte>.Count;
        if (bytes.Length >= width)
        {
            var first = new Vector<byte>(First);
            var range = new Vector<byte>(Last - First);
            var dot = new Vector<byte>((byte)'.');
            for (; done + width <= bytes.Length; done += width)
            {
                var block = new Vector<byte>(bytes[done..]);
                Vector.ConditionalSelect(Vector.LessThanOrEqual(block - first, range), block, dot).CopyTo(target[done..]);
            }
        }

        for (; done < bytes.Length; done++)
        {
            target[done] = IsPrintable(bytes[done]) ? bytes[done] : (byte)'.';
        }

        output.Advance(bytes.Length);
    }
}
