using Mesoscope.Server.Access;
using Mesoscope.Server.Api.Objects;
using Mesoscope.Server.Query.Grouping;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Mesoscope.Server.Api;

static class GroupingsApi
{
    public static void Map(RouteGroupBuilder api)
    {
        var groupings = api.MapGroup("groupings");
        groupings.MapGet("", GetAll).WithSummary("The built-in groupings and one's own");
        groupings.MapPut("{id}", KeepAsync).WithSummary("Keeps a grouping of one's own");
        groupings.MapDelete("{id}", RemoveAsync).WithSummary("Removes a grouping of one's own");
    }

    static IEnumerable<GroupingRow> GetAll(HttpContext context, SavedGroupings saved) => Row(BuiltInGroupings.All, true).Concat(Row(saved.Of(Callers.Of(context).User), false));

    static async Task<GroupingRow> KeepAsync(string id, NewGrouping request, HttpContext context, SavedGroupings saved)
    {
        RefuseBuiltIn(id);
        var levels = Levels.From(request.GroupBy);
        var grouping = new SavedGrouping(id, request.Name ?? "", levels.Labels);
        await saved.KeepAsync(Callers.Of(context).User, grouping);
        return Row([grouping], false).Single();
    }

    static async Task<IResult> RemoveAsync(string id, HttpContext context, SavedGroupings saved)
    {
        RefuseBuiltIn(id);
        await saved.RemoveAsync(Callers.Of(context).User, id);
        return Results.NoContent();
    }

    static void RefuseBuiltIn(string id)
    {
        if (BuiltInGroupings.All.Any(g => g.Id == id))
        {
            throw new AccessException(AccessRefusal.Conflict, $"'{id}' is built in; choose another id");
        }
    }

    static IEnumerable<GroupingRow> Row(IEnumerable<SavedGrouping> groupings, bool isBuiltIn) =>
        groupings.Select(g => new GroupingRow(g.Id, g.Name, g.GroupBy, isBuiltIn));
}
