namespace Mesoscope.Agent.Spool;

/// <summary>A batch that waits.</summary>
/// <param name="Sequence">Its number.</param>
/// <param name="Content">The batch without sequence and time of sending; empty when the file was damaged, so that the number passes with nothing in it.</param>
readonly record struct SpooledBatch(ulong Sequence, ReadOnlyMemory<byte> Content);
