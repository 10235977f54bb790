using Mesoscope.Testing.Programs;

namespace Mesoscope.EndToEnd.Tests.Service;

/// <summary>Waits for what comes by itself.</summary>
static class Patience
{
    /// <summary>Waits until a condition holds; fails when it does not within <see cref="ProgramRun.Limit"/>.</summary>
    /// <param name="what">What is waited for, for people.</param>
    /// <param name="condition">Asked again and again.</param>
    internal static async Task WaitAsync(string what, Func<Task<bool>> condition)
    {
        var deadline = DateTimeOffset.UtcNow + ProgramRun.Limit;
        while (!await condition())
        {
            Assert.True(DateTimeOffset.UtcNow < deadline, $"{what} did not come");
            await Task.Delay(200);
        }
    }
}
