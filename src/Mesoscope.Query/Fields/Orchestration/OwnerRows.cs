using Mesoscope.Machine;
using Mesoscope.Machine.Orchestration.Kubernetes;
using Mesoscope.Clusters.Text;
using static Mesoscope.Query.Fields.FieldRow;

namespace Mesoscope.Query.Fields.Orchestration;

/// <summary>The fields of the Kubernetes objects that select a pod: one object, or all services in one text.</summary>
static class OwnerRows
{
    /// <summary>The fields of all services of the pod.</summary>
    public static FieldRow[] OfServices =>
    [
        OfText("k8s.svc.name", "Names of the Kubernetes services of the pod, comma-separated.", static (c, s, ref v) => Join(ref v, c, s, static (item, _) => item.Name, isOptional: false)),
        OfText("k8s.svc.id", "Unique ids of the Kubernetes services, comma-separated.", static (c, s, ref v) => Join(ref v, c, s, static (item, _) => item.Uid, isOptional: false)),
        OfText("k8s.svc.label", "One label of the Kubernetes services, as in k8s.svc.label.app; several values are comma-separated.", static (c, s, ref v) =>
            Join(ref v, c, s, static (item, scratch) => Label.Find(item.Labels, scratch.ArgumentName), isOptional: true)).WithArgument(),
        OfText("k8s.svc.labels", "All labels of the Kubernetes services as key:value, comma-separated.", static (c, s, ref v) => JoinLabels(ref v, c, s)),
    ];

    /// <summary>The four fields of one object.</summary>
    /// <param name="prefix">Beginning of the names.</param>
    /// <param name="kind">What the object is.</param>
    /// <param name="noun">What it is called.</param>
    public static FieldRow[] Of(string prefix, KubernetesKind kind, string noun) =>
    [
        OfText(prefix + ".name", $"Name of the Kubernetes {noun} of the pod.", (c, s, ref v) => First(c, kind) is { } item && v.Set(item.Name)),
        OfText(prefix + ".id", $"Unique id of the Kubernetes {noun}.", (c, s, ref v) => First(c, kind) is { } item && v.Set(item.Uid)),
        OfText(prefix + ".label", $"One label of the Kubernetes {noun}, as in {prefix}.label.app.", (c, s, ref v) =>
            First(c, kind) is { } item && v.SetLabel(item.Labels, s)).WithArgument(),
        OfText(prefix + ".labels", $"All labels of the Kubernetes {noun} as key:value, comma-separated.", (c, s, ref v) =>
            First(c, kind) is { } item && v.SetLabels(item.Labels, s)),
    ];

    static KubernetesObject? First(EventContext context, KubernetesKind kind) =>
        ClusterLookup.FindOwners(context, kind) is { Count: > 0 } items ? items[0] : null;

    /// <summary>Joins a text of each service; an optional one that none has, or only as an empty text, is absent.</summary>
    static bool Join(ref FieldValue value, EventContext context, FieldScratch scratch, Func<KubernetesObject, FieldScratch, byte[]?> take, bool isOptional)
    {
        var items = ClusterLookup.FindOwners(context, KubernetesKind.Service);
        var text = scratch.NewText();
        for (var i = 0; i < items.Count; i++)
        {
            if (take(items[i], scratch) is { } part)
            {
                text.Append(text.Length > 0 ? ", "u8 : default);
                text.Append(part);
            }
        }

        return (isOptional ? text.Length > 0 : items.Count > 0) && value.Set(text.Written);
    }

    static bool JoinLabels(ref FieldValue value, EventContext context, FieldScratch scratch)
    {
        var items = ClusterLookup.FindOwners(context, KubernetesKind.Service);
        var text = scratch.NewText();
        for (var i = 0; i < items.Count; i++)
        {
            foreach (var label in items[i].Labels)
            {
                LabelArgument.Append(text, label);
            }
        }

        return items.Count > 0 && value.Set(text.Written);
    }
}
