namespace Mesoscope.Query.Fields;

/// <summary>One place of the registry's list: the class is made when the first of its fields is asked for.</summary>
sealed class FieldSlot(string words, Func<FieldClass> create)
{
    readonly string[] _words = words.Split(' ');
    FieldClass? _class;

    /// <summary>The class.</summary>
    public FieldClass Class => _class ??= create();

    /// <summary>Whether names of the class begin with that word, as <c>proc</c> and <c>thread</c> do in one class.</summary>
    public bool Owns(ReadOnlySpan<char> word)
    {
        foreach (var candidate in _words)
        {
            if (word.SequenceEqual(candidate))
            {
                return true;
            }
        }

        return false;
    }
}
