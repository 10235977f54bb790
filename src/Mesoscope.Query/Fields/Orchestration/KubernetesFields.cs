using System.Text;
using Mesoscope.Events.Schema;
using Mesoscope.Machine.Orchestration.Kubernetes;
using Mesoscope.Query.Fields.Containers;

namespace Mesoscope.Query.Fields.Orchestration;

/// <summary>The <c>k8s</c> family.</summary>
sealed class KubernetesFields : FieldClass
{
    static readonly (string Word, string Noun, KubernetesKind Kind)[] s_kinds =
    [
        ("pod", "pod", KubernetesKind.Pod),
        ("rc", "replication controller", KubernetesKind.ReplicationController),
        ("svc", "services (joined when there are several)", KubernetesKind.Service),
        ("ns", "namespace", KubernetesKind.Namespace),
        ("rs", "replica set", KubernetesKind.ReplicaSet),
        ("deployment", "deployment", KubernetesKind.Deployment),
    ];

    static readonly (FieldInfo Info, ContainerExtractor Extract)[] s_additions =
    [
        (Addition("k8s.pod.uid", "Unique id of the pod, from the container's labels."), KubernetesTexts.PodUid),
        (Addition("k8s.pod.sandbox_id", "Short id of the pod's sandbox."), KubernetesTexts.SandboxId),
        (Addition("k8s.pod.full_sandbox_id", "Id of the pod's sandbox at full length."), KubernetesTexts.FullSandboxId),
        (Addition("k8s.pod.ip", "IPv4 address of the pod."), ContainerTexts.Address),
        (Addition("k8s.pod.cni.json", "What the network plugin answered when the pod was made, JSON."), ContainerTexts.CniJson),
    ];

    readonly FieldInfo[] _fields;

    /// <inheritdoc/>
    public KubernetesFields()
    {
        var fields = new List<FieldInfo>();
        foreach (var (word, noun, _) in s_kinds)
        {
            fields.Add(new FieldInfo($"k8s.{word}.name", ParameterType.CharBuf, PrintFormat.None, $"Name of the Kubernetes {noun} that the thread works for."));
            fields.Add(new FieldInfo($"k8s.{word}.id", ParameterType.CharBuf, PrintFormat.None, $"Unique id of the Kubernetes {noun}."));
            fields.Add(new FieldInfo($"k8s.{word}.label", ParameterType.CharBuf, PrintFormat.None, $"One label of the Kubernetes {noun}, as in k8s.{word}.label.app.")
            {
                Argument = FieldArgument.Required,
            });
            fields.Add(new FieldInfo($"k8s.{word}.labels", ParameterType.CharBuf, PrintFormat.None, $"All labels of the Kubernetes {noun} as key:value, comma-separated."));
        }

        foreach (var (info, _) in s_additions)
        {
            fields.Add(info);
        }

        _fields = [.. fields];
    }

    /// <inheritdoc/>
    public override string Name => "k8s";

    /// <inheritdoc/>
    public override string Description => "The Kubernetes objects that an event's thread works for, from the labels of its container and the cluster's state as the capture holds it.";

    /// <inheritdoc/>
    public override IReadOnlyList<FieldInfo> Fields => _fields;

    /// <inheritdoc/>
    public override int MeasureArgument(FieldInfo info, ReadOnlySpan<char> rest) => LabelArgument.Measure(rest);

    /// <inheritdoc/>
    public override Field Bind(FieldInfo info, string text, string? argument, FieldSession session)
    {
        var place = Array.IndexOf(_fields, info);
        if (place >= s_kinds.Length * 4)
        {
            return new ContainerField(s_additions[place - (s_kinds.Length * 4)].Extract, null) { Info = info, Text = text };
        }

        var kind = s_kinds[place / 4].Kind;
        return new KubernetesField(kind, (KubernetesPart)(place % 4), Encoding.UTF8.GetBytes(argument ?? "")) { Info = info, Text = text };
    }

    static FieldInfo Addition(string name, string description) => new(name, ParameterType.CharBuf, PrintFormat.None, description) { IsAddition = true };
}
