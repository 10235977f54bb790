using System.Security.Cryptography;
using Mesoscope.Clusters.Clients;

namespace Mesoscope.Agent.Config;

/// <summary>Reads whose certificates are trusted.</summary>
static class TlsSettings
{
    /// <summary>Reads a pair of settings.</summary>
    /// <exception cref="SettingsException">Both are set, or the file holds no certificate.</exception>
    public static TlsOptions Read(Settings settings, string fileKey, string insecureKey)
    {
        var path = settings.Text(fileKey, "");
        var isInsecure = settings.Switch(insecureKey, false);
        if (path.Length == 0)
        {
            return new TlsOptions { IsInsecure = isInsecure };
        }

        if (isInsecure)
        {
            throw new SettingsException($"{settings.PlaceOf(insecureKey)}: only one of {fileKey} and {insecureKey} can be set");
        }

        try
        {
            return new TlsOptions { Authorities = TlsOptions.ReadAuthorities(path) };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new SettingsException($"{settings.PlaceOf(fileKey)}: {e.Message}");
        }
    }
}
