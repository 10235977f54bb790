using System.Runtime.InteropServices;
using System.Text;

namespace Mesoscope.Testing.Calls;

/// <summary>
/// Makes system calls of x86_64 on the calling thread, with arguments that are known to the last bit, and notes what their events must be.
/// </summary>
public sealed unsafe partial class CallScene : IDisposable
{
    const int MaxErrno = 4095;
    readonly List<nint> _memory = [];
    readonly List<MadeCall> _made = [];

    /// <summary>The calls so far, in their order.</summary>
    public IReadOnlyList<MadeCall> Made => _made;

    /// <summary>A folder for files; gone afterwards.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("mesoscope").FullName;

    /// <summary>The path of a file in the folder.</summary>
    public string Path(string name) => System.IO.Path.Combine(Folder, name);

    /// <summary>A text with NUL in memory that stays in place.</summary>
    public nint Text(string text) => Bytes([.. Encoding.UTF8.GetBytes(text), 0]);

    /// <summary>Bytes in memory that stays in place.</summary>
    public nint Bytes(params ReadOnlySpan<byte> bytes)
    {
        var memory = (nint)NativeMemory.AllocZeroed((nuint)bytes.Length + 8);
        bytes.CopyTo(new Span<byte>((void*)memory, bytes.Length));
        _memory.Add(memory);
        return memory;
    }

    /// <summary>Numbers of 64 bits in memory that stays in place.</summary>
    public nint Words(params ReadOnlySpan<long> words) => Bytes(MemoryMarshal.AsBytes(words));

    /// <summary>Numbers of 32 bits in memory that stays in place.</summary>
    public nint Halves(params ReadOnlySpan<int> halves) => Bytes(MemoryMarshal.AsBytes(halves));

    /// <summary>A number of 32 bits that a call wrote.</summary>
    public static int Half(nint memory, int index = 0) => ((int*)memory)[index];

    /// <summary>A number of 64 bits that a call wrote.</summary>
    public static long Word(nint memory, int index = 0) => ((long*)memory)[index];

    /// <summary>Makes a call, with up to six arguments, and notes what its events must have.</summary>
    /// <param name="name">The kernel's name.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="enter">Parameters of the enter event; see <see cref="MadeCall"/>.</param>
    /// <param name="exit">Parameters of the exit event, given the result.</param>
    /// <returns>The result; a negated errno after a failure.</returns>
    public long Make(string name, long[] arguments, object?[] enter, Func<long, object?[]> exit)
    {
        var call = TableCall.All[name];
        var all = new long[6];
        arguments.CopyTo(all, 0);
        var result = Syscall(call.Number, all[0], all[1], all[2], all[3], all[4], all[5]);
        if (result == -1)
        {
            result = -Marshal.GetLastSystemError();
        }

        _made.Add(new MadeCall(call, enter, exit(result)));
        return result;
    }

    /// <summary>Makes a call whose exit event has nothing but the result.</summary>
    public long Make(string name, long[] arguments, params object?[] enter) => Make(name, arguments, enter, static result => [result]);

    /// <summary>Makes a call that must succeed.</summary>
    public long MakeWell(string name, long[] arguments, object?[] enter, Func<long, object?[]> exit)
    {
        var result = Make(name, arguments, enter, exit);
        return result is >= 0 or < -MaxErrno ? result : throw new InvalidOperationException($"{name} failed with {-result}: the test cannot go on");
    }

    /// <summary>Makes a call that has no events of its own.</summary>
    public long MakeGeneric(string name, params long[] arguments)
    {
        var call = TableCall.All[name];
        object?[] parameters = [GenericCode(call), call.Number];
        return Make(name, arguments, parameters, _ => parameters);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var memory in _memory)
        {
            NativeMemory.Free((void*)memory);
        }

        Directory.Delete(Folder, recursive: true);
    }

    // The reference ends at codes behind those of its own table, so that later calls go without.
    static int GenericCode(TableCall call) => call.Code <= 329 ? call.Code : 0;

    [LibraryImport("libc", EntryPoint = "syscall")]
    private static partial long Syscall(long number, long a, long b, long c, long d, long e, long f);
}
