using System.Globalization;
using Mesoscope.Query.Text;

namespace Mesoscope.Cli.CommandLine;

/// <summary>Makes <see cref="TraceOptions"/> of the words behind <c>mesoscope trace</c>.</summary>
static class TraceOptionsReader
{
    /// <summary>Reads the words. Options that list something end the reading, as their answer does not depend on the rest.</summary>
    /// <exception cref="UsageException">The command line cannot be carried out.</exception>
    public static TraceOptions Read(string[] words)
    {
        var options = new TraceOptions();
        var reader = new OptionReader(OptionTable.Rows, words);
        while (reader.TryNext(out var option, out var argument))
        {
            if (option.Id == OptionId.MesosApi && argument!.EndsWith(',') && reader.PeekWord()?.Contains("://", StringComparison.Ordinal) == true)
            {
                // "-m http://a:5050, http://b:8080": the list goes on in the next word.
                argument += reader.TakeWord();
            }

            if (ApplyList(options, option.Id, argument) || ApplyPrinting(options, option.Id, argument)
                || ApplyReading(options, option.Id, argument) || ApplyWriting(options, option.Id, argument)
                || ApplyLive(options.Live, option.Id, argument) || ClusterSettingsReader.Apply(options.Cluster, option.Id, argument))
            {
                if (options.Action is not (TraceAction.Run or TraceAction.Explain or TraceAction.ListFields or TraceAction.ListFieldsMarkdown))
                {
                    return options;
                }
            }
            else
            {
                RefuseMissing(option, argument);
            }
        }

        ClusterSettingsReader.ApplyEnvironment(options.Cluster, options.IsLive, Environment.GetEnvironmentVariable);

        // Where there is nothing to start, the words behind the dashes are the filter, as getopt has it.
        options.Filter = string.Join(' ', options.IsLive ? reader.Operands : reader.Operands.Concat(reader.BehindDashes));
        options.Live.Command = options.IsLive ? reader.BehindDashes : [];
        if (options.FiltersProcessList && options.Filter.Length == 0)
        {
            throw new UsageException("--filter-proclist needs a filter, which stands behind the options");
        }

        return options;
    }

    static bool ApplyList(TraceOptions options, OptionId id, string? argument)
    {
        var action = id switch
        {
            OptionId.Help => TraceAction.Help,
            OptionId.ListEvents => TraceAction.ListEvents,
            OptionId.Version => TraceAction.Version,
            OptionId.LibsVersion => TraceAction.LibsVersion,
            OptionId.Check => TraceAction.Check,
            OptionId.Explain => TraceAction.Explain,
            OptionId.ListMarkdown => TraceAction.ListFieldsMarkdown,
            OptionId.Format when argument == "p" => TraceAction.ShowFormat,
            OptionId.ListFields when options.Action == TraceAction.ListFieldsMarkdown => TraceAction.ListFieldsMarkdown,
            OptionId.ListFields => TraceAction.ListFields,
            _ => TraceAction.Run,
        };
        if (action == TraceAction.Run)
        {
            return false;
        }

        options.Action = action;
        return true;
    }

    // The kernel's own limit for one ring buffer is 2 GiB less a page.
    const int MaxBufferMebibytes = 1024;
    const int MaxHoldMilliseconds = 10_000;

    // A kernel gives out at most 4 million thread ids, and a table beyond a quarter of the 32-bit range could not grow any more.
    const int MaxTable = 1 << 24;

    static bool ApplyPrinting(TraceOptions options, OptionId id, string? argument)
    {
        switch (id)
        {
            case OptionId.PrintAscii: SetBufferStyle(options, BufferStyle.Ascii); break;
            case OptionId.PrintBase64: SetBufferStyle(options, BufferStyle.Base64); break;
            case OptionId.PrintHex: SetBufferStyle(options, BufferStyle.Hex); break;
            case OptionId.PrintHexAscii: SetBufferStyle(options, BufferStyle.HexAscii); break;
            case OptionId.Format:
                options.Format = DefaultFormats.Find(argument!) ?? argument;
                options.IsFormatCustom |= ReferenceEquals(options.Format, argument);
                break;
            case OptionId.Json: options.Style = OutputStyle.Json; break;
            case OptionId.Ndjson: options.Style = OutputStyle.Ndjson; break;
            case OptionId.TimeStyle: options.TimeStyle = ReadTimeStyle(argument!); break;
            case OptionId.ResolvePorts: options.ResolvesPorts = true; break;
            case OptionId.Verbose: options.IsVerbose = true; break;
            case OptionId.Debug: options.IsDebug = true; break;
            case OptionId.Quiet: options.IsQuiet = true; break;
            case OptionId.Progress: options.ShowsProgress = true; break;
            case OptionId.Summary: options.ShowsSummary = true; break;
            case OptionId.Unbuffered: options.IsUnbuffered = true; break;
            default: return false;
        }

        return true;
    }

