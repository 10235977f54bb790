using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Mesoscope.Clusters.Clients;

/// <summary>Whose certificates are trusted.</summary>
public sealed class TlsOptions
{
    /// <summary>Those of the machine; host names are verified.</summary>
    public static TlsOptions Default { get; } = new();

    /// <summary>Certificates are not looked at. Anyone on the way can then read and change everything, credentials too.</summary>
    public bool IsInsecure { get; init; }

    /// <summary>Authorities that are trusted instead of the machine's; null for the machine's.</summary>
    public X509Certificate2Collection? Authorities { get; init; }

    /// <summary>Reads authorities from a file.</summary>
    /// <param name="path">A file with one or more certificates in PEM form, such as DC/OS' <c>/ca/dcos-ca.crt</c>.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file must not be read.</exception>
    /// <exception cref="CryptographicException">It holds no certificate.</exception>
    public static X509Certificate2Collection ReadAuthorities(string path)
    {
        var found = new X509Certificate2Collection();
        found.ImportFromPemFile(path);
        return found.Count > 0
            ? found
            : throw new CryptographicException($"{path}: holds no certificate; expected one or more blocks 'BEGIN CERTIFICATE'");
    }

    /// <summary>The options for a connection as client.</summary>
    public SslClientAuthenticationOptions ToClientOptions()
    {
        var options = new SslClientAuthenticationOptions();
        if (IsInsecure)
        {
#pragma warning disable CA5359 // The user's explicit switch.
            options.RemoteCertificateValidationCallback = (_, _, _, _) => true;
#pragma warning restore CA5359
        }
        else if (Authorities is not null)
        {
            options.CertificateChainPolicy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                RevocationMode = X509RevocationMode.NoCheck,
            };
            options.CertificateChainPolicy.CustomTrustStore.AddRange(Authorities);
        }

        return options;
    }
}
