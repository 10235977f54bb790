namespace Mesoscope.Agent.Measures;

/// <summary>What went over connections of one kind in one tick.</summary>
sealed class ConnectionMeasure
{
    public double BytesIn;
    public double BytesOut;
    public double Operations;
}
