namespace Mesoscope.Kernel.Tests;

// LiveFact for several cases.
[AttributeUsage(AttributeTargets.Method)]
public sealed class LiveTheoryAttribute : TheoryAttribute
{
    public LiveTheoryAttribute() => Skip = new LiveFactAttribute().Skip;
}
