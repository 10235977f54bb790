using Mesoscope.Testing;

namespace Mesoscope.EndToEnd.Tests;

// The shipped captures, by what they are good for.
static class Sample
{
    public static string Redis { get; } = RepositoryFolder.PathOf("samples", "redis-port.scap");

    public static string Web { get; } = RepositoryFolder.PathOf("samples", "web-server.scap");

    public static string Old { get; } = RepositoryFolder.PathOf("samples", "old-format.scap");

    public static TheoryData<string> All => [Redis, Web, Old];
}
