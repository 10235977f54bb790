using Mesoscope.Kernel.Scan.Text;

namespace Mesoscope.Kernel.Scan.Processes;

/// <summary>
/// Reads <c>cgroup</c> of a thread into the form of captures: <c>subsystem=path</c>, each ended by NUL. The one hierarchy of cgroup v2
/// appears once for each controller that it has; where it has none (hybrid), as <c>unified</c>.
/// </summary>
public sealed class CgroupText
{
    readonly byte[][] _controllers;
    byte[] _lastText = [];
    byte[] _last = [];

    /// <param name="controllers">Content of <c>cgroup.controllers</c> at the root of the v2 hierarchy; empty when there is none.</param>
    public CgroupText(ReadOnlySpan<byte> controllers)
    {
        List<byte[]> names = [];
        var cursor = new TextCursor(controllers.TrimEnd((byte)'\n'));
        while (cursor.TakeWord() is { IsEmpty: false } name)
        {
            names.Add(name.ToArray());
        }

        _controllers = [.. names];
    }

    /// <summary>The control groups. The array is shared by threads with equal ones that come one after the other.</summary>
    public byte[] Read(ReadOnlySpan<byte> text)
    {
        if (text.SequenceEqual(_lastText))
        {
            return _last;
        }

        List<byte> result = [];
        var cursor = new TextCursor(text);
        while (cursor.TryTakeLine(out var line))
        {
            // Number of the hierarchy, subsystems with commas between them, path; the path may hold colons.
            var parts = new TextCursor(line);
            if (parts.TryTakeUntil((byte)':', out _) && parts.TryTakeUntil((byte)':', out var subsystems))
            {
                Add(result, subsystems, WithoutParents(parts.Rest));
            }
        }

        _lastText = text.ToArray();
        return _last = [.. result];
    }

    void Add(List<byte> result, ReadOnlySpan<byte> subsystems, ReadOnlySpan<byte> path)
    {
        if (subsystems.IsEmpty)
        {
            foreach (var controller in _controllers)
            {
                Add(result, controller, path, isOne: true);
            }

            if (_controllers.Length == 0 && path.Length > 1)
            {
                Add(result, "unified"u8, path, isOne: true);
            }

            return;
        }

        Add(result, subsystems, path, isOne: false);
    }

    static void Add(List<byte> result, ReadOnlySpan<byte> names, ReadOnlySpan<byte> path, bool isOne)
    {
        var cursor = new TextCursor(names);
        while (cursor.TryTakeUntil(isOne ? (byte)0 : (byte)',', out var name))
        {
            result.AddRange(name);
            result.Add((byte)'=');
            result.AddRange(path);
            result.Add(0);
        }
    }

    // From within a cgroup namespace those outside of it begin with as many steps up as are needed.
    static ReadOnlySpan<byte> WithoutParents(ReadOnlySpan<byte> path)
    {
        while (path.StartsWith("/.."u8) && (path.Length == 3 || path[3] == '/'))
        {
            path = path.Length == 3 ? "/"u8 : path[3..];
        }

        return path;
    }
}
