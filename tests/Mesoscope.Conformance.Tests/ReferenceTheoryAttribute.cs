using Mesoscope.Testing.Programs;

namespace Mesoscope.Conformance.Tests;

// A theory that compares with the reference, and says so when there is none.
[AttributeUsage(AttributeTargets.Method)]
sealed class ReferenceTheoryAttribute : TheoryAttribute
{
    public ReferenceTheoryAttribute()
    {
        if (ProgramRun.Reference is null)
        {
            Skip = "the reference is not installed: apt-get install --no-install-recommends sysdig";
        }
    }
}
