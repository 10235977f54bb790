using Mesoscope.Server.Query;
using Mesoscope.Server.Query.Curves;
using Mesoscope.Server.Query.Exports;
using Mesoscope.Server.Query.Listing;
using Mesoscope.Server.Query.Objects;
using Mesoscope.Server.Query.Tree;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Mesoscope.Server.Api;

// Questions about what is measured; each also as a table of comma-separated values.
static class QueriesApi
{
    const string Csv = "text/csv";

    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("tree", AskTree).Produces<TreeAnswer>().Produces<string>(contentType: Csv).WithSummary("The tree of a grouping at a moment");
        api.MapPost("series", AskSeries).Produces<SeriesAnswer>().Produces<string>(contentType: Csv).WithSummary("Curves over time");
        api.MapPost("entities", AskEntities).Produces<EntitiesAnswer>().Produces<string>(contentType: Csv).WithSummary("A list of entities");
    }

    static IResult AskTree(TreeRequest request, TreeQuery query, HttpContext context) => Answer(context, query.Ask(request), CsvTables.Of, "tree");

    static IResult AskSeries(SeriesRequest request, SeriesQuery query, HttpContext context) => Answer(context, query.Ask(request), CsvTables.Of, "series");

    static IResult AskEntities(EntitiesRequest request, EntityQuery query, HttpContext context) => Answer(context, query.Ask(request), CsvTables.Of, "entities");

    static IResult Answer<T>(HttpContext context, T answer, Func<T, string> toCsv, string name)
    {
        if (!context.Request.GetTypedHeaders().Accept.Any(static a => a.MediaType == Csv))
        {
            return Results.Ok(answer);
        }

        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{name}.csv\"";
        return Results.Text(toCsv(answer), Csv + "; charset=utf-8");
    }
}
