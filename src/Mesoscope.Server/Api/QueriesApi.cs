using Mesoscope.Server.Query;
using Mesoscope.Server.Query.Curves;
using Mesoscope.Server.Query.Exports;
using Mesoscope.Server.Query.Listing;
using Mesoscope.Server.Query.Objects;
using Mesoscope.Server.Query.Tree;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Mesoscope.Server.Api;

// Questions about what is measured; each also as a table of comma-separated values.
static class QueriesApi
{
    const string Csv = "text/csv";

    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("tree", AskTree).WithSummary("The tree of a grouping at a moment; as a table with Accept: text/csv");
        api.MapPost("series", AskSeries).WithSummary("Curves over time; as a table with Accept: text/csv");
        api.MapPost("entities", AskEntities).WithSummary("A list of entities; as a table with Accept: text/csv");
    }

    static Results<Ok<TreeAnswer>, ContentHttpResult> AskTree(TreeRequest request, TreeQuery query, HttpContext context) =>
        Answer(context, query.Ask(request), CsvTables.Of, "tree");

    static Results<Ok<SeriesAnswer>, ContentHttpResult> AskSeries(SeriesRequest request, SeriesQuery query, HttpContext context) =>
        Answer(context, query.Ask(request), CsvTables.Of, "series");

    static Results<Ok<EntitiesAnswer>, ContentHttpResult> AskEntities(EntitiesRequest request, EntityQuery query, HttpContext context) =>
        Answer(context, query.Ask(request), CsvTables.Of, "entities");

    static Results<Ok<T>, ContentHttpResult> Answer<T>(HttpContext context, T answer, Func<T, string> toCsv, string name)
    {
        if (!context.Request.GetTypedHeaders().Accept.Any(static a => a.MediaType == Csv))
        {
            return TypedResults.Ok(answer);
        }

        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{name}.csv\"";
        return TypedResults.Text(toCsv(answer), Csv + "; charset=utf-8");
    }
}
