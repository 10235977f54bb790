using System.Buffers.Binary;
using System.Text;

namespace Mesoscope.Kernel.Tests.Counting;

/// <summary>
/// Makes a program for x86-64 that does nothing but the system calls that a test wants: machine code and data as one static ELF file, without a C
/// library that would make calls of its own. It begins by reading a byte from standard input, so that a test can look before and after.
/// </summary>
sealed class CallProgram
{
    public const int Read = 0, Write = 1, Open = 2, Close = 3, Pread = 17, Writev = 20, Sendfile = 40, Socket = 41, Connect = 42, Accept = 43,
        SendTo = 44, ReceiveFrom = 45, Bind = 49, Listen = 50, GetParent = 110, Wait = 61, Execute = 59, Unlink = 87, Fork = 57, Clone = 56, Exit = 231, ExitThread = 60, Futex = 202;

    // CLONE_VM, CLONE_FS, CLONE_FILES, CLONE_SIGHAND, CLONE_THREAD, CLONE_SYSVSEM of linux/sched.h.
    const long ThreadFlags = 0x50F00;

    const ulong Base = 0x400000;
    const int DataAt = 0x10000;
    const int DataBytes = 0x10000;

    readonly List<byte> _code = [];
    readonly byte[] _data = new byte[DataBytes];
    int _dataEnd = 64;

    public CallProgram() => Call(Read, 0, Address(Room(8)), 1);

    /// <summary>An argument that is the result of a call before.</summary>
    public readonly record struct Slot(ulong Address);

    /// <summary>Places bytes and answers where they will be.</summary>
    public int Bytes(ReadOnlySpan<byte> bytes)
    {
        var at = Room(bytes.Length);
        bytes.CopyTo(_data.AsSpan(at));
        return at;
    }

    public int Text(string text) => Bytes(Encoding.ASCII.GetBytes(text + '\0'));

    public int Room(int bytes)
    {
        var at = _dataEnd;
        _dataEnd += (bytes + 15) & ~15;
        return at;
    }

    public static long Address(int at) => (long)Base + DataAt + at;

    /// <summary>Makes a call and keeps its result.</summary>
    public Slot Call(int number, params ReadOnlySpan<object> arguments)
    {
        // mov r64, imm64 and mov r64, [abs32]: rdi, rsi, rdx, r10, r8, r9.
        ReadOnlySpan<(byte Prefix, byte Code, byte ReadPrefix, byte ReadModes)> registers =
            [(0x48, 0xBF, 0x48, 0x3C), (0x48, 0xBE, 0x48, 0x34), (0x48, 0xBA, 0x48, 0x14), (0x49, 0xBA, 0x4C, 0x14), (0x49, 0xB8, 0x4C, 0x04), (0x49, 0xB9, 0x4C, 0x0C)];
        for (var i = 0; i < arguments.Length; i++)
        {
            var (prefix, code, readPrefix, modes) = registers[i];
            if (arguments[i] is Slot slot)
            {
                Emit(readPrefix, 0x8B, modes, 0x25);
                Emit32((int)slot.Address);
            }
            else
            {
                Emit(prefix, code);
                Emit64(Convert.ToInt64(arguments[i], System.Globalization.CultureInfo.InvariantCulture));
            }
        }

        Emit(0x48, 0xB8);
        Emit64(number);
        Emit(0x0F, 0x05);

        // mov [abs32], rax
        var result = new Slot((ulong)Address(Room(8)));
        Emit(0x48, 0x89, 0x04, 0x25);
        Emit32((int)result.Address);
        return result;
    }

    /// <summary>Does something many times. Not to be nested.</summary>
    public void Repeat(int times, Action body)
    {
        // mov r12, imm64; ...; dec r12; jnz
        Emit(0x49, 0xBC);
        Emit64(times);
        var start = _code.Count;
        body();
        Emit(0x49, 0xFF, 0xCC, 0x0F, 0x85);
        Emit32(start - (_code.Count + 4));
    }

    /// <summary>Makes a child that does something and must exit at the end.</summary>
    public void InChild(Action body) => AfterCall(body, Fork);

