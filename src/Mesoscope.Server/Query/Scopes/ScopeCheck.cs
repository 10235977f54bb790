using Mesoscope.Samples.Labels;
using Mesoscope.Server.Entities;

namespace Mesoscope.Server.Query.Scopes;

/// <summary>One condition of a scope.</summary>
public sealed class ScopeCheck
{
    /// <summary>What is shown, and can be asked for, where an entity lacks a label.</summary>
    public const string Missing = "n/a";

    readonly HashSet<string>? _set;

    internal ScopeCheck(string? label, ScopeOperator operation, IReadOnlyList<string> values)
    {
        Label = label;
        Operator = operation;
        Values = values;
        _set = operation is ScopeOperator.In or ScopeOperator.NotIn ? values.Select(static v => Present(v) ?? "").ToHashSet(StringComparer.Ordinal) : null;
    }

    /// <summary>Name of the label; null for a value that stands alone.</summary>
    public string? Label { get; }

    /// <summary>How it compares.</summary>
    public ScopeOperator Operator { get; }

    /// <summary>What with: several for <see cref="ScopeOperator.In"/> and <see cref="ScopeOperator.NotIn"/>, one for all others.</summary>
    public IReadOnlyList<string> Values { get; }

    /// <inheritdoc/>
    public override string ToString() => Operator switch
    {
        ScopeOperator.AnyContains => ScopeWords.Quote(Values[0]),
        ScopeOperator.In or ScopeOperator.NotIn =>
            $"{ScopeWords.Quote(Label!)} {ScopeWords.Text(Operator)} ({string.Join(", ", Values.Select(ScopeWords.Quote))})",
        _ => $"{ScopeWords.Quote(Label!)} {ScopeWords.Text(Operator)} {ScopeWords.Quote(Values[0])}",
    };

    /// <summary>A label's value; null where it is missing, empty or says that it is missing.</summary>
    internal static string? ValueOf(LabelSet labels, string name) => labels.TryGet(name, out var value) ? Present(value) : null;

    internal bool Matches(LabelSet labels)
    {
        if (Label is null)
        {
            return AnyContains(labels, Values[0]);
        }

        var value = ValueOf(labels, Label);
        return Operator switch
        {
            ScopeOperator.Is => value == Present(Values[0]),
            ScopeOperator.IsNot => value != Present(Values[0]),
            ScopeOperator.In => _set!.Contains(value ?? ""),
            ScopeOperator.NotIn => !_set!.Contains(value ?? ""),
            ScopeOperator.Contains => value is not null && value.Contains(Values[0], StringComparison.Ordinal),
            ScopeOperator.DoesNotContain => value is null || !value.Contains(Values[0], StringComparison.Ordinal),
            _ => value is not null && Starts(value, Values[0]),
        };
    }

    static string? Present(string value) => value.Length == 0 || value == Missing ? null : value;

    static bool AnyContains(LabelSet labels, string text)
    {
        foreach (var (_, value) in labels.All)
        {
            if (value.Contains(text, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    // "/shop/" means the group /shop and all in it, which "/shop" cannot say: /shopping begins so too.
    bool Starts(string value, string text) =>
        value.StartsWith(text, StringComparison.Ordinal)
            || (Label == LabelNames.GroupName && text.Length == value.Length + 1 && text[^1] == '/' && text.StartsWith(value, StringComparison.Ordinal));
}
