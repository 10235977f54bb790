using Mesoscope.Server.Entities;

namespace Mesoscope.Server.Query.Values;

// Values of entities at a moment: a line for each entity, a value for each column.
sealed class MomentValues(int columns, double[] values)
{
    public ReadOnlySpan<double> Of(int entity) => values.AsSpan(entity * columns, columns);

    public static MomentValues Unknown(IReadOnlyList<Entity> entities, int columns)
    {
        var values = new double[entities.Count * columns];
        Array.Fill(values, double.NaN);
        return new MomentValues(columns, values);
    }
}
