namespace Mesoscope.Query.Filters.Syntax;

/// <summary>What can be done to a field's value before it is compared.</summary>
public enum FilterTransformer
{
    /// <summary><c>tolower()</c>: ASCII letters in lower case.</summary>
    ToLower,

    /// <summary><c>toupper()</c>: ASCII letters in upper case.</summary>
    ToUpper,

    /// <summary><c>b64()</c>: what the base64 text stands for; no value when it is not base64.</summary>
    Base64,

    /// <summary><c>basename()</c>: what follows the last slash.</summary>
    BaseName,

    /// <summary><c>len()</c>: the length in bytes.</summary>
    Length,
}
