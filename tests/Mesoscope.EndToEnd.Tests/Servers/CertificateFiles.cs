using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Mesoscope.EndToEnd.Tests.Servers;

/// <summary>A certificate for 127.0.0.1 as a platform gives it: signed by one that is signed by a root, in PEM files.</summary>
sealed class CertificateFiles : IDisposable
{
    static readonly DateTimeOffset s_begin = DateTimeOffset.UtcNow.AddDays(-1), s_end = DateTimeOffset.UtcNow.AddDays(2);

    public CertificateFiles(string folder)
    {
        using var rootKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var aboveKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var ownKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Root = Request("CN=root", rootKey, true).CreateSelfSigned(s_begin, s_end);
        using var above = Request("CN=above", aboveKey, true).Create(Root, s_begin, s_end, [1]).CopyWithPrivateKey(aboveKey);
        using var own = Request("CN=mesoscope", ownKey, false).Create(above, s_begin.AddHours(1), s_end.AddHours(-1), [2]);
        var certificates = own.ExportCertificatePem() + "\n" + above.ExportCertificatePem() + "\n";
        (Certificate, Key, Both) = (Path.Combine(folder, "own.pem"), Path.Combine(folder, "key.pem"), Path.Combine(folder, "both.pem"));
        File.WriteAllText(Certificate, certificates);
        File.WriteAllText(Key, ownKey.ExportPkcs8PrivateKeyPem());
        File.WriteAllText(Both, certificates + ownKey.ExportPkcs8PrivateKeyPem() + "\n");
    }

    /// <summary>What clients trust.</summary>
    public X509Certificate2 Root { get; }

    /// <summary>File of the certificate and the one above it.</summary>
    public string Certificate { get; }

    /// <summary>File of its key.</summary>
    public string Key { get; }

    /// <summary>File of both.</summary>
    public string Both { get; }

    public void Dispose() => Root.Dispose();

    static CertificateRequest Request(string name, ECDsa key, bool isAuthority)
    {
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(isAuthority, false, 0, true));
        if (!isAuthority)
        {
            var names = new SubjectAlternativeNameBuilder();
            names.AddIpAddress(IPAddress.Loopback);
            request.CertificateExtensions.Add(names.Build());
        }

        return request;
    }
}
