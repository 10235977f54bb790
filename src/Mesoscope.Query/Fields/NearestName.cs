namespace Mesoscope.Query.Fields;

/// <summary>Finds the field name that a mistyped text most likely stands for.</summary>
static class NearestName
{
    /// <summary>Longer texts are no mistyped names; also bounds the work.</summary>
    public const int MaxLength = 80;

    /// <summary>The name with the fewest typing errors, in listing order; null when every name needs more than a third of its length.</summary>
    public static string? Find(IReadOnlyList<FieldClass> classes, ReadOnlySpan<char> text)
    {
        if (text.Length > MaxLength)
        {
            return null;
        }

        string? nearest = null;
        var best = Math.Max(2, text.Length / 3) + 1;
        foreach (var fieldClass in classes)
        {
            foreach (var info in fieldClass.Fields)
            {
                if (!info.IsUnlisted && Distance(text, info.Name) is var distance && distance < best)
                {
                    best = distance;
                    nearest = info.Name;
                }
            }
        }

        return nearest;
    }

    /// <summary>How many characters must be added, taken away or replaced to make one text of the other.</summary>
    public static int Distance(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        Span<int> row = stackalloc int[MaxLength + 1];
        right = right[..Math.Min(right.Length, MaxLength)];
        for (var j = 0; j <= right.Length; j++)
        {
            row[j] = j;
        }

        for (var i = 0; i < left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i + 1;
            for (var j = 0; j < right.Length; j++)
            {
                var replaced = diagonal + (left[i] == right[j] ? 0 : 1);
                diagonal = row[j + 1];
                row[j + 1] = Math.Min(replaced, Math.Min(diagonal, row[j]) + 1);
            }
        }

        return row[right.Length];
    }
}
