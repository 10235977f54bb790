using System.Text;

namespace Mesoscope.Clusters.Tests.Documents;

static class Bytes
{
    public static Stream Stream(string text) => new MemoryStream(Encoding.UTF8.GetBytes(text));

    public static string Show(byte[] bytes) => Encoding.UTF8.GetString(bytes);
}
