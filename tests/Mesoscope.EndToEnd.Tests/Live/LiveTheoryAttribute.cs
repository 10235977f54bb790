namespace Mesoscope.EndToEnd.Tests.Live;

/// <summary>A <see cref="LiveFactAttribute"/> for several cases.</summary>
[AttributeUsage(AttributeTargets.Method)]
sealed class LiveTheoryAttribute : TheoryAttribute
{
    public LiveTheoryAttribute() => Skip = new LiveFactAttribute().Skip;
}
