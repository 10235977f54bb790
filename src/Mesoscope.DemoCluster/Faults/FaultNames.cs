namespace Mesoscope.DemoCluster.Faults;

/// <summary>How people call the faults.</summary>
static class FaultNames
{
    static readonly Dictionary<string, FaultKind> s_kinds = new(StringComparer.Ordinal)
    {
        ["503"] = FaultKind.Unavailable,
        ["401"] = FaultKind.Unauthorized,
        ["404"] = FaultKind.Missing,
        ["hang"] = FaultKind.Hang,
        ["slow"] = FaultKind.Slow,
        ["endless"] = FaultKind.Endless,
        ["garbage"] = FaultKind.Garbage,
        ["half"] = FaultKind.Half,
        ["cut"] = FaultKind.Cut,
        ["wrong-types"] = FaultKind.WrongTypes,
        ["empty"] = FaultKind.Empty,
        ["redirect-loop"] = FaultKind.RedirectLoop,
        ["reset"] = FaultKind.Reset,
    };

    public static IEnumerable<string> All => s_kinds.Keys;

    public static FaultKind? Find(string name) => s_kinds.TryGetValue(name, out var kind) ? kind : null;

    public static string Of(FaultKind kind) => s_kinds.First(k => k.Value == kind).Key;
}
