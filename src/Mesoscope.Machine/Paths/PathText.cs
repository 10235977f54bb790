namespace Mesoscope.Machine.Paths;

/// <summary>Joins paths as programs give them: relative to a directory, with <c>.</c> and <c>..</c> taken out.</summary>
public static class PathText
{
    /// <summary>Bytes that a joined path has room for; enough for the target of every call here.</summary>
    public const int MaxBytes = 1024;

    /// <summary>
    /// Writes <paramref name="path"/>, made absolute by <paramref name="directory"/> unless it begins with a slash. Bytes that are not
    /// printable ASCII become dots, a slash at the end goes away, and <c>..</c> never leads above the first byte. What does not fit is
    /// the text <c>/PATH_TOO_LONG</c>.
    /// </summary>
    /// <param name="directory">Copied as it is; ends with a slash where that is meant.</param>
    /// <param name="path">The path, without NUL.</param>
    /// <param name="target">At least <see cref="MaxBytes"/> bytes.</param>
    /// <param name="pathBytes">The length of the path as stored, for the check whether it fits; a stored NUL counts.</param>
    /// <returns>Bytes written.</returns>
    public static int Join(ReadOnlySpan<byte> directory, ReadOnlySpan<byte> path, Span<byte> target, int pathBytes)
    {
        if (MaxBytes < directory.Length + pathBytes + 1)
        {
            var tooLong = "/PATH_TOO_LONG"u8;
            tooLong.CopyTo(target);
            return tooLong.Length;
        }

        var isAbsolute = pathBytes == 0 || (path.Length > 0 && path[0] == '/');
        if (isAbsolute)
        {
            return Normalize(path, target, 0);
        }

        directory.CopyTo(target);
        return Normalize(path, target, directory.Length);
    }

    /// <summary>Copies what is printable ASCII, as much as <see cref="MaxBytes"/> holds.</summary>
    /// <returns>Bytes written.</returns>
    public static int CopyPrintable(ReadOnlySpan<byte> text, Span<byte> target)
    {
        var at = 0;
        foreach (var c in text)
        {
            if (c is >= 0x20 and <= 0x7e && at < MaxBytes)
            {
                target[at++] = c;
            }
        }

        return at;
    }

    /// <summary>Writes a path behind a directory that the target already begins with; the rules of <see cref="Join"/> but for the length.</summary>
    /// <param name="path">The path, without NUL.</param>
    /// <param name="target">Begins with the directory and has room for the path.</param>
    /// <param name="at">Length of the directory.</param>
    /// <returns>Bytes of the result, the directory included.</returns>
    public static int Normalize(ReadOnlySpan<byte> path, Span<byte> target, int at)
    {
        var i = 0;
        while (i < path.Length)
        {
            var c = path[i];
            if (c is < 0x20 or > 0x7e)
            {
                target[at++] = (byte)'.';
                i++;
            }
            else if (c == '.')
            {
                i += CopyDots(path[i..], target, ref at);
            }
            else if (c == '/' && at > 0 && target[at - 1] == '/')
            {
                i++;
            }
            else
            {
                target[at++] = c;
                i++;
            }
        }

        return at > 1 && target[at - 1] == '/' ? at - 1 : at;
    }

    // A dot that stands for a directory is skipped, two go up; other dots are text. Returns how many bytes of the path are done.
    static int CopyDots(ReadOnlySpan<byte> path, Span<byte> target, ref int at)
    {
        var second = path.Length > 1 ? path[1] : (byte)0;
        if (second == '.')
        {
            var third = path.Length > 2 ? path[2] : (byte)0;
            if (third == '/' || path.Length == 2)
            {
                at = Parent(target, at);
                return third == '/' ? 3 : 2;
            }

            target[at++] = (byte)'.';
            target[at++] = (byte)'.';
            return 2;
        }

        if (second == '/')
        {
            return 2;
        }

        if (path.Length > 1)
        {
            target[at++] = (byte)'.';
        }

        return 1;
    }

    static int Parent(ReadOnlySpan<byte> target, int at)
    {
        if (at <= 1)
        {
            return at;
        }

        at--;
        while (at > 0 && target[at - 1] != '/')
        {
            at--;
        }

        return at;
    }
}
