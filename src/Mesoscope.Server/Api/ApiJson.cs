using System.Text.Json;
using System.Text.Json.Serialization;

namespace Mesoscope.Server.Api;

/// <summary>How the API writes and reads JSON.</summary>
public static class ApiJson
{
    /// <summary>The settings: camel case, words for enumerations.</summary>
    public static JsonSerializerOptions Options { get; } = Make();

    internal static void Configure(JsonSerializerOptions options)
    {
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.NumberHandling = JsonNumberHandling.Strict;
    }

    static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        Configure(options);
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
