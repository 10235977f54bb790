using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Mesoscope.DemoCluster.Hosting;

/// <summary>One process of the cluster that listens on a loopback port of its own; it can die and come back on the same port.</summary>
sealed class NodeServer(string name, int port, X509Certificate2? certificate, TimeProvider time) : IAsyncDisposable
{
    readonly SemaphoreSlim _gate = new(1);
    WebApplication? _app;
    RequestDelegate _answer = Answer.NotFoundAsync;
    Func<RequestDelegate, RequestDelegate> _front = answer => answer;
    Func<RequestDelegate, RequestDelegate> _faults = answer => answer;

    public string Name => name;

    /// <summary>0 until the first start when the system was to choose.</summary>
    public int Port { get; private set; } = port;

    public bool IsRunning => _app is not null;

    public Uri Address => new($"{(certificate is null ? "http" : "https")}://127.0.0.1:{Port}");

    /// <summary>Seconds since 1970; changes with every start.</summary>
    public double StartTime { get; private set; }

    /// <summary>Sets what answers requests.</summary>
    public void Handle(RequestDelegate answer) => _answer = answer;

    /// <summary>Sets what may stand between a request and its answer: on the port alone, and everywhere.</summary>
    public void Guard(Func<RequestDelegate, RequestDelegate> front, Func<RequestDelegate, RequestDelegate> faults) => (_front, _faults) = (front, faults);

    /// <summary>Whoever comes through the admin router has signed in there.</summary>
    public Task HandleBehindRouterAsync(HttpContext context) => _faults(_answer)(context);

    public async Task StartAsync()
    {
        await _gate.WaitAsync();
        try
        {
            if (_app is not null)
            {
                return;
            }

            var app = Build();
            await app.StartAsync();
            Port = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port;
            StartTime = time.GetUtcNow().ToUnixTimeMilliseconds() / 1000.0;
            _app = app;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Closes the port and every connection, in the middle of an answer too.</summary>
    public async Task StopAsync()
    {
        await _gate.WaitAsync();
        try
        {
            if (_app is { } app)
            {
                _app = null;
                await app.StopAsync();
                await app.DisposeAsync();
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _gate.Dispose();
    }

    WebApplication Build()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.Zero);
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;

            // A client that reads slowly on purpose is a test, not an attack.
            kestrel.Limits.MinResponseDataRate = null;
            kestrel.Listen(IPAddress.Loopback, Port, listen =>
            {
                if (certificate is not null)
                {
                    listen.UseHttps(certificate);
                }
            });
        });
        var app = builder.Build();
        app.Run(_front(_faults(_answer)));
        return app;
    }
}
