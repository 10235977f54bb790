using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Mesoscope.DemoCluster.Tests.Routers;

namespace Mesoscope.DemoCluster.Tests.Access;

public sealed class DcosLoginTests
{
    [Fact]
    public async Task Login_WithAServiceAccountsToken_HandsOutAToken()
    {
        using var key = RSA.Create(2048);
        await using var cluster = await DemoClusterHost.StartAsync(new DemoClusterOptions { DcosServiceAccountKeyPem = key.ExportSubjectPublicKeyInfoPem() });
        var token = Sign(key, $$"""{"uid":"svc","exp":{{DateTimeOffset.UtcNow.AddMinutes(5).ToUnixTimeSeconds()}}}""");
        Assert.NotEmpty(await AdminRouterTests.SignInAsync(cluster, $$"""{"uid":"svc","token":"{{token}}"}"""));
    }

    [Theory]
    [InlineData("""{"uid":"demo","password":"wrong"}""")]
    [InlineData("""{"uid":"svc","token":"a.b.c"}""")]
    [InlineData("""{"uid":7}""")]
    [InlineData("[]")]
    [InlineData("")]
    public async Task Login_WithWrongCredentials_IsRefused(string body)
    {
        await using var cluster = await DemoClusterHost.StartAsync(new DemoClusterOptions());
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await DemoClient.Http.PostAsync(new Uri(cluster.RouterAddress, "/acs/api/v1/auth/login"), content);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    static string Sign(RSA key, string claims)
    {
        var text = $"{Encode("""{"alg":"RS256","typ":"JWT"}""")}.{Encode(claims)}";
        return $"{text}.{Base64Url.EncodeToString(key.SignData(Encoding.UTF8.GetBytes(text), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
}
