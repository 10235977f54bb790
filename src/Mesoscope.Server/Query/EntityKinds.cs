using Mesoscope.Samples.Messages;

namespace Mesoscope.Server.Query;

// Words for kinds of entities.
static class EntityKinds
{
    static readonly (EntityKind Kind, string Word)[] s_words =
    [
        (EntityKind.Host, "host"),
        (EntityKind.Container, "container"),
        (EntityKind.Process, "process"),
        (EntityKind.Connection, "connection"),
    ];

    public static string Word(EntityKind kind) => s_words.FirstOrDefault(w => w.Kind == kind).Word ?? "unknown";

    public static EntityKind Parse(string? word)
    {
        var found = s_words.FirstOrDefault(w => w.Word == word);
        return found.Word is null ? throw new QueryException($"'{word}' is no kind of entity; expected host, container, process or connection") : found.Kind;
    }
}
