using Mesoscope.Kernel.Scan.Access;
using Mesoscope.Kernel.Scan.Text;

namespace Mesoscope.Agent.Measures.Host;

/// <summary>Measures the host from the files of <c>/proc</c>. What cannot be read is not known.</summary>
sealed class HostReader : IDisposable
{
    readonly MachineFiles _files;
    readonly HostCounters _counters = new();
    readonly List<Folder> _open = [];
    readonly (byte[] Name, Action<ReadOnlySpan<byte>, HostMeasure, HostCounters> Parse, Folder? File)[] _texts;

    /// <param name="files">The machine.</param>
    public HostReader(MachineFiles files)
    {
        _files = files;
        _texts =
        [
            Open("stat"u8, ProcStatText.Read),
            Open("meminfo"u8, MemoryText.Read),
            Open("vmstat"u8, VirtualMemoryText.Read),
            Open("loadavg"u8, LoadText.Read),
            Open("uptime"u8, LoadText.ReadUptime),
            // That of this process' own network namespace, which is the host's where the agent runs as it should.
            Open("1/net/dev"u8, InterfaceText.Read),
        ];
    }

    /// <summary>Measures a tick.</summary>
    /// <param name="measure">Where to write; call counts, disks and what others know are left alone.</param>
    public void Read(HostMeasure measure)
    {
        foreach (var (_, parse, file) in _texts)
        {
            if (file is { } open && _files.Reader.TryReadAgain(open, out var text))
            {
                parse(text, measure, _counters);
            }
        }
    }

    /// <summary>Closes the files.</summary>
    public void Dispose() => _open.ForEach(static file => file.Dispose());

    (byte[] Name, Action<ReadOnlySpan<byte>, HostMeasure, HostCounters> Parse, Folder? File) Open(
        ReadOnlySpan<byte> name, Action<ReadOnlySpan<byte>, HostMeasure, HostCounters> parse)
    {
        if (!_files.Reader.TryOpenFile(_files.Proc, name, out var file))
        {
            return (name.ToArray(), parse, null);
        }

        _open.Add(file);
        return (name.ToArray(), parse, file);
    }
}
