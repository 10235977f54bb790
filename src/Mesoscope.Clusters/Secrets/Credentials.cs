namespace Mesoscope.Clusters.Secrets;

/// <summary>A user and the password, for HTTP Basic, a DC/OS login or a ZooKeeper digest.</summary>
/// <param name="User">The user, not percent-encoded.</param>
/// <param name="Password">The password, not percent-encoded.</param>
public sealed record Credentials(string User, Secret Password)
{
    /// <summary>Reads <c>user:password</c>; the password is all behind the first colon, and neither is percent-encoded.</summary>
    /// <returns>Null when there is no colon or no user.</returns>
    public static Credentials? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon <= 0 ? null : new Credentials(text[..colon], new Secret(text[(colon + 1)..]));
    }

    /// <summary>Reads the part of a URL before the <c>@</c>: user and password are percent-encoded there.</summary>
    /// <returns>Null when the password or the user is missing.</returns>
    public static Credentials? ParseUserInfo(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Parse(text) is { } encoded
            ? new Credentials(Uri.UnescapeDataString(encoded.User), new Secret(Uri.UnescapeDataString(encoded.Password.Reveal())))
            : null;
    }

    /// <summary>As the reference's log shows credentials; the user is a secret too.</summary>
    public override string ToString() => "***:***";
}
