using Mesoscope.Events;
using Mesoscope.Machine.Documents;
using Mesoscope.Clusters.Text;

namespace Mesoscope.Machine.Orchestration.Kubernetes;

/// <summary>
/// The objects of a Kubernetes cluster as recorded <c>k8s</c> events tell them, and which of them belong to a container. A document
/// that cannot be used is counted and changes nothing. Written by the state engine only.
/// </summary>
public sealed class KubernetesState
{
    /// <summary>
    /// The order of a pod's services shows in texts, and the reference's is that of its hash table: up to this many entries a new one
    /// goes behind the first of its pod, later ones go before it.
    /// </summary>
    const int SmallTable = 20;

    static readonly (byte[] Word, KubernetesKind Kind)[] s_kinds =
    [
        ("Namespace"u8.ToArray(), KubernetesKind.Namespace),
        ("Pod"u8.ToArray(), KubernetesKind.Pod),
        ("ReplicationController"u8.ToArray(), KubernetesKind.ReplicationController),
        ("ReplicaSet"u8.ToArray(), KubernetesKind.ReplicaSet),
        ("Service"u8.ToArray(), KubernetesKind.Service),
        ("Deployment"u8.ToArray(), KubernetesKind.Deployment),
    ];

    readonly List<KubernetesObject>[] _objects = [[], [], [], [], [], []];
    readonly Dictionary<byte[], KubernetesObject> _podsByContainer = new(ByteTextComparer.Instance);
    readonly Dictionary<byte[], List<KubernetesObject>>?[] _ownersByPod = new Dictionary<byte[], List<KubernetesObject>>?[6];

    /// <summary>Grows with every change; equal numbers mean that earlier look-ups still hold.</summary>
    public int Version { get; private set; }

    /// <summary>How many documents could not be used.</summary>
    public long BadEventCount { get; private set; }

    /// <summary>The pod that a container belongs to, or null.</summary>
    public KubernetesObject? FindPod(byte[] containerId) => _podsByContainer.GetValueOrDefault(containerId);

    /// <summary>The namespace of a name, or null.</summary>
    public KubernetesObject? FindNamespace(byte[] name)
    {
        foreach (var item in _objects[(int)KubernetesKind.Namespace])
        {
            if (name.AsSpan().SequenceEqual(item.Name))
            {
                return item;
            }
        }

        return null;
    }

    /// <summary>
    /// The objects of a kind that select a pod, as they were when an event of that kind last came: pods that came later have none yet.
    /// </summary>
    public IReadOnlyList<KubernetesObject> FindOwners(KubernetesKind kind, KubernetesObject pod) =>
        _ownersByPod[(int)kind]?.GetValueOrDefault(pod.Uid) ?? (IReadOnlyList<KubernetesObject>)[];

    /// <summary>Takes in a <c>k8s</c> event (260).</summary>
    public void OnKubernetesEvent(Event e) => Read(e.Parameter(0));

    /// <summary>Takes in a document: a change (<c>type</c>) of objects of one <c>kind</c>.</summary>
    /// <param name="json">The document, NUL behind it or not.</param>
    public void Read(ReadOnlySpan<byte> json)
    {
        if (!JsonText.TryParse(json, out var document))
        {
            BadEventCount++;
            return;
        }

        using (document)
        {
            var root = document.RootElement;
            var word = root.GetText("kind"u8);
            var change = root.GetText("type"u8);
            var place = Array.FindIndex(s_kinds, entry => entry.Word.AsSpan().SequenceEqual(word));
            if (place < 0 || change.Length == 0)
            {
                // Nodes, daemon sets and Kubernetes' own events are good documents that no field needs.
                BadEventCount += word.Length == 0 || change.Length == 0 ? 1 : 0;
                return;
            }

            var kind = s_kinds[place].Kind;
            var objects = _objects[(int)kind];
            if (root.TryGet("items"u8, out var items))
            {
                foreach (var item in items.Items())
                {
                    KubernetesDocument.Apply(objects, kind, change[0], item);
                }
            }
            else if (root.TryGet("object"u8, out var old))
            {
                KubernetesDocument.ApplyOld(objects, kind, change[0], old);
            }

            Index(kind, objects);
            Version++;
        }
    }

    /// <summary>Forgets the cluster.</summary>
    public void Clear()
    {
        foreach (var objects in _objects)
        {
            objects.Clear();
        }

        _podsByContainer.Clear();
        Array.Clear(_ownersByPod);
        BadEventCount = 0;
        Version++;
    }

    void Index(KubernetesKind kind, List<KubernetesObject> objects)
    {
        if (kind == KubernetesKind.Pod)
        {
            _podsByContainer.Clear();
            foreach (var pod in objects)
            {
                foreach (var id in pod.ContainerIds)
                {
                    _podsByContainer[id] = pod;
                }
            }
        }
        else if (kind != KubernetesKind.Namespace)
        {
            _ownersByPod[(int)kind] = FindOwners(kind, objects);
        }
    }

    Dictionary<byte[], List<KubernetesObject>> FindOwners(KubernetesKind kind, List<KubernetesObject> objects)
    {
        var owners = new Dictionary<byte[], List<KubernetesObject>>(ByteTextComparer.Instance);
        var pairs = 0;
        foreach (var item in objects)
        {
            foreach (var pod in _objects[(int)KubernetesKind.Pod])
            {
                if (!item.Selects(pod))
                {
                    continue;
                }

                if (!owners.TryGetValue(pod.Uid, out var list))
                {
                    owners.Add(pod.Uid, list = []);
                }

                // A pod has one controller, the first; of services and deployments it may have several.
                if (list.Count == 0 || kind is KubernetesKind.Service or KubernetesKind.Deployment)
                {
                    list.Insert(pairs++ > SmallTable ? 0 : Math.Min(1, list.Count), item);
                }
            }
        }

        return owners;
    }
}
