using System.Text.Json;
using Mesoscope.DemoCluster.Model;

namespace Mesoscope.DemoCluster.Documents;

/// <summary>A deployment as <c>/v2/deployments</c> and the deployment events show it.</summary>
static class DeploymentDocument
{
    public static void Write(Utf8JsonWriter json, Deployment deployment)
    {
        json.WriteStartObject();
        json.WriteString("id", deployment.Id);
        json.WriteString("version", deployment.Version);
        json.WriteStrings("affectedApps", deployment.IsPod ? [] : [deployment.RunSpecId]);
        json.WriteStrings("affectedPods", deployment.IsPod ? [deployment.RunSpecId] : []);
        json.WriteStartArray("steps");
        json.WriteStartObject();
        WriteActions(json, "actions", deployment);
        json.WriteEndObject();
        json.WriteEndArray();
        WriteActions(json, "currentActions", deployment);
        json.WriteNumber("currentStep", 1);
        json.WriteNumber("totalSteps", 1);
        json.WriteEndObject();
    }

    static void WriteActions(Utf8JsonWriter json, string name, Deployment deployment)
    {
        json.WriteStartArray(name);
        json.WriteStartObject();
        json.WriteString("action", deployment.Action);
        json.WriteString(deployment.IsPod ? "pod" : "app", deployment.RunSpecId);
        json.WriteEndObject();
        json.WriteEndArray();
    }
}
