using System.Buffers.Text;
using Mesoscope.Kernel.Scan.Access;
using Mesoscope.Kernel.Scan.Text;

namespace Mesoscope.Agent.Measures.Containers;

/// <summary>One file of a control group, opened once and read again and again.</summary>
sealed class GroupFile : IDisposable
{
    // Kernels write the largest value that their counters can have for no limit: v1 a number near 2^63, v2 a word.
    const double NoLimit = 0x4000_0000_0000_0000;

    readonly FolderReader _reader;
    readonly Folder? _file;

    /// <param name="reader">Reads it.</param>
    /// <param name="group">The group's folder; null when the machine has no such hierarchy.</param>
    /// <param name="name">Name of the file.</param>
    public GroupFile(FolderReader reader, Folder? group, ReadOnlySpan<byte> name)
    {
        _reader = reader;
        _file = group is { } folder && reader.TryOpenFile(folder, name, out var file) ? file : null;
    }

    /// <summary>Whether the group has the file.</summary>
    public bool IsThere => _file is not null;

    /// <summary>The file's text, which holds until the next reading; false when the group is gone or has no such file.</summary>
    public bool TryRead(out ReadOnlySpan<byte> text)
    {
        text = default;
        return _file is { } file && _reader.TryReadAgain(file, out text);
    }

    /// <summary>The file's only or first number; false when there is none.</summary>
    public bool TryReadNumber(out double number)
    {
        number = 0;
        return TryRead(out var text) && TryParse(text, out number);
    }

    /// <summary>The number behind a name, in a file of lines <c>name number</c>; NaN when there is none.</summary>
    public static double Find(ReadOnlySpan<byte> text, ReadOnlySpan<byte> name)
    {
        var cursor = new TextCursor(text);
        while (cursor.TryTakeLine(out var line))
        {
            if (line.Length > name.Length && line[name.Length] == ' ' && line.StartsWith(name))
            {
                return TryParse(line[(name.Length + 1)..], out var number) ? number : double.NaN;
            }
        }

        return double.NaN;
    }

    /// <summary>A limit: NaN for none, which the kernel writes as <c>max</c>, -1 or a number that nobody can reach.</summary>
    public static double ToLimit(double number) => number is < 0 or >= NoLimit ? double.NaN : number;

    /// <summary>The number that a text begins with.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out double number)
    {
        var isNumber = Utf8Parser.TryParse(text, out decimal value, out var used) && (used == text.Length || text[used] is (byte)'\n' or (byte)' ');
        number = (double)value;
        return isNumber;
    }

    /// <summary>Closes it.</summary>
    public void Dispose()
    {
        if (_file is { } file)
        {
            file.Dispose();
        }
    }
}
