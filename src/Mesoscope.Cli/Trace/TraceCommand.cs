using Mesoscope.Captures;
using Mesoscope.Cli.CommandLine;
using Mesoscope.Cli.Help;
using Mesoscope.Cli.Lists;
using Mesoscope.Cli.Live;
using Mesoscope.Cli.Naming;
using Mesoscope.Cli.Output;
using Mesoscope.Cli.Recording;
using Mesoscope.Cli.Sources;
using Mesoscope.Kernel;
using Mesoscope.Kernel.Features;
using Mesoscope.Machine;
using Mesoscope.Query.Fields;
using Mesoscope.Query.Filters;
using Mesoscope.Query.Formats;

namespace Mesoscope.Cli.Trace;

/// <summary>The command <c>trace</c>: from its words to its exit status.</summary>
static class TraceCommand
{
    /// <summary>Carries a command line out.</summary>
    /// <param name="words">The words behind the command's name.</param>
    /// <returns>0, or the status of the command that was followed; 1 when something could not be done, which was said on standard error.</returns>
    public static int Run(string[] words)
    {
        var message = "";
        TraceOptions? options = null;
        try
        {
            options = TraceOptionsReader.Read(words);
            return Process(options);
        }
        catch (OutputClosedException e) when (e.IsClosedPipe)
        {
            ClosedPipe.End();
            return ClosedPipe.Status;
        }
        catch (FilterException e)
        {
            message = FilterErrorText.Render(options!.Filter, e);
        }
        catch (LineFormatException e)
        {
            message = $"in the format behind -p: {e.Message}";
        }
        catch (Exception e) when (e is UsageException or CaptureFileException or OutputClosedException or LiveCaptureException)
        {
            message = e.Message;
        }
#pragma warning disable CA1031 // The last line of defence: a mistake of ours must not look like a crash, and must say where it is.
        catch (Exception e)
#pragma warning restore CA1031
        {
            var place = e.StackTrace?.Split('\n')[0].Trim();
            message = $"internal error, please report it with the capture: {e.GetType().Name}: {e.Message} {place}";
        }

        ErrorOutput.WriteMessage(message);
        return 1;
    }

    static int Process(TraceOptions options)
    {
        using var output = new BlockOutput(options.IsUnbuffered || Descriptor.IsTerminal(Descriptor.Output));
        if (options.Action == TraceAction.Check)
        {
            var isPossible = CheckText.Append(output.Block, KernelFeatures.Probe());
            output.Flush();
            return isPossible ? 0 : 1;
        }

        if (options.Action != TraceAction.Run)
        {
            Answer(options, output);
            output.Flush();
            return 0;
        }

        return Trace(options, output);
    }

    static void Answer(TraceOptions options, BlockOutput output)
    {
        var block = output.Block;
        switch (options.Action)
        {
            case TraceAction.Help:
                TraceHelp.Append(block);
                break;
            case TraceAction.ListFields:
                FieldList.Append(block, options.IsVerbose);
                break;
            case TraceAction.ListFieldsMarkdown:
                FieldMarkdown.Append(block);
                break;
            case TraceAction.ListEvents:
                EventList.Append(block);
                break;
            case TraceAction.Version:
                block.Append($"mesoscope version {ProductVersion.Text}\n");
                break;
            case TraceAction.LibsVersion:
                block.Append($"{ProductVersion.Schema}\n");
                break;
            case TraceAction.Explain:
                ExplainText.Append(block, LiveSplit.Of(options, new FieldSession()), options.Live.Command.Count > 0);
                break;
            case TraceAction.ShowFormat:
                block.Append($"{EventPrinter.FormatText(options, Descriptor.IsTerminal(Descriptor.Output))}\n");
                break;
        }
    }

    static int Trace(TraceOptions options, BlockOutput output)
    {
        var session = new FieldSession
        {
            BufferStyle = options.BufferStyle,
            TimeStyle = options.TimeStyle,
            ResolvesPorts = options.ResolvesPorts,
            IsVerbose = options.IsVerbose,
            IsJson = options.Style != OutputStyle.Lines,
        };
        var filter = options.Filter.Length > 0 ? FilterCompiler.Compile(options.Filter, session) : null;
        using var stop = new StopSignals();
        using var naming = ClusterNaming.Open(options);
        using var feed = options.IsLive ? LiveFeed.Open(options, LiveSplit.Of(options, session).Kernel, stop) : null;
        if (feed?.Followed is { } followed)
        {
            filter = new FollowFilter(followed, filter);
        }

        var printer = options.IsQuiet && !options.IsFormatCustom
            ? null
            : new EventPrinter(options, session, options.IsDisplayFilter ? filter : null, output);
        var summary = options.ShowsSummary ? new SummaryTable() : null;
        var earlyFilter = options.IsDisplayFilter ? null : filter;
        using var recording = options.Output is null ? null : new CaptureOutput(options, earlyFilter);
        var run = new TraceRun(options, earlyFilter, options.IsQuiet ? null : printer, summary, recording, naming, stop);
        try
        {
            if (feed is null)
            {
                RunCaptures(options, run, stop);
            }
            else
            {
                run.RunLive(feed);
            }
        }
        finally
        {
            Finish(printer, summary, output);
            naming?.Report();
        }

        return feed?.CommandStatus ?? 0;
    }

    static void RunCaptures(TraceOptions options, TraceRun run, StopSignals stop)
    {
        foreach (var path in options.Inputs)
        {
            if (stop.IsRequested)
            {
                return;
            }

            run.RunCapture(path);
        }
    }

    /// <summary>What was printed before a failure is the user's: it is written in any case.</summary>
    static void Finish(EventPrinter? printer, SummaryTable? summary, BlockOutput output)
    {
        if (printer is { UsesColours: true })
        {
            output.Block.Append("\e[00m"u8);
        }

        summary?.Append(output.Block);
        output.Flush();
    }
}
