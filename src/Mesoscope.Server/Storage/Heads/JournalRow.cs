namespace Mesoscope.Server.Storage.Heads;

// A row of the journal: what came with one write. It may go when every chunk that took something of it is sealed. Touched by the writing thread only.
sealed class JournalRow(long id)
{
    public long Id { get; } = id;

    // Chunks that are not sealed yet and took something of it.
    public int OpenChunks { get; set; }
}
