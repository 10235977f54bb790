namespace Mesoscope.Server.Storage.Heads;

// What memory holds of one entity. Changed by the writing thread only; both lists are replaced as a whole, so that others can read them.
sealed class HeadEntity(long id)
{
    public long Id { get; } = id;

    // Chunks that are not sealed, by slot; as a rule one.
    public HeadChunk[] Chunks { get; private set; } = [];

    // Rows of the newest sealed slots, by slot: what was just sealed is what everybody looks at.
    public (long Slot, byte[] Data)[] Recent { get; private set; } = [];

    public bool IsEmpty => Chunks.Length == 0 && Recent.Length == 0;

    public HeadChunk? Find(long slot) => Array.Find(Chunks, c => c.Slot == slot);

    public byte[]? FindRecent(long slot)
    {
        foreach (var (at, data) in Recent)
        {
            if (at == slot)
            {
                return data;
            }
        }

        return null;
    }

    public void Add(HeadChunk chunk) => Chunks = [.. Chunks.Append(chunk).OrderBy(c => c.Slot)];

    public void Remove(HeadChunk chunk) => Chunks = [.. Chunks.Where(c => c != chunk)];

    // Keeps a row in memory, and of the earlier ones those from a slot on.
    public void Keep(long slot, byte[] data, long oldestSlot) =>
        Recent = [.. Recent.Where(r => r.Slot != slot).Append((Slot: slot, Data: data)).Where(r => r.Slot >= oldestSlot).OrderBy(r => r.Slot)];

    public void Trim(long oldestSlot)
    {
        if (Recent.Length > 0 && Recent[0].Slot < oldestSlot)
        {
            Recent = [.. Recent.Where(r => r.Slot >= oldestSlot)];
        }
    }
}
