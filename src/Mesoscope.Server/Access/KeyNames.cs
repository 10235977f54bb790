namespace Mesoscope.Server.Access;

// What tokens and keys are called by those who make them.
static class KeyNames
{
    const int MaxLength = 100;

    public static void Check(string? name)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Length > MaxLength || name.Any(char.IsControl))
        {
            throw new AccessException(AccessRefusal.Invalid, $"a name of {name?.Length ?? 0} characters; expected 1 to {MaxLength} that can be seen");
        }
    }
}
