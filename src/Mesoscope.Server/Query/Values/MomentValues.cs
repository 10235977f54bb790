using System.Buffers;

namespace Mesoscope.Server.Query.Values;

// Values of entities at a moment: a line for each entity, a value for each column; NaN where nothing is known. Its memory is used again once it is disposed of.
sealed class MomentValues : IDisposable
{
    readonly int _columns;
    readonly int _length;
    double[] _values;

    public MomentValues(int entities, int columns)
    {
        (_columns, _length) = (columns, entities * columns);
        _values = ArrayPool<double>.Shared.Rent(_length);
        All.Fill(double.NaN);
    }

    public Span<double> All => _values.AsSpan(0, _length);

    public ReadOnlySpan<double> Of(int entity) => _values.AsSpan(entity * _columns, _columns);

    public void Dispose()
    {
        ArrayPool<double>.Shared.Return(_values);
        _values = [];
    }
}
