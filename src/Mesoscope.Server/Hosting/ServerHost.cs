using System.Net;
using Mesoscope.Server.Access;
using Mesoscope.Server.Api;
using Mesoscope.Server.Catalog;
using Mesoscope.Server.Entities;
using Mesoscope.Server.Ingest;
using Mesoscope.Server.Storage;
using Mesoscope.Server.Storage.Sqlite;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Mesoscope.Server.Hosting;

/// <summary>The whole server: store, ingest, API and page on one address.</summary>
public static class ServerHost
{
    static readonly TimeSpan s_stopPatience = TimeSpan.FromSeconds(5);

    /// <summary>Runs until it is ended; what agents were acknowledged is stored whenever that is.</summary>
    /// <param name="options">How it runs.</param>
    /// <param name="log">Gets lines for the log; nothing secret is among them.</param>
    /// <param name="end">Ends it in good order.</param>
    /// <exception cref="StoreException">The data folder cannot be used.</exception>
    /// <exception cref="ServerStartException">It cannot listen: the port is in use, or the certificate cannot be read.</exception>
    public static async Task RunAsync(ServerOptions options, Action<string> log, CancellationToken end)
    {
        using var store = SqliteStore.Open(new SqliteStoreOptions { Folder = options.DataFolder, Retention = options.Retention, Log = log });
        await using var app = Build(options, store, log);
        await StartAsync(app, options).ConfigureAwait(false);

        // Not before it listens: what is shown once would be lost with a port in use.
        if (await app.Services.GetRequiredService<AccessControl>().PrepareAsync().ConfigureAwait(false) is { } first)
        {
            options.FirstStarted(first);
        }

        options.Started(Address(app, options));
        try
        {
            await Task.Delay(Timeout.Infinite, end).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
        }

        using var patience = new CancellationTokenSource(s_stopPatience);
        await app.StopAsync(patience.Token).ConfigureAwait(false);
    }

    static WebApplication Build(ServerOptions options, SqliteStore store, Action<string> log)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders().AddProvider(new LineLoggerProvider(log));
        var services = builder.Services;
        services.AddSingleton<IHostLifetime, QuietLifetime>();
        services.Configure<HostOptions>(o => o.ShutdownTimeout = s_stopPatience);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<IStore>(store);
        services.AddSingleton(store.Metrics);
        services.AddSingleton(store.Records);
        services.AddSingleton(options.Ingest);
        services.AddSingleton<DropCounts>();
        services.AddSingleton(static p => new EntityCatalog(p.GetRequiredService<IRecordStore>(), p.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IEntityCatalog>(static p => p.GetRequiredService<EntityCatalog>());
        services.AddSingleton<AgentRegistry>();
        services.AddSingleton<IAgentList>(static p => p.GetRequiredService<AgentRegistry>());
        services.AddSingleton<BatchIngest>();
        services.AddApi(new ApiOptions { PathPrefix = options.PathPrefix });

        // In place of the API's own, which it asks when the key is another one.
        services.AddSingleton<IAccessKeys>(p => new StartAccessKeys(options.AccessKey, p.GetRequiredService<AccessControl>().Keys));
        services.AddHostedService<Upkeep>();
        Listen(builder, options);

        var app = builder.Build();
        app.MapApi();
        app.MapIngest().Allow(AccessRule.Open);
        return app;
    }

    static void Listen(WebApplicationBuilder builder, ServerOptions options)
    {
        if (options.CertificateFile is null)
        {
            builder.Services.AddSingleton<SharedPortFactory>();
            builder.Services.AddSingleton<IConnectionListenerFactory>(static p => p.GetRequiredService<SharedPortFactory>());
        }

        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            if (options.CertificateFile is null)
            {
                foreach (var version in (HttpProtocols[])[HttpProtocols.Http1, HttpProtocols.Http2])
                {
                    kestrel.Listen(new SharedPortEndPoint(options.Listen, version), l => l.Protocols = version);
                }

                return;
            }

            var (own, above) = ServerCertificate.Load(options.CertificateFile, options.CertificateKeyFile);
            kestrel.Listen(options.Listen, l => l.UseHttps(own, https => https.ServerCertificateChain = above));
        });
    }

    static async Task StartAsync(WebApplication app, ServerOptions options)
    {
        try
        {
            await app.StartAsync().ConfigureAwait(false);
        }
        catch (Exception error) when (error is IOException or System.Net.Sockets.SocketException)
        {
            var reason = error is AddressInUseException || error.InnerException is AddressInUseException ? "another program listens there" : error.Message;
            throw new ServerStartException($"cannot listen on {options.Listen}: {reason}; end that program, or give another address with --listen", error);
        }
    }

    static Uri Address(WebApplication app, ServerOptions options)
    {
        var bound = app.Services.GetService<SharedPortFactory>()?.Bound;
        var port = bound?.Port ?? new Uri(app.Urls.First()).Port;
        var host = options.Listen.Address.Equals(IPAddress.Any) || options.Listen.Address.Equals(IPAddress.IPv6Any) ? Dns.GetHostName() : options.Listen.Address.ToString();
        return new UriBuilder(options.CertificateFile is null ? "http" : "https", host, port, options.PathPrefix.Trim('/')).Uri;
    }
}
