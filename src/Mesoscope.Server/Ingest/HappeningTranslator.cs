using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Mesoscope.Samples.Messages;
using Mesoscope.Server.Catalog;
using Mesoscope.Server.Entities;
using Mesoscope.Server.Storage;

namespace Mesoscope.Server.Ingest;

// Turns what an agent says that happened into records. What makes no sense is counted and left out.
sealed class HappeningTranslator(EntityCatalog catalog, LabelReader labels, IngestOptions options, TimeProvider time)
{
    const int MaxHappenings = 10_000, MaxKindLength = 100, MaxTextLength = 2_000, MaxFailedCalls = 64;
    const uint Debug = 7;

    public List<HappeningRecord> Translate(AgentState agent, SampleBatch batch)
    {
        var records = new List<HappeningRecord>();
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        foreach (var happening in batch.Happenings)
        {
            var when = happening.TimeMs + agent.ShiftMilliseconds;
            if (happening.Kind.Length is 0 or > MaxKindLength)
            {
                agent.Refused.Add("happening without kind");
            }
            else if (when > now + 60_000 || when < now - (long)options.MaxAge.TotalMilliseconds)
            {
                agent.Refused.Add("happening in the future or too old");
            }
            else if (records.Count == MaxHappenings)
            {
                agent.Refused.Add("happening beyond a batch's limit");
            }
            else
            {
                records.Add(Translate(agent, happening, when));
            }
        }

        return records;
    }

    HappeningRecord Translate(AgentState agent, Happening happening, long when)
    {
        var entity = happening.Entity == 0 ? 0 : catalog.Resolve(agent.AgentId, happening.Entity, 0);
        var own = labels.Read(happening.Labels, agent.Refused);
        return new HappeningRecord
        {
            Id = Id(agent.AgentId, happening),
            Milliseconds = when,
            Kind = happening.Kind,
            Severity = Math.Min(happening.Severity, Debug),
            Entity = entity,
            Labels = entity == 0 ? own : LabelSet.From(catalog.LabelsOf(entity).All.Concat(own.All)),
            Text = happening.Text.Length <= MaxTextLength ? happening.Text : happening.Text[..MaxTextLength] + "…",
            FailedCalls = [.. happening.FailedCalls.Skip(Math.Max(0, happening.FailedCalls.Count - MaxFailedCalls))],
        };
    }

    // The same each time that the agent tells of it; grows with time, so that ids of a kind lie in order.
    static string Id(string agentId, Happening happening)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> number = stackalloc byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(number, happening.Entity);
        hash.AppendData(number);
        foreach (var text in happening.Labels.SelectMany(l => new[] { l.Name, l.Value }).Append(happening.Kind).Append(happening.Text).Append(agentId))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(text + "\0"));
        }

        return $"{happening.TimeMs:x11}-{Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8))}";
    }
}
