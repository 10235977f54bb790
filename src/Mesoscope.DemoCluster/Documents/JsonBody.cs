using System.IO.Pipelines;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Mesoscope.DemoCluster.Documents;

/// <summary>A JSON document on its way out: a long one leaves in pieces and never lies in memory as a whole.</summary>
sealed class JsonBody(PipeWriter output) : IAsyncDisposable
{
    const int PieceBytes = 64 * 1024;

    static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public Utf8JsonWriter Writer { get; } = new(output, s_options);

    /// <summary>To be called between the items of a long list. Waits while the reader is slow.</summary>
    public ValueTask<FlushResult> BreatheAsync(CancellationToken cancel)
    {
        if (output.UnflushedBytes + Writer.BytesPending < PieceBytes)
        {
            return default;
        }

        Writer.Flush();
        return output.FlushAsync(cancel);
    }

    public ValueTask DisposeAsync() => Writer.DisposeAsync();
}
