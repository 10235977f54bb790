namespace Mesoscope.Server.Hosting;

/// <summary>A server could not start: a port in use, a certificate that cannot be read. The message says what to do.</summary>
public sealed class ServerStartException(string message, Exception cause) : Exception(message, cause);
