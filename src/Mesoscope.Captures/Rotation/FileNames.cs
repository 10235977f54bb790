using System.Globalization;

namespace Mesoscope.Captures.Rotation;

/// <summary>
/// The names of a rotated capture's files: a time pattern (<c>%</c> as in strftime) when files last a number of seconds, otherwise
/// the name with the file's index behind it. With a limit on the number of files the indexes, and the patterned files, come round again.
/// </summary>
sealed class FileNames(string path, RotationOptions options)
{
    readonly string[] _kept = options is { Seconds: > 0, Files: > 0 } ? new string[options.Files] : [];
    int _index;

    /// <summary>True when names come from the time, so that the first file cannot be named before its time is known.</summary>
    public bool IsPatterned => options.Seconds > 0 && path.Contains('%', StringComparison.Ordinal);

    /// <summary>The next file's name.</summary>
    /// <param name="time">Seconds since 1970 (UTC) that a pattern is filled with.</param>
    /// <param name="expired">An earlier file that is to be removed; null when there is none.</param>
    public string Next(long time, out string? expired)
    {
        expired = null;
        if (options.Files > 0 && _index >= options.Files)
        {
            _index = 0;
        }

        var name = Name(time);
        if (IsPatterned && _kept.Length > 0)
        {
            var old = _kept[_index];
            expired = old == name ? null : old;
            _kept[_index] = name;
        }

        _index++;
        return name;
    }

    string Name(long time)
    {
        var index = _index.ToString(CultureInfo.InvariantCulture);
        if (options.Events > 0)
        {
            return path + index;
        }

        var name = IsPatterned ? TimePattern.Fill(path, time) : options.Seconds > 0 ? path + index : path;
        return options.Megabytes > 0 ? name + index.PadLeft(Digits(options.Files), '0') : name;
    }

    static int Digits(int files) => files > 0 ? files.ToString(CultureInfo.InvariantCulture).Length : 0;
}
