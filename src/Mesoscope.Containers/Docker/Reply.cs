using System.Text.Json;

namespace Mesoscope.Containers.Docker;

/// <summary>An answer.</summary>
/// <param name="Kind">How it was.</param>
/// <param name="Document">The document, when one was found; the receiver disposes it.</param>
readonly record struct Reply(ReplyKind Kind, JsonDocument? Document = null);
