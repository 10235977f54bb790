using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;
using Mesoscope.DemoCluster.Changes;
using Mesoscope.DemoCluster.Documents;
using Microsoft.AspNetCore.Http;

namespace Mesoscope.DemoCluster.Masters;

/// <summary>
/// Answers SUBSCRIBE: an endless body of records, each its length in decimal digits, a line feed and that many bytes. First the whole
/// state, then every change, and a heartbeat whenever the interval is over, as Mesos' RecordIO format has it.
/// </summary>
sealed class OperatorStream(Cluster cluster, EmulatedMesos mesos, TimeSpan heartbeat)
{
    public async Task ServeAsync(HttpContext context)
    {
        var cancel = context.RequestAborted;
        using var subscription = cluster.Subscribe();
        context.Response.ContentType = "application/json";
        var output = context.Response.BodyWriter;
        await WriteStateAsync(output, subscription, cancel);
        using var timer = new PeriodicTimer(heartbeat, cluster.Time);
        try
        {
            await ServeEventsAsync(output, subscription, timer, cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // The reader has gone, which is how these streams end.
        }
    }

    async Task ServeEventsAsync(PipeWriter output, ClusterSubscription subscription, PeriodicTimer timer, CancellationToken cancel)
    {
        await WriteRecordAsync(output, WriteHeartbeat, cancel);
        var beat = timer.WaitForNextTickAsync(cancel).AsTask();
        var more = subscription.Events.WaitToReadAsync(cancel).AsTask();
        while (true)
        {
            await Task.WhenAny(beat, more);
            if (more.IsCompleted)
            {
                if (!await more)
                {
                    return;
                }

                while (subscription.Events.TryRead(out var happened))
                {
                    if (happened is LeadershipLost)
                    {
                        return;
                    }

                    if (happened is MasterEvent change)
                    {
                        await WriteRecordAsync(output, json => MasterEventWriter.Write(json, change, mesos), cancel);
                    }
                }

                more = subscription.Events.WaitToReadAsync(cancel).AsTask();
            }

            if (beat.IsCompleted)
            {
                await WriteRecordAsync(output, WriteHeartbeat, cancel);
                beat = timer.WaitForNextTickAsync(cancel).AsTask();
            }
        }
    }

    static void WriteHeartbeat(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("type", "HEARTBEAT");
        json.WriteEndObject();
    }

    // The length comes first, so this one document does have to be in memory as a whole; so it is in a real master.
    async Task WriteStateAsync(PipeWriter output, ClusterSubscription subscription, CancellationToken cancel)
    {
        using var memory = new MemoryStream();
        var pipe = PipeWriter.Create(memory, new StreamPipeWriterOptions(leaveOpen: true));
        var body = new JsonBody(pipe);
        body.Writer.WriteStartObject();
        body.Writer.WriteString("type", "SUBSCRIBED");
        body.Writer.WriteStartObject("subscribed");
        await OperatorStateDocument.WriteAsync(body, subscription.State.AsMasterKnows(), mesos, cancel);
        body.Writer.WriteFraction("heartbeat_interval_seconds", heartbeat.TotalSeconds);
        body.Writer.WriteEndObject();
        body.Writer.WriteEndObject();
        await body.DisposeAsync();
        await pipe.CompleteAsync();
        await WriteRecordAsync(output, memory.GetBuffer().AsMemory(0, (int)memory.Length), cancel);
    }

    static async Task WriteRecordAsync(PipeWriter output, Action<Utf8JsonWriter> write, CancellationToken cancel)
    {
        var record = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(record))
        {
            write(json);
        }

        await WriteRecordAsync(output, record.WrittenMemory, cancel);
    }

    static async Task WriteRecordAsync(PipeWriter output, ReadOnlyMemory<byte> record, CancellationToken cancel)
    {
        var length = output.GetSpan(16);
        System.Buffers.Text.Utf8Formatter.TryFormat(record.Length, length, out var digits);
        length[digits] = (byte)'\n';
        output.Advance(digits + 1);
        await output.WriteAsync(record, cancel);
    }
}
