using Microsoft.Extensions.Hosting;

namespace Mesoscope.Server.Hosting;

// The command that started the server listens to signals; the host must not.
sealed class QuietLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
