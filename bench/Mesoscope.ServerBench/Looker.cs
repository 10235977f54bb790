using System.Net.Http.Json;

namespace Mesoscope.ServerBench;

// One browser that looks live: takes what is sent and counts it.
sealed class Looker
{
    long _bytes;
    long _events;

    public Looker(HttpClient client, object question, CancellationToken end) => Done = Task.Run(() => ReadAsync(client, question, end), CancellationToken.None);

    public Task Done { get; }

    public long Bytes => Interlocked.Read(ref _bytes);

    public long Events => Interlocked.Read(ref _events);

    async Task ReadAsync(HttpClient client, object question, CancellationToken end)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "api/v1/live") { Content = JsonContent.Create(question) };
            using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, end);
            answer.EnsureSuccessStatusCode();
            await using var stream = await answer.Content.ReadAsStreamAsync(end);
            var buffer = new byte[65536];
            var isLineEnd = false;
            for (int length; (length = await stream.ReadAsync(buffer, end)) > 0;)
            {
                Interlocked.Add(ref _bytes, length);

                // An empty line ends an event.
                foreach (var value in buffer.AsSpan(0, length))
                {
                    if (value == '\n' && isLineEnd)
                    {
                        Interlocked.Increment(ref _events);
                    }

                    isLineEnd = value == '\n';
                }
            }

            throw new InvalidOperationException("the server ended what was looked at live");
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
        }
    }
}
