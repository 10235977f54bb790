namespace Mesoscope.ServerBench;

// How one of the 20 metrics of a simulated container moves. About a third stands still, a third are small counts, a third are noise in all
// bits, as of real containers; none repeats itself.
sealed record MetricModel(uint Metric, Func<Random, double, double> Next, double Begin)
{
    public static readonly MetricModel[] All =
    [
        new(1, Noise(25), 30),
        new(2, Noise(0.4), 0.5),
        new(4, Noise(15), 20),
        new(5, Noise(5), 6),
        new(9, Still, 2),
        new(12, Rare(3e7), 0),
        new(20, Pages(64), 300 * 1048576.0),
        new(21, Noise(1), 40),
        new(25, Still, 1073741824),
        new(27, Rare(3), 0),
        new(28, Count(200), 150),
        new(41, Still, 1),
        new(42, Slow(12), 4),
        new(45, Slow(60), 25),
        new(48, Count(20_000), 12_000),
        new(49, Count(40), 30),
        new(62, Rare(2e6), 0),
        new(65, Rare(50), 0),
        new(90, Count(500_000), 200_000),
        new(91, Count(900_000), 300_000),
    ];

    static double Still(Random random, double last) => last;

    static Func<Random, double, double> Noise(double width) => (random, last) => Math.Max(0, last + ((random.NextDouble() - 0.5) * width * 0.2));

    static Func<Random, double, double> Count(double most) => (random, last) => Math.Round(Math.Clamp(last + ((random.NextDouble() - 0.5) * most * 0.1), 0, most));

    static Func<Random, double, double> Pages(int most) => (random, last) => last + (4096.0 * random.Next(-most, most + 1));

    static Func<Random, double, double> Slow(int most) => (random, last) => random.Next(30) == 0 ? random.Next(1, most) : last;

    static Func<Random, double, double> Rare(double most) => (random, last) => random.Next(12) == 0 ? Math.Round(random.NextDouble() * most) : 0;
}
