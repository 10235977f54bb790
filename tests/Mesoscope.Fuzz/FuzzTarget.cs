using Mesoscope.Captures;
using Mesoscope.Machine;
using Mesoscope.Query.Fields;
using Mesoscope.Query.Filters;
using Mesoscope.Query.Formats;
using Mesoscope.Query.Text;

namespace Mesoscope.Fuzz;

/// <summary>What is done with a damaged capture: read it, apply its events, filter them, write lines about them.</summary>
public sealed class FuzzTarget
{
    const string DefaultLine = "*%evt.num %evt.outputtime %evt.cpu %proc.name (%thread.tid) %evt.dir %evt.type %evt.info";

    const string FurtherFields =
        "*%evt.args %evt.arg[0] %evt.latency %evt.buffer %proc.cmdline %proc.pname %proc.aname[2] %proc.cwd %fd.name %fd.type %fd.cip %fd.sport %fd.filename "
        + "%user.name %group.name %container.name %container.image %container.mounts %thread.cgroups %syslog.message %fdlist.names %mesos.task.labels %marathon.app.id";

    const string Filter = "evt.type in (open, read, clone) or fd.name contains etc or proc.aname=init or fd.port=80 or evt.failed=true";

    readonly Utf8Writer _output = new();

    /// <summary>Events that were delivered so far, over all captures.</summary>
    public long EventCount { get; private set; }

    /// <summary>Bytes of the lines so far.</summary>
    public long LineBytes { get; private set; }

    /// <summary>Does it all with one capture. Damage is expected; any other exception is a mistake and goes to the caller.</summary>
    /// <param name="capture">The damaged bytes.</param>
    /// <param name="salvages">Whether reading goes on behind damage.</param>
    public void Run(ReadOnlyMemory<byte> capture, bool salvages)
    {
        try
        {
            using var reader = CaptureReader.Open(new MemoryStream(capture.ToArray()), "fuzz", new CaptureReaderOptions { Salvage = salvages });
            Process(reader);
        }
        catch (CaptureFormatException)
        {
            // What a damaged capture is answered with.
        }
        catch (CaptureFileException)
        {
            // What a file that is no capture is answered with.
        }
    }

    void Process(CaptureReader reader)
    {
        var session = new FieldSession { TimeZone = TimeZoneInfo.Utc };
        var line = LineFormat.Compile(DefaultLine, session);
        var further = LineFormat.Compile(FurtherFields, session);
        var filter = FilterCompiler.Compile(Filter, session);
        var machine = new MachineState();
        var context = new EventContext(machine);
        var engine = new StateEngine(machine, context, new StateEngineOptions());
        reader.ReadStart(machine);
        while (reader.ReadNext(context.Event))
        {
            EventCount++;
            if (!engine.Process(null))
            {
                continue;
            }

            _output.Clear();
            line.TryFormat(context, _output);
            if (filter.Matches(context))
            {
                further.TryFormat(context, _output);
            }

            LineBytes += _output.Length;
        }
    }
}
