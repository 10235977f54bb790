namespace Mesoscope.Server.Storage.Heads;

// A sample of a chunk that is not sealed, by its span's index in the slot.
readonly record struct OpenSample(long Entity, uint Metric, int Index, float Sum, float Minimum, float Maximum, uint Count);