    static bool ApplyReading(TraceOptions options, OptionId id, string? argument)
    {
        switch (id)
        {
            case OptionId.Read: options.Inputs.Add(argument!); break;
            case OptionId.Salvage: options.Salvages = true; break;
            case OptionId.MaxThreads:
                options.Limits = options.Limits with { Threads = (int)ReadCount(argument!, "--max-threads", "number of threads", MaxTable) };
                break;
            case OptionId.MaxDescriptors:
                options.Limits = options.Limits with { DescriptorsPerProcess = (int)ReadCount(argument!, "--max-fds", "number of descriptors", MaxTable) };
                break;
            case OptionId.MaxContainers:
                options.Limits = options.Limits with { Containers = (int)ReadCount(argument!, "--max-containers", "number of containers", MaxTable) };
                break;
            case OptionId.DisplayFilter: options.IsDisplayFilter = true; break;
            case OptionId.ExcludeUsers: options.ExcludesUsers = true; break;
            case OptionId.EventCount: options.MaxEvents = ReadCount(argument!, "-n", "number of events"); break;
            case OptionId.Duration: options.MaxSeconds = (int)ReadCount(argument!, "-M", "number of seconds", int.MaxValue); break;
            case OptionId.SuppressComm: options.SuppressedComms.Add(argument!); break;
            default: return false;
        }

        return true;
    }

    static bool ApplyWriting(TraceOptions options, OptionId id, string? argument)
    {
        switch (id)
        {
            case OptionId.Write:
                options.Output = argument;
                options.IsQuiet = true;
                break;
            case OptionId.Compress: options.Compresses = true; break;
            case OptionId.FatFile: options.IsFatFile = true; break;
            case OptionId.FilterProcessList: options.FiltersProcessList = true; break;
            case OptionId.FileSize: options.FileMegabytes = (int)ReadCount(argument!, "-C", "number of millions of bytes", int.MaxValue); break;
            case OptionId.Seconds: options.FileSeconds = (int)ReadCount(argument!, "-G", "number of seconds", int.MaxValue); break;
            case OptionId.EventLimit: options.FileEvents = ReadCount(argument!, "-e", "number of events"); break;
            case OptionId.FileLimit: options.FileLimit = (int)ReadCount(argument!, "-W", "number of files", int.MaxValue); break;
            default: return false;
        }

        return true;
    }

    static bool ApplyLive(LiveRunOptions options, OptionId id, string? argument)
    {
        switch (id)
        {
            case OptionId.SnapLength: options.PayloadBytes = (int)ReadCount(argument!, "-s", "number of bytes", int.MaxValue, 0); break;
            case OptionId.BufferSize: options.BufferMebibytes = (int)ReadCount(argument!, "--buffer-size", "number of MiB", MaxBufferMebibytes); break;
            case OptionId.Hold: options.HoldMilliseconds = (int)ReadCount(argument!, "--hold", "number of milliseconds", MaxHoldMilliseconds, 0); break;
            case OptionId.PageFaults: options.CapturesPageFaults = true; break;
            case OptionId.OwnEvents: options.CapturesOwnEvents = true; break;
            case OptionId.Cri: options.RuntimeSocket = argument; break;
            default: return false;
        }

        return true;
    }

    /// <summary>What is left only matters while events are captured live, and is accepted; or does not exist here.</summary>
    static void RefuseMissing(OptionInfo option, string? argument)
    {
        switch (option.Id)
        {
            case OptionId.Chisel or OptionId.ListChisels or OptionId.ChiselInfo:
                var name = argument is null or "l" ? "" : $" '{argument}'";
                throw new UsageException($"chisels are not available yet; option '{option.Usage.Split(',')[0]}'{name} cannot be carried out");
            case OptionId.Plugin or OptionId.PluginInput or OptionId.PluginConfigFile:
                throw new UsageException($"plugins are not supported; seen '{argument}' behind '{option.Usage.Split(' ')[0]}'");
        }
    }

    static void SetBufferStyle(TraceOptions options, BufferStyle style)
    {
        if (options.BufferStyle != BufferStyle.Dots)
        {
            throw new UsageException("only one of -A, -b, -x and -X can be given");
        }

        options.BufferStyle = style;
    }

    static char ReadTimeStyle(string argument) => argument is "h" or "a" or "r" or "d" or "D"
        ? argument[0]
        : throw new UsageException($"option '-t' takes one of h, a, r, d and D; seen '{argument}'");

    static ulong ReadCount(string argument, string option, string what, ulong most = ulong.MaxValue, ulong least = 1)
    {
        var isHex = argument.StartsWith("0x", StringComparison.Ordinal);
        var isNumber = isHex
            ? ulong.TryParse(argument.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number)
            : ulong.TryParse(argument, NumberStyles.None, CultureInfo.InvariantCulture, out number);
        return isNumber && number >= least && number <= most
            ? number
            : throw new UsageException($"option '{option}' takes a {what} from {least} to {most}; seen '{argument}'");
    }
}
