namespace Mesoscope.Query.Fields.Descriptors;

/// <summary>Directory and file name of a path.</summary>
static class PathParts
{
    /// <summary>What comes before the last slash; <c>/</c> for paths directly below the root and for what is no path.</summary>
    public static ReadOnlySpan<byte> Directory(ReadOnlySpan<byte> path)
    {
        var slash = path.LastIndexOf((byte)'/');
        return slash <= 0 ? "/"u8 : slash < path.Length - 1 ? path[..slash] : path;
    }

    /// <summary>What comes behind the last slash; a path that ends with one is kept whole, and what is no path gives <c>/</c>.</summary>
    public static ReadOnlySpan<byte> FileName(ReadOnlySpan<byte> path)
    {
        var slash = path.LastIndexOf((byte)'/');
        return slash < 0 ? "/"u8 : slash < path.Length - 1 ? path[(slash + 1)..] : path;
    }
}
