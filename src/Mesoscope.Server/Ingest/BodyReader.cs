using System.Buffers;
using System.IO.Compression;
using Google.Protobuf;
using Mesoscope.Samples.Messages;
using Microsoft.AspNetCore.Http;

namespace Mesoscope.Server.Ingest;

// Reads a request's body into a batch, and no more of it than the limits allow.
sealed class BodyReader(IngestOptions options)
{
    const string BatchType = "application/x-protobuf";
    const int FirstBytes = 64 * 1024;

    public async Task<SampleBatch> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        var type = request.ContentType ?? "";
        if (!type.Split(';')[0].Trim().Equals(BatchType, StringComparison.OrdinalIgnoreCase))
        {
            throw NoBatch($"the body is '{Shown(type)}', {BatchType} was expected");
        }

        var coding = request.Headers.ContentEncoding.ToString();
        await using var unpacked = coding.ToUpperInvariant() switch
        {
            "" or "IDENTITY" => request.Body,
            "GZIP" => new GZipStream(request.Body, CompressionMode.Decompress, leaveOpen: true),
            _ => throw NoBatch($"the body's coding is '{Shown(coding)}', gzip or none was expected"),
        };
        var bytes = ArrayPool<byte>.Shared.Rent(FirstBytes);
        try
        {
            var length = 0;
            while (true)
            {
                var read = await ReadSomeAsync(unpacked, bytes.AsMemory(length), cancellation).ConfigureAwait(false);
                if (read == 0)
                {
                    return Parse(bytes.AsSpan(0, length));
                }

                length += read;
                if (length > options.MaxBatchBytes)
                {
                    throw new BatchRejectedException(StatusCodes.Status413PayloadTooLarge, "batch too large", $"the batch has more than {options.MaxBatchBytes} bytes unpacked: send several smaller ones");
                }

                if (length == bytes.Length)
                {
                    var larger = ArrayPool<byte>.Shared.Rent(Math.Min(length * 2, options.MaxBatchBytes + 1));
                    bytes.CopyTo(larger, 0);
                    ArrayPool<byte>.Shared.Return(bytes);
                    bytes = larger;
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    static async Task<int> ReadSomeAsync(Stream body, Memory<byte> target, CancellationToken cancellation)
    {
        try
        {
            return await body.ReadAsync(target, cancellation).ConfigureAwait(false);
        }
        catch (InvalidDataException error)
        {
            throw NoBatch($"the body cannot be unpacked: {error.Message}");
        }
        catch (BadHttpRequestException error) when (error.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            throw new BatchRejectedException(error.StatusCode, "batch too large", "the request's body is larger than a batch may be: send several smaller ones");
        }
    }

    SampleBatch Parse(ReadOnlySpan<byte> bytes)
    {
        var messages = BatchScan.CountMessages(bytes, options.MaxBatchMessages);
        if (messages > options.MaxBatchMessages)
        {
            throw new BatchRejectedException(StatusCodes.Status413PayloadTooLarge, "batch too large", $"the batch holds more than {options.MaxBatchMessages} messages: send several smaller ones");
        }

        try
        {
            return SampleBatch.Parser.ParseFrom(bytes);
        }
        catch (InvalidProtocolBufferException error)
        {
            throw NoBatch($"the body of {bytes.Length} bytes is no SampleBatch: {error.Message}");
        }
    }

    static BatchRejectedException NoBatch(string detail) => new(StatusCodes.Status400BadRequest, "no batch", detail);

    static string Shown(string text) => text.Length <= 100 ? text : text[..100] + "…";
}
