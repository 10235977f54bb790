using Mesoscope.Server.Access;

namespace Mesoscope.Server.Tests.Access;

public sealed class PasswordHasherTests
{
    [Fact]
    public async Task Verify_OfAHash_KnowsItsPasswordOnly()
    {
        using var hasher = new PasswordHasher();
        var hash = await hasher.HashAsync("pässword with 漢字");
        Assert.True(await hasher.VerifyAsync("pässword with 漢字", hash));
        Assert.False(await hasher.VerifyAsync("password with 漢字", hash));
        Assert.NotEqual(hash, await hasher.HashAsync("pässword with 漢字"));
    }

    // From the tests of the function's own authors.
    [Theory]
    [InlineData("$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc", "password")]
    public async Task Verify_OfAHashThatAnotherProgramMade_Agrees(string hash, string password)
    {
        using var hasher = new PasswordHasher();
        Assert.True(await hasher.VerifyAsync(password, hash));
    }

    [Fact]
    public async Task Verify_OfAHashCutAnywhere_SaysNo()
    {
        using var hasher = new PasswordHasher();
        const string Hash = "$argon2id$v=19$m=8,t=1,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
        for (var length = 0; length < Hash.Length; length++)
        {
            Assert.False(await hasher.VerifyAsync("x", Hash[..length]));
        }

        foreach (var damaged in new[] { Hash.Replace("m=8", "m=999999999", StringComparison.Ordinal), Hash.Replace("t=1", "t=-1", StringComparison.Ordinal), Hash.Replace("argon2id", "argon2d", StringComparison.Ordinal) })
        {
            Assert.False(await hasher.VerifyAsync("x", damaged));
        }
    }
}
