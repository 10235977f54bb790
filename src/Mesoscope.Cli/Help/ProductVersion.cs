namespace Mesoscope.Cli.Help;

/// <summary>The versions that the program names.</summary>
static class ProductVersion
{
    /// <summary>The program's.</summary>
    public static string Text => typeof(ProductVersion).Assembly.GetName().Version?.ToString(3) ?? "0";

    /// <summary>The event schema's: what it knows beside sysdig 0.29.3's.</summary>
    public const string Schema = "event schema 1.2, as of falcosecurity/libs 2026-07";
}
