namespace Mesoscope.Clusters.Secrets;

/// <summary>Files that hold a <see cref="Login"/>.</summary>
public static class LoginFile
{
    // A service account's file holds a key of some thousand bytes.
    const int MaxBytes = 1 << 20;

    /// <summary>The end of a message about a file or a variable that <see cref="Login.Parse"/> could not read.</summary>
    public const string Expected =
        "holds no credentials; expected USER:PASSWORD, or a JSON object with 'principal' and 'secret', or for DC/OS one with 'uid' and 'private_key'";

    /// <summary>The text of a file.</summary>
    /// <exception cref="IOException">It cannot be read, or is too long to be one.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be read.</exception>
    public static string ReadText(string path)
    {
        var length = new FileInfo(path).Length;
        return length > MaxBytes
            ? throw new IOException($"{path} has {length} bytes; a file with credentials has at most {MaxBytes}")
            : File.ReadAllText(path);
    }
}
