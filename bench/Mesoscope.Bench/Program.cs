using System.Globalization;
using Mesoscope.Bench;
using Mesoscope.Bench.Counting;
using Mesoscope.Bench.Names;
using Mesoscope.Bench.Scanning;

// Measures. Usage: dotnet run -c Release --project bench/Mesoscope.Bench -- COMMAND
//   stages CAPTURE [ROUNDS]              nanoseconds per event inside one process, stage by stage
//   enlarge CAPTURE MEGABYTES TARGET     makes a large capture: the events of a small one again and again, each time later
//   race CAPTURE PROGRAM REFERENCE [RUNS]  whole processes in turn, ratio of wall time, peak memory
//   names [RUNS]                         what names of a cluster cost, on demo clusters in processes of their own
//   counting SECONDS [notime]            counts in the kernel as the agent does (root), and what reading costs
//   scan PROCESSES [RUNS]                reads the machine's first state (root), with iterators and without, beside so many processes

switch (args)
{
    case ["stages", var capture, .. var rest]:
        Stages.Run(capture, rest.Length > 0 ? Number(rest[0]) : 7);
        return 0;
    case ["enlarge", var source, var megabytes, var target]:
        Console.WriteLine($"{LargeCapture.Write(source, Number(megabytes) * 1024L * 1024L, target)} events in {target}");
        return 0;
    case ["race", var capture, var program, var reference, .. var rest]:
        Race.Run(capture, program, reference, rest.Length > 0 ? Number(rest[0]) : 5);
        return 0;
    case ["names", .. var rest]:
        NamesBench.Run(rest.Length > 0 ? Number(rest[0]) : 5);
        return 0;
    case ["counting", var seconds, .. var rest]:
        return CountingBench.Run(Number(seconds), measuresTime: rest is not ["notime"]);
    case ["scan", var processes, .. var rest]:
        return ScanBench.Run(Number(processes), rest.Length > 0 ? Number(rest[0]) : 7);
    case [Child.Word, .. var part]:
        Child.Run(part);
        return 0;
    default:
        Console.Error.WriteLine("usage: stages CAPTURE [ROUNDS] | enlarge CAPTURE MEGABYTES TARGET | race CAPTURE PROGRAM REFERENCE [RUNS] | names [RUNS] | counting SECONDS [notime] | scan PROCESSES [RUNS]");
        return 1;
}

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
