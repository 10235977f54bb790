using Mesoscope.Captures;
using Mesoscope.Machine;
using Mesoscope.Query.Fields;
using Mesoscope.Query.Filters;
using Mesoscope.Query.Formats;
using Mesoscope.Query.Text;

namespace Mesoscope.Fuzz;

/// <summary>
/// What is done with a damaged capture: read it, apply its events, filter them, write lines about them, and write the state that they led
/// to. Each capture gets some of the fields and one of the filters; in turn all of them are used.
/// </summary>
public sealed class FuzzTarget
{
    const string DefaultLine = "*%evt.num %evt.outputtime %evt.cpu %proc.name (%thread.tid) %evt.dir %evt.type %evt.info";
    const int FieldsPerCapture = 24;

    static readonly string[] s_filters =
    [
        "evt.type in (open, read, clone) or fd.name contains etc or proc.aname=init or fd.port=80 or evt.failed=true",
        "evt.buffer bcontains 0a or fd.net=10.0.0.0/8 or proc.cmdline pmatch (/usr, nginx) or evt.latency>1000",
        "tolower(proc.exe) icontains REDIS or fd.ip exists or evt.args regex '.*fd=[0-9]+.*' or evt.rawarg.size>10",
        "not fd.name glob '/*c*' and evt.arg.flags intersects (O_RDONLY) or len(fd.filename)>3 or fd.snet=::1/64",
        "proc.name=val(proc.pname) or container.id!=host or user.name=root or evt.around[1772352000000000000]=1000",
    ];

    // What must have an argument gets the first of these that suits it.
    static readonly string[] s_arguments = ["[0]", ".name", ".read", "[*]"];

    static readonly string[] s_formats = [.. Fields().Chunk(FieldsPerCapture).Select(fields => "*" + string.Join(' ', fields.Select(field => "%" + field)))];

    readonly Utf8Writer _output = new();
    long _captureCount;

    /// <summary>Events that were delivered so far, over all captures.</summary>
    public long EventCount { get; private set; }

    /// <summary>Bytes of the lines so far.</summary>
    public long LineBytes { get; private set; }

    /// <summary>Does it all with one capture. Damage is expected; any other exception is a mistake and goes to the caller.</summary>
    /// <param name="capture">The damaged bytes.</param>
    /// <param name="salvages">Whether reading goes on behind damage.</param>
    public void Run(ReadOnlyMemory<byte> capture, bool salvages)
    {
        _captureCount++;
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
        var further = Further(session);
        var filter = FilterCompiler.Compile(s_filters[_captureCount % s_filters.Length], session);
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

        using var writer = CaptureWriter.Create(new MemoryStream(), "fuzz");
        machine.Export(writer.Snapshot);
    }

    // A third of the captures each: a line, the shape of -j, an object with typed values.
    EventFormat Further(FieldSession session)
    {
        var format = s_formats[_captureCount / 3 % s_formats.Length];
        session.IsJson = _captureCount % 3 != 0;
        return (_captureCount % 3) switch
        {
            0 => LineFormat.Compile(format, session),
            1 => JsonFormat.Compile(format, session),
            _ => NdjsonFormat.Compile(format, session),
        };
    }

    static IEnumerable<string> Fields() =>
        from fieldClass in FieldRegistry.Classes
        from field in fieldClass.Fields
        where !field.IsFilterOnly
        select field.Argument == FieldArgument.Required ? field.Name + s_arguments.First(argument => Suits(field.Name + argument)) : field.Name;

    static bool Suits(string text)
    {
        try
        {
            FieldRegistry.Bind(text, new FieldSession());
            return true;
        }
        catch (FieldException)
        {
            return false;
        }
    }
}
