using System.Buffers.Binary;
using System.Text;
using Mesoscope.Events;
using Mesoscope.Events.Schema;

namespace Mesoscope.Kernel.Tests.Families;

// An event of the thread that a test ran on: ">bind" or "<bind", and the bytes of the parameters.
sealed record RecordedCall(EventType Type, string Name, byte[][] Parameters)
{
    public string Hex(int index) => Convert.ToHexString(Parameters[index]);

    public string Text(int index) => Encoding.UTF8.GetString(Parameters[index]);

    public long Number(int index) => Parameters[index].Length == 8
        ? BinaryPrimitives.ReadInt64LittleEndian(Parameters[index])
        : BinaryPrimitives.ReadInt32LittleEndian(Parameters[index]);

    // Runs the calls under a live capture and returns their events, those of the named system calls only.
    public static List<RecordedCall> Record(string[] names, Action calls) => Record(names, calls, out _);

    // ...and what was lost.
    public static List<RecordedCall> Record(string[] names, Action calls, out LiveDrops drops)
    {
        var wanted = new EventTypeSet();
        foreach (var type in Enum.GetValues<EventType>().Where(t => names.Contains(EventSchema.Get(t).Name)))
        {
            wanted.Add(type);
        }

        return Record(wanted, calls, out drops);
    }

    // Runs the calls under a live capture of everything and returns their events.
    public static List<RecordedCall> Record(Action calls) => Record(EventTypeSet.All, calls, out _);

    static List<RecordedCall> Record(EventTypeSet wanted, Action calls, out LiveDrops drops)
    {
        var filter = new KernelFilter { Wanted = wanted, ThreadIds = [Calls.ThreadId()] };
        using var capture = LiveCapture.Open(new LiveOptions { IncludesOwnEvents = true, Filter = filter });
        calls();
        capture.Stop();

        var recorded = new List<RecordedCall>();
        var next = new Event();
        for (var step = capture.ReadNext(next); step != LiveStep.Ended; step = capture.ReadNext(next))
        {
            if (step == LiveStep.Event && wanted.Contains(next.Type))
            {
                recorded.Add(Copy(next));
            }
        }

        drops = capture.Drops;
        Assert.Equal(0UL, drops.LostEvents);
        return recorded;
    }

    static RecordedCall Copy(Event source)
    {
        var parameters = new byte[source.StoredParameterCount][];
        for (var i = 0; i < parameters.Length; i++)
        {
            parameters[i] = source.Parameter(i).ToArray();
        }

        return new RecordedCall(source.Type, (source.Info.IsEnter ? ">" : "<") + source.Info.Name, parameters);
    }
}
