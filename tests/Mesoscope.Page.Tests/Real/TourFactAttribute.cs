using Mesoscope.EndToEnd.Tests.Scenes;
using Mesoscope.Page.Tests.Browsers;

namespace Mesoscope.Page.Tests.Real;

/// <summary>A test in a browser with real tasks and containers; skipped, with the reason, where that cannot be.</summary>
[AttributeUsage(AttributeTargets.Method)]
sealed class TourFactAttribute : FactAttribute
{
    public TourFactAttribute() => Skip = new DockerFactAttribute().Skip ?? new PageFactAttribute().Skip;
}
