namespace Mesoscope.SampleCaptures.Scenes;

/// <summary>The captures that the repository ships.</summary>
public static class SampleFiles
{
    /// <summary>Their bytes by file name.</summary>
    public static IEnumerable<KeyValuePair<string, byte[]>> Make()
    {
        yield return new("redis-port.scap", RedisPortScene.Make());
        yield return new("web-server.scap", WebServerScene.Make());
        yield return new("old-format.scap", OldFormatScene.Make());
    }
}
