using Mesoscope.Server.Access;
using Mesoscope.Server.Ingest;
using Mesoscope.Server.Live;
using Mesoscope.Server.Query.Curves;
using Mesoscope.Server.Query.Listing;
using Mesoscope.Server.Query.Sources;
using Mesoscope.Server.Query.Tree;
using Mesoscope.Server.Query.Troubles;
using Mesoscope.Server.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Mesoscope.Server.Api;

/// <summary>Adds the query API, access and the page to a host.</summary>
public static class ApiSetup
{
    /// <summary>
    /// Registers what the API needs. The host registers the rest: <see cref="IStore"/>, <c>IEntityCatalog</c> and <c>IAgentList</c>, and a
    /// <see cref="TimeProvider"/> when it is not the system's.
    /// </summary>
    public static IServiceCollection AddApi(this IServiceCollection services, ApiOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(static p => p.GetRequiredService<IStore>().Metrics);
        services.TryAddSingleton(static p => p.GetRequiredService<IStore>().Records);
        services.AddSingleton(options);
        services.AddSingleton<IEntitySource, CatalogSource>();
        services.AddSingleton<MomentSource>();
        services.AddSingleton<TreeQuery>();
        services.AddSingleton<SeriesQuery>();
        services.AddSingleton<EntityQuery>();
        services.AddSingleton<HappeningQuery>();
        services.AddSingleton<LabelQuery>();
        services.AddSingleton<AccessControl>();
        services.AddSingleton<SavedGroupings>();
        services.AddSingleton<IAccessKeys>(static p => p.GetRequiredService<AccessControl>().Keys);
        services.AddSingleton<LiveQueries>();
        services.AddSingleton(static p => new LiveHub(
            p.GetRequiredService<LiveQueries>(), ApiJson.Options, p.GetRequiredService<TimeProvider>(), p.GetRequiredService<ILogger<LiveHub>>()));
        services.AddSingleton<ILiveInterest>(static p => p.GetRequiredService<LiveHub>());
        services.AddHostedService(static p => p.GetRequiredService<LiveHub>());
        services.AddSingleton<PageFiles>();
        services.Configure<RouteHandlerOptions>(static o => o.ThrowOnBadRequest = true);
        services.ConfigureHttpJsonOptions(static o => ApiJson.Configure(o.SerializerOptions));
        services.AddOpenApi("v1", static o => o.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "Mesoscope";
            document.Info.Version = "v1";
            document.Servers = [];
            return Task.CompletedTask;
        }));
        return services;
    }

    /// <summary>
    /// Adds what stands before all endpoints (headers, errors, who may do what) and the API's own endpoints. To be called before the host maps
    /// others; those without an <see cref="AccessRule"/> are for who signed in.
    /// </summary>
    public static WebApplication MapApi(this WebApplication app)
    {
        var options = app.Services.GetRequiredService<ApiOptions>();
        if (options.PathPrefix.Length > 0)
        {
            app.UsePathBase("/" + options.PathPrefix.Trim('/'));
        }

        app.UseMiddleware<HeaderMiddleware>();
        app.UseMiddleware<ProblemMiddleware>();
        app.UseRouting();
        app.UseMiddleware<AccessMiddleware>();
        app.Use(app.Services.GetRequiredService<PageFiles>().InvokeAsync);
        HealthApi.Map(app);
        app.MapOpenApi("openapi/{documentName}.json").Allow(AccessRule.SignedIn);
        var api = app.MapGroup("api/v1");
        foreach (var map in (Action<RouteGroupBuilder>[])
            [
                SessionApi.Map, UsersApi.Map, TokensApi.Map, AccessKeysApi.Map, AuditApi.Map, AgentsApi.Map, GroupingsApi.Map,
                MetricsApi.Map, LabelsApi.Map, QueriesApi.Map, HappeningsApi.Map, LiveApi.Map,
            ])
        {
            map(api);
        }

        return app;
    }
}
