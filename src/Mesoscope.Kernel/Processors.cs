using System.Globalization;

namespace Mesoscope.Kernel;

/// <summary>The machine's processors.</summary>
static class Processors
{
    /// <summary>Numbers of those that run now, ascending, whatever this process may use.</summary>
    public static int[] Online() => Parse(File.ReadAllText("/sys/devices/system/cpu/online"));

    /// <summary>Reads the kernel's form of a list: <c>0-3,8</c>.</summary>
    public static int[] Parse(string list) =>
    [
        .. list.Trim().Split(',', StringSplitOptions.RemoveEmptyEntries).SelectMany(part =>
        {
            var ends = part.Split('-');
            var first = int.Parse(ends[0], CultureInfo.InvariantCulture);
            return Enumerable.Range(first, int.Parse(ends[^1], CultureInfo.InvariantCulture) - first + 1);
        }),
    ];
}
