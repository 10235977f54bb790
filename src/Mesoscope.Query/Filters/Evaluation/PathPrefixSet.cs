namespace Mesoscope.Query.Filters.Evaluation;

/// <summary>
/// A fixed set of paths, asked whether a path is one of them or lies below one. Slashes only part components: leading, double and
/// trailing ones do not matter, and a path without components contains every other. Not safe for several threads.
/// </summary>
sealed class PathPrefixSet
{
    readonly ByteStringSet _prefixes;
    readonly bool _hasRoot;
    byte[] _scratch = new byte[256];

    internal PathPrefixSet(IReadOnlyList<byte[]> paths)
    {
        var prefixes = new List<byte[]>(paths.Count);
        foreach (var path in paths)
        {
            prefixes.Add(Normalise(path).ToArray());
            _hasRoot |= prefixes[^1].Length == 0;
        }

        _prefixes = new ByteStringSet(prefixes);
    }

    internal bool Matches(ReadOnlySpan<byte> path)
    {
        if (_hasRoot)
        {
            return true;
        }

        path = path.TrimStart((byte)'/');
        if (path.IndexOf("//"u8) >= 0)
        {
            path = Normalise(path);
        }

        var end = path.IndexOf((byte)'/');
        while (end >= 0)
        {
            if (_prefixes.Contains(path[..end]))
            {
                return true;
            }

            var next = path[(end + 1)..].IndexOf((byte)'/');
            end = next < 0 ? -1 : end + 1 + next;
        }

        return !path.IsEmpty && path[^1] != (byte)'/' && _prefixes.Contains(path);
    }

    /// <summary>The components with one slash between them.</summary>
    ReadOnlySpan<byte> Normalise(ReadOnlySpan<byte> path)
    {
        if (_scratch.Length < path.Length)
        {
            _scratch = new byte[path.Length * 2];
        }

        var length = 0;
        foreach (var b in path)
        {
            if (b != (byte)'/' || (length > 0 && _scratch[length - 1] != (byte)'/'))
            {
                _scratch[length++] = b;
            }
        }

        return _scratch.AsSpan(0, length > 0 && _scratch[length - 1] == (byte)'/' ? length - 1 : length);
    }
}
