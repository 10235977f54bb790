using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Mesoscope.DemoCluster.Tests.Masters;

// Reads a SUBSCRIBE stream record by record.
sealed class RecordReader(Stream stream)
{
    public async Task<JsonElement> NextAsync()
    {
        using var patience = new CancellationTokenSource(DemoClient.Patience);
        var digits = new StringBuilder();
        var one = new byte[1];
        while (true)
        {
            await stream.ReadExactlyAsync(one, patience.Token);
            if (one[0] == '\n')
            {
                break;
            }

            digits.Append((char)one[0]);
        }

        var record = new byte[int.Parse(digits.ToString(), CultureInfo.InvariantCulture)];
        await stream.ReadExactlyAsync(record, patience.Token);
        return JsonElement.Parse(record);
    }

    public async Task<JsonElement> NextAsync(string type)
    {
        while (true)
        {
            var record = await NextAsync();
            if (record.Text("type") == type)
            {
                return record;
            }
        }
    }
}
