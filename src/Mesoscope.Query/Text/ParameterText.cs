using Mesoscope.Events.Schema;
using Mesoscope.Machine;

namespace Mesoscope.Query.Text;

/// <summary>
/// Writes the parameters of events as text. One object per run; keeps what little the texts of earlier parameters leave behind. Not
/// safe for several threads.
/// </summary>
/// <param name="style">How data buffers are written.</param>
/// <param name="maximumBufferBytes">Where the text of a data buffer in dots is cut; 0 for nowhere.</param>
/// <param name="resolvesPorts">Whether ports are written by name.</param>
public sealed class ParameterText(BufferStyle style, int maximumBufferBytes, bool resolvesPorts)
{
    readonly byte[]?[]?[] _labels = new byte[EventSchema.EventTypeCount][][];

    // The usual lines cut some texts at the size of a buffer that only data and long texts make larger.
    int _capacity = 1024;

    /// <summary>Appends all parameters that a line shows, each as <c>name=value(meaning)</c> and a blank.</summary>
    public void AppendAll(Utf8Writer output, EventContext context)
    {
        var current = context.Event;
        var info = current.Info;
        var labels = _labels[(int)info.Type] ??= MakeLabels(info);
        var count = Math.Min(info.ShownParameterCount, current.ParameterCount);
        for (var i = 0; i < count; i++)
        {
            output.Append(labels[i]);
            Append(output, context, i, ParameterForm.Full);
            output.Append((byte)' ');
        }
    }

    /// <summary>Appends one parameter that the event holds and the schema knows.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="context">The event.</param>
    /// <param name="index">The parameter, from 0; less than the event's parameter count.</param>
    /// <param name="form">How much of it.</param>
    public void Append(Utf8Writer output, EventContext context, int index, ParameterForm form)
    {
        var parameter = new ParameterView(context, index);
        var start = output.Length;
        if (form == ParameterForm.Resolved)
        {
            AppendMeaning(output, parameter);
            if (output.Length > start)
            {
                return;
            }
        }

        AppendPlain(output, parameter);
        if (form != ParameterForm.Full || !HasMeaning(parameter.Type))
        {
            return;
        }

        var end = output.Length;
        output.Append((byte)'(');
        AppendMeaning(output, parameter);
        if (output.Length > end + 1)
        {
            output.Append((byte)')');
        }
        else
        {
            output.Length = end;
        }
    }

    static byte[]?[] MakeLabels(EventInfo info) =>
        Array.ConvertAll(info.Parameters, static parameter => (byte[]?)[.. parameter.Utf8, (byte)'=']);

    static bool HasMeaning(ParameterType type) =>
        type is >= ParameterType.Errno and not (ParameterType.SockAddr or ParameterType.SockTuple or ParameterType.FdList);

    void AppendPlain(Utf8Writer output, in ParameterView parameter)
    {
        switch (parameter.Type)
        {
            case >= ParameterType.Int8 and <= ParameterType.UInt64 or ParameterType.Mode:
                NumberText.AppendPlain(output, parameter);
                break;
            case ParameterType.Errno or ParameterType.Fd or ParameterType.Pid or ParameterType.Fd32 or ParameterType.Pid32:
                output.AppendDecimal(parameter.Signed);
                break;
            case ParameterType.CharBuf:
                AppendText(output, parameter);
                break;
            case ParameterType.ByteBuf:
                AppendBuffer(output, parameter);
                break;
            case ParameterType.FsPath or ParameterType.FsRelPath:
                AppendPath(output, parameter);
                break;
            case ParameterType.SockAddr:
                SocketText.AppendAddress(output, parameter, resolvesPorts);
                break;
            case ParameterType.SockTuple:
                SocketText.AppendPair(output, parameter, resolvesPorts);
                break;
            case ParameterType.FdList:
                DescriptorText.AppendList(output, parameter, _capacity - 1);
                break;
            case >= ParameterType.Flags8 and <= ParameterType.Flags32 or >= ParameterType.EnumFlags8 and <= ParameterType.EnumFlags32:
                output.AppendDecimal((ulong)FlagText.Value(parameter));
                break;
            default:
                AppendRare(output, parameter);
                break;
        }
    }

