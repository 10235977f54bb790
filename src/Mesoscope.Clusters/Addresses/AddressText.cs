namespace Mesoscope.Clusters.Addresses;

/// <summary>Addresses as texts: what may be shown of them, and where their parts are.</summary>
public static class AddressText
{
    const string SchemeEnd = "://";

    /// <summary>The address with stars for its credentials, for messages.</summary>
    internal static string Hide(string address)
    {
        var start = HostStart(address);
        var at = UserInfoEnd(address, start);
        if (at >= 0)
        {
            return $"{address[..start]}***:***{address[at..]}";
        }

        // A password with a raw comma was cut in two: what stands where a port belongs may be its beginning.
        var colon = address.IndexOf(':', start);
        return colon >= 0 && address[(colon + 1)..].TrimEnd('/').AsSpan().ContainsAnyExceptInRange('0', '9') && !IsLongAuthority(address, colon)
            ? $"{address[..colon]}:***"
            : address;
    }

    /// <summary>The credentials of the addresses in a text, as they stand there; empty when there are none.</summary>
    /// <param name="text">An address, or several with commas between them.</param>
    public static string FindCredentials(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var start = HostStart(text);
        var at = UserInfoEnd(text, start);
        return start == 0 || at < 0 ? "" : text[start..at];
    }

    /// <summary>Where the authority begins: behind the scheme, or at 0 when there is none.</summary>
    internal static int HostStart(string address)
    {
        var scheme = address.IndexOf(SchemeEnd, StringComparison.Ordinal);
        return scheme < 0 ? 0 : scheme + SchemeEnd.Length;
    }

    /// <summary>
    /// Index of the <c>@</c> that ends the credentials; -1 for none. People paste passwords with raw <c>@</c> and <c>/</c>; the last
    /// <c>@</c> is taken, so that nothing of such a password is shown or taken for a host.
    /// </summary>
    internal static int UserInfoEnd(string address, int hostStart)
    {
        var at = address.LastIndexOf('@');
        return at >= hostStart ? at : -1;
    }

    // A list of servers, an IPv6 address or a path behind the port: nothing there looks like a password.
    static bool IsLongAuthority(string address, int colon) =>
        address.AsSpan(0, colon).Contains('[') || (address.Length > colon + 1 && char.IsAsciiDigit(address[colon + 1]) && address.AsSpan(colon).ContainsAny('/', ','));

    /// <summary>The scheme in small letters without <c>://</c>; empty when there is none.</summary>
    internal static string Scheme(string address)
    {
        var scheme = address.IndexOf(SchemeEnd, StringComparison.Ordinal);
        return scheme < 0 ? "" : address[..scheme].ToLowerInvariant();
    }
}
