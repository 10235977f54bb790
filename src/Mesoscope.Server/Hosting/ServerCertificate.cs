using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Mesoscope.Server.Hosting;

// The certificate that a server shows, from PEM files.
static class ServerCertificate
{
    public static (X509Certificate2 Own, X509Certificate2Collection Above) Load(string certificateFile, string? keyFile)
    {
        try
        {
            using var pem = X509Certificate2.CreateFromPemFile(certificateFile, keyFile);
            var above = new X509Certificate2Collection();
            above.ImportFromPemFile(certificateFile);
            return (X509CertificateLoader.LoadPkcs12(pem.Export(X509ContentType.Pkcs12), null), above);
        }
        catch (Exception error) when (error is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new ServerStartException($"the certificate in {certificateFile}{(keyFile is null ? "" : $" with the key in {keyFile}")} cannot be used ({error.Message}): PEM files were expected, the certificate first and those above it behind it", error);
        }
    }
}
