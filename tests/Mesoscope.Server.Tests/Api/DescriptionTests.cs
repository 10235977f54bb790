using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Mesoscope.Server.Tests.Fakes;
using Mesoscope.Testing;

namespace Mesoscope.Server.Tests.Api;

public sealed partial class DescriptionTests
{
    // What docs/api.md promises and the description for programs does not hold: the part that agents speak to is described by its messages.
    static readonly string[] s_undescribed = ["POST /ingest/v1/batch"];

    [Fact]
    public async Task Description_OfTheApi_HasExactlyTheAddressesOfTheContract()
    {
        var described = (await DescriptionAsync()).GetProperty("paths").EnumerateObject()
            .SelectMany(static p => p.Value.EnumerateObject().Select(m => $"{m.Name.ToUpperInvariant()} {p.Name.TrimEnd('/')}"))
            .Order(StringComparer.Ordinal);
        Assert.Equal(Promised().Except(s_undescribed).Order(StringComparer.Ordinal), described);
    }

    [Fact]
    public async Task Description_OfTheObjects_HasTheMembersOfTheContract()
    {
        var schemas = (await DescriptionAsync()).GetProperty("components").GetProperty("schemas");
        var contract = await File.ReadAllTextAsync(RepositoryFolder.PathOf("docs", "api.md"));
        foreach (var (mine, theirs) in new[]
        {
            ("TreeRequest", "TreeRequest"), ("TreeAnswer", "Tree"), ("TreeNode", "Node"), ("Health", "Health"), ("Mark", "Mark"), ("Culprit", "Culprit"),
            ("SeriesRequest", "SeriesRequest"), ("SeriesAnswer", "SeriesAnswer"), ("EntitiesRequest", "EntitiesRequest"), ("EntitiesAnswer", "EntitiesAnswer"),
            ("EntityRow", "Entity"), ("HappeningRow", "Happening"), ("FailedCallRow", "FailedCall"), ("MetricRow", "Metric"), ("MetricColumn", "MetricColumn"),
        })
        {
            Assert.True(schemas.TryGetProperty(mine, out _), $"{mine} is not among {string.Join(' ', schemas.EnumerateObject().Select(static s => s.Name))}");
            Assert.Equal(
                Members(contract, theirs).Order(StringComparer.Ordinal),
                schemas.GetProperty(mine).GetProperty("properties").EnumerateObject().Select(static p => p.Name).Order(StringComparer.Ordinal));
        }
    }

    // "`GET, POST api/v1/users`; `DELETE api/v1/users/{name}`" and "`GET x`, `y`" stand for one address each time a method is named.
    static IEnumerable<string> Promised()
    {
        var lines = File.ReadLines(RepositoryFolder.PathOf("docs", "api.md")).SkipWhile(static l => l != "## Addresses").Where(static l => l.StartsWith("| `", StringComparison.Ordinal));
        foreach (var line in lines)
        {
            var cell = line.Split(" | ", 2)[0];
            string[] methods = [];
            foreach (var code in CodePattern().Matches(cell).Select(static m => m.Groups[1].Value).Where(static c => !c.StartsWith('{')))
            {
                var named = MethodPattern().Matches(code).Select(static m => m.Value).ToArray();
                methods = named.Length > 0 ? named : methods;
                var address = code.Split(' ').FirstOrDefault(static w => w.Contains('/', StringComparison.Ordinal)) ?? (named.Length > 0 ? code.Split(' ')[^1] : code);
                address = address.Split('?')[0];
                foreach (var method in methods)
                {
                    yield return $"{method} /{(address.StartsWith("api/", StringComparison.Ordinal) || !named.SequenceEqual([]) ? address : $"api/v1/{address}")}";
                }
            }

            if (line.Contains("`DELETE` signs out", StringComparison.Ordinal))
            {
                yield return "DELETE /api/v1/session";
            }
        }
    }

    static IEnumerable<string> Members(string contract, string name)
    {
        var start = contract.IndexOf($"interface {name} {{", StringComparison.Ordinal);
        Assert.True(start >= 0, $"{name} is not in the contract");
        var depth = 0;
        var body = contract[(contract.IndexOf('{', start) + 1)..];
        var members = new System.Text.StringBuilder();
        foreach (var c in CommentPattern().Replace(body, ""))
        {
            depth += c is '{' or '[' or '(' or '<' ? 1 : c is '}' or ']' or ')' or '>' ? -1 : 0;
            if (depth < 0)
            {
                break;
            }

            members.Append(depth == 0 ? c : ' ');
        }

        return MemberPattern().Matches(members.ToString()).Select(static m => m.Groups[1].Value);
    }

    static async Task<JsonElement> DescriptionAsync()
    {
        await using var host = await ApiHost.StartAsync();
        using var client = await host.AdminAsync();
        return await client.GetFromJsonAsync<JsonElement>("openapi/v1.json");
    }

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex CodePattern();

    [GeneratedRegex(@"\b(GET|POST|PUT|DELETE)\b")]
    private static partial Regex MethodPattern();

    [GeneratedRegex(@"//[^\n]*")]
    private static partial Regex CommentPattern();

    [GeneratedRegex(@"(?:^|[;{\n])\s*(\w+)\??:", RegexOptions.Multiline)]
    private static partial Regex MemberPattern();
}
