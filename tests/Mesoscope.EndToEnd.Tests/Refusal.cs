using Mesoscope.Testing.Programs;

namespace Mesoscope.EndToEnd.Tests;

// How the program refuses: status 1 and one line that names the program, whatever is wrong.
static class Refusal
{
    public static void Check(ProgramResult result, params string[] named)
    {
        Assert.True(result.Status == 1, $"status {result.Status}, standard error: {result.Error}");
        var line = Assert.Single(result.ErrorLines);
        Assert.StartsWith("mesoscope: ", line, StringComparison.Ordinal);
        Assert.All(named, name => Assert.Contains(name, line, StringComparison.Ordinal));
    }

    // For texts with a picture of the place below the message: the first line is the message.
    public static void CheckWithPicture(ProgramResult result, params string[] named)
    {
        Assert.True(result.Status == 1, $"status {result.Status}, standard error: {result.Error}");
        Assert.StartsWith("mesoscope: ", result.Error, StringComparison.Ordinal);
        Assert.InRange(result.ErrorLines.Length, 1, 6);
        Assert.All(named, name => Assert.Contains(name, result.Error, StringComparison.Ordinal));
    }

    public static void CheckNoCrash(ProgramResult result, string what)
    {
        Assert.True(result.Status is 0 or 1, $"{what}: status {result.Status}, standard error: {result.Error}");
        Assert.True(result.Status == 0 || result.ErrorLines.Length > 0, $"{what}: failed without a word");
        Assert.DoesNotContain("   at Mesoscope", result.Error, StringComparison.Ordinal);
    }
}
