using System.Text;
using Mesoscope.Clusters.Secrets;

namespace Mesoscope.Clusters.Authentication;

/// <summary>HTTP Basic: user and password with each request, from the first one on as the reference does.</summary>
public sealed class BasicAuthorization : IAuthorization
{
    readonly Secret _value;

    /// <summary>With these credentials.</summary>
    public BasicAuthorization(Credentials credentials)
    {
        ArgumentNullException.ThrowIfNull(credentials);
        var pair = Encoding.UTF8.GetBytes($"{credentials.User}:{credentials.Password.Reveal()}");
        _value = new Secret("Basic " + Convert.ToBase64String(pair));
    }

    /// <inheritdoc/>
    public ValueTask<string?> GetAsync(CancellationToken cancellation) => ValueTask.FromResult<string?>(_value.Reveal());

    /// <inheritdoc/>
    public bool Reject(string value) => false;
}