    static void AppendRare(Utf8Writer output, in ParameterView parameter)
    {
        switch (parameter.Type)
        {
            case ParameterType.SyscallId:
                NumberText.AppendSyscallNumber(output, parameter);
                break;
            case ParameterType.SigType:
                output.AppendDecimal((ulong)(byte)parameter.Unsigned);
                break;
            case ParameterType.SigSet:
                NumberText.AppendSignalSet(output, parameter);
                break;
            case ParameterType.RelTime:
                NumberText.AppendDuration(output, parameter);
                break;
            case ParameterType.AbsTime or ParameterType.Port or ParameterType.L4Proto or ParameterType.SockFamily or ParameterType.Bool:
                output.AppendDecimal(parameter.Unsigned);
                break;
            case ParameterType.Uid or ParameterType.Gid:
                ProcessText.AppendId(output, parameter);
                break;
            case ParameterType.IPv4Addr when parameter.Bytes.Length >= 4:
                AddressText.AppendIPv4(output, parameter.Bytes);
                break;
            case ParameterType.IPv6Addr when parameter.Bytes.Length >= 16:
                AddressText.AppendIPv6(output, parameter.Bytes);
                break;
            case ParameterType.CharBufArray or ParameterType.CharBufPairArray:
                ListText.Append(output, parameter);
                break;
            case ParameterType.Dynamic:
                output.Append("INVALID DYNAMIC PARAMETER"u8);
                break;
            default:
                output.Append("(n.a.)"u8);
                break;
        }
    }

    static void AppendMeaning(Utf8Writer output, in ParameterView parameter)
    {
        switch (parameter.Type)
        {
            case ParameterType.Errno:
                NumberText.AppendErrorName(output, parameter);
                break;
            case ParameterType.Fd or ParameterType.Fd32:
                DescriptorText.AppendName(output, parameter.Context, parameter.Signed);
                break;
            case ParameterType.Pid or ParameterType.Pid32:
                ProcessText.AppendCommand(output, parameter);
                break;
            case ParameterType.FsPath or ParameterType.FsRelPath:
                PathText.AppendAbsolute(output, parameter);
                break;
            case >= ParameterType.Flags8 and <= ParameterType.Flags32 or ParameterType.Mode:
                FlagText.AppendNames(output, parameter);
                break;
            case >= ParameterType.EnumFlags8 and <= ParameterType.EnumFlags32:
                FlagText.AppendEnumeration(output, parameter);
                break;
            case ParameterType.SyscallId:
                NumberText.AppendSyscallName(output, parameter);
                break;
            case ParameterType.SigType:
                output.Append(SignalNames.Get((byte)parameter.Unsigned));
                break;
            case ParameterType.RelTime:
                NumberText.AppendSeconds(output, parameter);
                break;
            case ParameterType.Uid:
                ProcessText.AppendUser(output, parameter);
                break;
            case ParameterType.Gid:
                ProcessText.AppendGroup(output, parameter);
                break;
            default:
                break;
        }
    }

    void AppendText(Utf8Writer output, in ParameterView parameter)
    {
        if (parameter.Bytes.Length > _capacity)
        {
            _capacity = parameter.Bytes.Length;
        }

        output.Append(parameter.Text);
    }

    void AppendPath(Utf8Writer output, in ParameterView parameter)
    {
        var start = output.Length;
        var most = Math.Min(parameter.Bytes.Length, _capacity) - 1;
        PrintableText.AppendSanitized(output, parameter.Text);
        if (output.Length - start > Math.Max(most, 0))
        {
            output.Length = start + Math.Max(most, 0);
        }
    }

    void AppendBuffer(Utf8Writer output, in ParameterView parameter)
    {
        var start = output.Length;
        BufferText.Append(output, parameter.Bytes, style, maximumBufferBytes);
        var needed = Math.Max(output.Length - start, style == BufferStyle.Dots ? parameter.Bytes.Length : 0) + 2;
        while (_capacity < needed)
        {
            _capacity *= 2;
        }
    }
}
