using System.Diagnostics;
using System.Globalization;
using Mesoscope.Captures;
using Mesoscope.Machine;
using Mesoscope.Query.Fields;
using Mesoscope.Query.Filters;
using Mesoscope.Query.Formats;
using Mesoscope.Query.Text;

namespace Mesoscope.Bench;

/// <summary>The way of an event inside one process, each stage with those before it.</summary>
static class Stages
{
    const string DefaultLine = "*%evt.num %evt.outputtime %evt.cpu %proc.name (%thread.tid) %evt.dir %evt.type %evt.info";

    /// <summary>Prints nanoseconds per event for each stage: the median of some rounds, after one that is not counted.</summary>
    public static void Run(string capture, int rounds)
    {
        var session = new FieldSession { TimeZone = TimeZoneInfo.Utc };
        Measure("read", capture, rounds, null, null, hasState: false);
        Measure("read, state", capture, rounds, null, null);
        Measure("read, state, filter without matches", capture, rounds, FilterCompiler.Compile("evt.type=open and proc.name=no-such-name", session), null);
        Measure("read, state, filter on names", capture, rounds, FilterCompiler.Compile("proc.name contains a and fd.name contains e", session), null);
        Measure("read, state, short line", capture, rounds, null, LineFormat.Compile("%evt.num %proc.name %evt.type", session));
        Measure("read, state, default line", capture, rounds, null, LineFormat.Compile(DefaultLine, session));
    }

    static void Measure(string name, string capture, int rounds, IEventFilter? filter, EventFormat? format, bool hasState = true)
    {
        var perEvent = new double[rounds];
        var events = 0L;
        Pass(capture, filter, format, hasState);
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < rounds; i++)
        {
            var started = Stopwatch.GetTimestamp();
            events = Pass(capture, filter, format, hasState);
            perEvent[i] = Stopwatch.GetElapsedTime(started).TotalNanoseconds / events;
        }

        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        Array.Sort(perEvent);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name,-40} {perEvent[rounds / 2],8:0.0} ns/event {(double)allocated / rounds / events,8:0.00} bytes/event"));
    }

    static long Pass(string capture, IEventFilter? filter, EventFormat? format, bool hasState)
    {
        using var reader = CaptureReader.Open(capture);
        var machine = new MachineState();
        var context = new EventContext(machine);
        var engine = new StateEngine(machine, context, new StateEngineOptions());
        var output = new Utf8Writer(1 << 16);
        reader.ReadStart(machine);
        var count = 0L;
        while (reader.ReadNext(context.Event))
        {
            count++;
            if (hasState && engine.Process(filter) && format is not null)
            {
                output.Clear();
                format.TryFormat(context, output);
            }
        }

        return count;
    }
}
