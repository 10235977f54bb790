using System.Text;
using Mesoscope.DemoCluster.Changes;
using Mesoscope.DemoCluster.Hosting;
using Mesoscope.DemoCluster.Nodes;
using Microsoft.AspNetCore.Http;

namespace Mesoscope.DemoCluster.Commands;

/// <summary>What every server answers below <c>/demo</c>, faults or not.</summary>
sealed class ControlPanel(ClusterNodes nodes, Cluster cluster, CommandTable commands)
{
    const string Prefix = "/demo";

    /// <summary>Keeps the paths of the panel for itself and passes on all others.</summary>
    public RequestDelegate Before(RequestDelegate answer) => context =>
        context.Request.Path.StartsWithSegments(Prefix, StringComparison.Ordinal, out var rest) ? HandleAsync(context, rest.Value ?? "") : answer(context);

    /// <summary>The servers with their addresses, for people.</summary>
    public string Addresses()
    {
        var text = new StringBuilder();
        foreach (var server in nodes.Servers)
        {
            var note = server == LeadingServer() ? "leads" : server.IsRunning ? "" : "dead";
            text.Append($"  {server.Name,-12} {server.Address}  {note}".TrimEnd()).Append('\n');
        }

        return text.ToString();
    }

    NodeServer? LeadingServer() => cluster.State.Leader is { } leader ? nodes.Masters[leader].Server : null;

    Task HandleAsync(HttpContext context, string path) => (context.Request.Method, path) switch
    {
        ("GET", "" or "/") => Answer.TextAsync(context, StatusCodes.Status200OK, $"The demo cluster's servers:\n{Addresses()}\n{commands.Help()}"),
        ("GET", "/cluster") => AnswerClusterAsync(context),
        ("POST", _) => RunAsync(context, path.Trim('/')),
        _ => Answer.TextAsync(context, StatusCodes.Status405MethodNotAllowed, "commands are sent with POST; GET /demo lists them\n"),
    };

    async Task RunAsync(HttpContext context, string name)
    {
        var arguments = context.Request.Query.ToDictionary(q => q.Key, q => q.Value.ToString(), StringComparer.Ordinal);
        try
        {
            // A command may kill the server that it came to; then there is nobody left to answer.
            await Answer.TextAsync(context, StatusCodes.Status200OK, await commands.RunAsync(name, arguments) + "\n");
        }
        catch (CommandException wrong)
        {
            await Answer.TextAsync(context, StatusCodes.Status400BadRequest, wrong.Message + "\n");
        }
    }

    Task AnswerClusterAsync(HttpContext context)
    {
        var state = cluster.State;
        return Answer.JsonAsync(context, json =>
        {
            json.WriteStartObject();
            json.WriteString("leader", LeadingServer()?.Name);
            json.WriteStartArray("servers");
            foreach (var server in nodes.Servers)
            {
                json.WriteStartObject();
                json.WriteString("name", server.Name);
                json.WriteString("address", server.Address.ToString());
                json.WriteBoolean("running", server.IsRunning);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("apps");
            foreach (var app in state.Marathons.SelectMany(m => m.Apps.Values))
            {
                json.WriteStringValue(app.Id);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });
    }
}
