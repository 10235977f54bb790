using System.Globalization;
using System.Text;

namespace Mesoscope.Kernel.Programs;

/// <summary>One system call of the table in bpf/tables/syscalls.tsv.</summary>
/// <param name="Name">The kernel's name.</param>
/// <param name="Number">Its number on this architecture.</param>
/// <param name="Code">Its number in the capture format; 0 when it has none.</param>
/// <param name="Event">The event that the reference knows; the generic one when there is none.</param>
/// <param name="LaterEvent">The event that only later programs know; the generic one when there is none.</param>
readonly record struct SyscallRow(string Name, int Number, ushort Code, CallEvent Event, CallEvent LaterEvent)
{
    /// <summary>The system calls that this architecture has.</summary>
    /// <param name="isArm">True for aarch64, false for x86_64.</param>
    public static IEnumerable<SyscallRow> ReadAll(bool isArm)
    {
        for (var i = 0; i < SyscallRows.Count; i++)
        {
            var text = Encoding.UTF8.GetString(SyscallRows.Text[SyscallRows.Offsets[i]..SyscallRows.Offsets[i + 1]]);
            var cells = text.Split('\t');
            if (int.TryParse(cells[isArm ? 2 : 1], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                yield return new SyscallRow(cells[0], number, ushort.Parse(cells[3], CultureInfo.InvariantCulture), CallEvent.Parse(cells[4]), CallEvent.Parse(cells[5]));
            }
        }
    }
}
