namespace Mesoscope.SchemaGenerator;

/// <summary>One parameter of a generated program.</summary>
/// <param name="Source">The expression that makes its value, or one of the forms without a fixed size.</param>
/// <param name="Type">The parameter's type in the schema.</param>
sealed record FillerField(string Source, string Type)
{
    static readonly string[] s_forms = ["text(", "early_text(", "payload(", "dynamic64("];

    static readonly Dictionary<string, int> s_bytes = new()
    {
        ["int8"] = 1, ["uint8"] = 1, ["flags8"] = 1, ["enumflags8"] = 1, ["sigtype"] = 1, ["l4proto"] = 1, ["sockfamily"] = 1,
        ["int16"] = 2, ["uint16"] = 2, ["flags16"] = 2, ["enumflags16"] = 2, ["syscallid"] = 2, ["port"] = 2,
        ["int32"] = 4, ["uint32"] = 4, ["flags32"] = 4, ["enumflags32"] = 4, ["uid"] = 4, ["gid"] = 4, ["mode"] = 4, ["bool"] = 4,
        ["sigset"] = 4, ["ipv4addr"] = 4,
        ["int64"] = 8, ["uint64"] = 8, ["errno"] = 8, ["fd"] = 8, ["pid"] = 8, ["reltime"] = 8, ["abstime"] = 8, ["double"] = 8,
    };

    /// <summary>Bytes of the parameter; -1 when it has no fixed size.</summary>
    public int Bytes => Form is not null ? -1 : s_bytes.TryGetValue(Type, out var bytes)
        ? bytes
        : throw new InvalidDataException($"fillers.tsv: '{Source}' makes a number, and a parameter of type {Type} is none; use text(...), early_text(...), payload(...) or dynamic64(...)");

    string? Form => s_forms.FirstOrDefault(f => Source.StartsWith(f, StringComparison.Ordinal));

    /// <summary>The statement that appends it to an event that grows.</summary>
    public string Grow(string target) => Form is { } form
        ? $"grow_{form}{target}{(Source[form.Length] == ')' ? "" : ", ")}{Source[form.Length..]}"
        : $"grow{Bytes * 8}({target}, {Source})";
}