    /// <summary>Makes a thread that does something and must end itself at the end. It needs a stack only because the kernel wants one.</summary>
    public void InThread(Action body) => AfterCall(body, Clone, ThreadFlags, Address(Room(64)) + 64, 0, 0, 0);

    void AfterCall(Action body, int number, params ReadOnlySpan<object> arguments)
    {
        Call(number, arguments);

        // test rax, rax; jnz over it
        Emit(0x48, 0x85, 0xC0, 0x0F, 0x85);
        var patch = _code.Count;
        Emit32(0);
        body();
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, _code.Count - (patch + 4));
        for (var i = 0; i < 4; i++)
        {
            _code[patch + i] = bytes[i];
        }
    }

    /// <summary>Writes to a page that nobody wrote to: one minor fault for each page.</summary>
    public void Touch(long address)
    {
        // mov byte [abs32], 1
        Emit(0xC6, 0x04, 0x25);
        Emit32((int)address);
        Emit(1);
    }

    public void Crash() => Emit(0x0F, 0x0B);

    /// <summary>Writes the executable file.</summary>
    public string Save(string folder)
    {
        Call(Exit, 0);
        Assert.True(_code.Count < DataAt - 0x1000, "the program is too long");
        Assert.True(_dataEnd < DataBytes, "the program has too much data");
        var file = new byte[DataAt + DataBytes];
        WriteHeaders(file);
        _code.ToArray().CopyTo(file, 0x1000);
        _data.CopyTo(file, DataAt);
        var path = Path.Combine(folder, "calls");
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        }

        using (var stream = new FileStream(path, options))
        {
            stream.Write(file);
        }

        return path;
    }

    // elf(5): the header and two segments, code and data.
    static void WriteHeaders(Span<byte> file)
    {
        ReadOnlySpan<byte> identity = [0x7F, (byte)'E', (byte)'L', (byte)'F', 2, 1, 1];
        identity.CopyTo(file);
        BinaryPrimitives.WriteInt32LittleEndian(file[16..], 2 | 62 << 16);
        BinaryPrimitives.WriteInt32LittleEndian(file[20..], 1);
        BinaryPrimitives.WriteUInt64LittleEndian(file[24..], Base + 0x1000);
        BinaryPrimitives.WriteUInt64LittleEndian(file[32..], 64);
        BinaryPrimitives.WriteInt16LittleEndian(file[52..], 64);
        BinaryPrimitives.WriteInt16LittleEndian(file[54..], 56);
        BinaryPrimitives.WriteInt16LittleEndian(file[56..], 2);
        WriteSegment(file[64..], flags: 5, 0, DataAt, DataAt);
        WriteSegment(file[120..], flags: 6, DataAt, DataBytes, DataBytes + 0x100000);
    }

    static void WriteSegment(Span<byte> header, int flags, ulong at, ulong fileBytes, ulong bytes)
    {
        BinaryPrimitives.WriteInt32LittleEndian(header, 1);
        BinaryPrimitives.WriteInt32LittleEndian(header[4..], flags);
        BinaryPrimitives.WriteUInt64LittleEndian(header[8..], at);
        BinaryPrimitives.WriteUInt64LittleEndian(header[16..], Base + at);
        BinaryPrimitives.WriteUInt64LittleEndian(header[24..], Base + at);
        BinaryPrimitives.WriteUInt64LittleEndian(header[32..], fileBytes);
        BinaryPrimitives.WriteUInt64LittleEndian(header[40..], bytes);
        BinaryPrimitives.WriteUInt64LittleEndian(header[48..], 0x1000);
    }

    /// <summary>Untouched memory behind the data: zero pages.</summary>
    public static long FreshPage(int number) => (long)Base + DataAt + DataBytes + number * 4096L;

    void Emit(params ReadOnlySpan<byte> bytes) => _code.AddRange(bytes);

    void Emit32(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
        _code.AddRange(bytes);
    }

    void Emit64(long value)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, value);
        _code.AddRange(bytes);
    }
}
