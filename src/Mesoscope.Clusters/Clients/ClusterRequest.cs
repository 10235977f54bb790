using System.Net.Http.Headers;

namespace Mesoscope.Clusters.Clients;

/// <summary>One question to a server, which can be asked again at another address.</summary>
/// <param name="Url">Where.</param>
/// <param name="Accept">The media type that is wanted.</param>
public sealed record ClusterRequest(Uri Url, string Accept = ClusterRequest.Json)
{
    /// <summary>The media type of nearly everything that clusters say.</summary>
    public const string Json = "application/json";

    /// <summary>What is posted, as JSON; null for GET.</summary>
    public byte[]? Body { get; init; }

    /// <summary>True for an answer that goes on for ever: not packed, and silence between its parts is no stall.</summary>
    public bool IsStream { get; init; }

    /// <summary>True when the body is for this origin only, as a login's is; a redirect to another one is then an error.</summary>
    public bool StaysAtOrigin { get; init; }

    internal HttpRequestMessage ToMessage(string? authorization)
    {
        var message = new HttpRequestMessage(Body is null ? HttpMethod.Get : HttpMethod.Post, Url);
        message.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(Accept));
        message.Headers.UserAgent.Add(new ProductInfoHeaderValue("mesoscope", null));
        if (IsStream)
        {
            // A packed stream would be held back until a block of the packer is full.
            message.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("identity"));
        }

        if (authorization is not null)
        {
            message.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        if (Body is not null)
        {
            message.Content = new ByteArrayContent(Body);
            message.Content.Headers.ContentType = new MediaTypeHeaderValue(Json);
        }

        return message;
    }
}
