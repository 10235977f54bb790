using System.Diagnostics;
using Mesoscope.Kernel.Counting;

namespace Mesoscope.Kernel.Tests.Counting;

/// <summary>A folder, a control group of its own, and a program that waits in it for a byte.</summary>
sealed class CountedRun : IDisposable
{
    readonly KernelCounting _counting;
    readonly Process _process;
    readonly string _group;

    public CountedRun(KernelCounting counting, CallProgram program)
    {
        _counting = counting;
        Folder = Directory.CreateTempSubdirectory("counting").FullName;
        _group = Path.Combine(counting.Hierarchy.Folder, "mesoscope-test-" + Path.GetFileName(Folder));
        Directory.CreateDirectory(_group);
        Group = Inode(_group);
        var start = new ProcessStartInfo(program.Save(Folder)) { RedirectStandardInput = true, WorkingDirectory = Folder };
        _process = Process.Start(start)!;
        File.WriteAllText(Path.Combine(_group, "cgroup.procs"), $"{_process.Id}");
        WaitForGate();

        // What it did so far is not of interest.
        counting.Read(new Counts());
    }

    public string Folder { get; }

    public ulong Group { get; }

    /// <summary>True while its main thread waits for a byte. The first words of the file are the number of the call that it sleeps in, and the descriptor.</summary>
    public bool IsWaiting => File.ReadAllText($"/proc/{_process.Id}/syscall").StartsWith("0 0x0 ", StringComparison.Ordinal);

    public int ProcessId => _process.Id;

    public Process Process => _process;

    /// <summary>Lets the program go on and waits for its end.</summary>
    public Counts Run(Counts? into = null)
    {
        Release();
        Assert.True(_process.WaitForExit(20_000), "the program hangs");
        var counts = into ?? new Counts();
        _counting.Read(counts);
        return counts;
    }

    public void LimitMemory(int bytes)
    {
        var limit = Path.Combine(_group, _counting.Hierarchy.IsUnified ? "memory.max" : "memory.limit_in_bytes");
        File.WriteAllText(limit, $"{bytes}");
    }

    public void Release()
    {
        _process.StandardInput.BaseStream.WriteByte(1);
        _process.StandardInput.BaseStream.Flush();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
        Directory.Delete(Folder, recursive: true);
        SpinWait.SpinUntil(TryDeleteGroup, 5000);
    }

    static ulong Inode(string path)
    {
        using var stat = Process.Start(new ProcessStartInfo("stat", ["-c", "%i", path]) { RedirectStandardOutput = true })!;
        return ulong.Parse(stat.StandardOutput.ReadToEnd(), System.Globalization.CultureInfo.InvariantCulture);
    }

    void WaitForGate() => Assert.True(SpinWait.SpinUntil(() => File.ReadAllText($"/proc/{_process.Id}/comm").TrimEnd() == "calls" && IsWaiting, 10_000));

    bool TryDeleteGroup()
    {
        try
        {
            Directory.Delete(_group);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }
}
