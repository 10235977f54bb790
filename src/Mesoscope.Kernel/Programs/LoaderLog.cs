using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using Mesoscope.Kernel.Interop;

namespace Mesoscope.Kernel.Programs;

/// <summary>Keeps what libbpf says while programs are loaded, instead of letting it write to standard error.</summary>
static class LoaderLog
{
    const int MaxCharacters = 1 << 20;
    const int LineBytes = 8192;

    // libbpf has one printer for the whole process and calls it on the thread that loads.
    [ThreadStatic]
    static StringBuilder? s_text;

    /// <summary>Begins a new text for this thread.</summary>
    public static unsafe void Begin()
    {
        s_text = new StringBuilder();
        LibBpf.SetPrint(&Print);
    }

    /// <summary>What was said since <see cref="Begin"/>, at most about a million characters.</summary>
    public static string Text => s_text?.ToString() ?? "";

    // The third argument is a va_list: an address on both architectures, as the calling conventions pass it.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    static int Print(int level, nint format, nint arguments)
    {
        Span<byte> line = stackalloc byte[LineBytes];
        var bytes = LibC.FormatText(line, LineBytes, format, arguments);
        const int Debug = 2;
        if (level < Debug && bytes > 0 && s_text is { Length: < MaxCharacters } text)
        {
            text.Append(Encoding.UTF8.GetString(line[..Math.Min(bytes, LineBytes - 1)]));
        }

        return bytes;
    }
}
