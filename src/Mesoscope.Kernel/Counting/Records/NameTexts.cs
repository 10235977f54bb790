using System.Runtime.InteropServices;
using System.Text;

namespace Mesoscope.Kernel.Counting.Records;

/// <summary>Names of tasks as strings, each made once: a machine has thousands of processes and few names.</summary>
sealed class NameTexts
{
    const int MaxNames = 10_000;

    readonly Dictionary<UInt128, string> _names = [];

    /// <summary>The text of a name. Bytes that are no UTF-8 become the replacement character.</summary>
    public string Get(in NameBytes name)
    {
        ReadOnlySpan<byte> bytes = name;
        var key = MemoryMarshal.Read<UInt128>(bytes);
        if (_names.TryGetValue(key, out var text))
        {
            return text;
        }

        if (_names.Count >= MaxNames)
        {
            _names.Clear();
        }

        var end = bytes.IndexOf((byte)0);
        text = Encoding.UTF8.GetString(end < 0 ? bytes : bytes[..end]);
        _names.Add(key, text);
        return text;
    }
}
