using System.Text.Json;
using Mesoscope.DemoCluster.Changes;
using Mesoscope.DemoCluster.Documents;

namespace Mesoscope.DemoCluster.Marathons;

/// <summary>Writes the events of <c>/v2/events</c> in the light form of Marathon 1.8 and later: no app definitions.</summary>
static class MarathonEventWriter
{
    public static string TypeOf(MarathonEvent told) => told switch
    {
        MarathonEvent.StatusChanged => "status_update_event",
        MarathonEvent.HealthChanged => "health_status_changed_event",
        MarathonEvent.DeploymentInfo => "deployment_info",
        MarathonEvent.DeploymentSuccess => "deployment_success",
        MarathonEvent.AppTerminated => "app_terminated_event",
        MarathonEvent.PodChanged pod => pod.EventType,
        _ => throw new ArgumentOutOfRangeException(nameof(told), told, "an event without a type"),
    };

    public static void WriteMembers(Utf8JsonWriter json, MarathonEvent told)
    {
        switch (told)
        {
            case MarathonEvent.StatusChanged status:
                WriteStatus(json, status);
                break;
            case MarathonEvent.HealthChanged health:
                json.WriteString("appId", health.Task.RunSpecId);
                json.WriteString("taskId", health.Task.Id);
                json.WriteString("version", health.Task.Version);
                json.WriteBoolean("alive", health.IsAlive);
                break;
            case MarathonEvent.DeploymentInfo info:
                json.WritePropertyName("plan");
                DeploymentDocument.Write(json, info.Deployment);
                break;
            case MarathonEvent.DeploymentSuccess success:
                json.WriteString("id", success.Deployment.Id);
                json.WritePropertyName("plan");
                DeploymentDocument.Write(json, success.Deployment);
                break;
            case MarathonEvent.AppTerminated ended:
                json.WriteString("appId", ended.AppId);
                break;
            case MarathonEvent.PodChanged pod:
                json.WriteString("uri", $"/v2/pods{pod.PodId}");
                break;
        }
    }

    static void WriteStatus(Utf8JsonWriter json, MarathonEvent.StatusChanged told)
    {
        json.WriteString("slaveId", told.Task.AgentId);
        json.WriteString("taskId", told.Task.Id);
        json.WriteString("taskStatus", told.Status.State);
        json.WriteString("message", told.Status.Message ?? "");
        json.WriteString("appId", told.Task.RunSpecId);
        json.WriteString("host", told.Host);
        json.WriteEmptyArray("ipAddresses");
        json.WriteStartArray("ports");
        foreach (var port in told.Task.Ports)
        {
            json.WriteNumberValue(port);
        }

        json.WriteEndArray();
        json.WriteString("version", told.Task.Version);
    }
}
