using System.Text.Json;
using Mesoscope.Machine.Documents;
using Mesoscope.Clusters.Text;

namespace Mesoscope.Machine.Orchestration.Kubernetes;

/// <summary>Applies the items of a recorded Kubernetes document to the objects of their kind. Changes go by their first letter.</summary>
static class KubernetesDocument
{
    /// <summary>Digits of a container's id that threads carry.</summary>
    const int ShortIdLength = 12;

    static readonly (byte[] Prefix, bool IsShort)[] s_runtimes =
    [
        ("docker://"u8.ToArray(), true),
        ("rkt://"u8.ToArray(), false),
        ("containerd://"u8.ToArray(), true),
        ("cri-o://"u8.ToArray(), true),
    ];

    /// <summary>Applies an item of the newer format, whose members lie flat in it. Labels that are missing or empty leave the old ones.</summary>
    public static void Apply(List<KubernetesObject> objects, KubernetesKind kind, byte change, JsonElement item)
    {
        if (Change(objects, change, item) is not { } changed)
        {
            return;
        }

        var labels = GetTexts(item, "labels"u8);
        changed.Labels = labels.Count > 0 ? labels : changed.Labels;
        if (item.TryGet("selector"u8, out _) && GetTexts(item, "selector"u8) is var selectors
            && (selectors.Count > 0 || kind != KubernetesKind.Service))
        {
            changed.Selectors = selectors;
        }

        changed.ContainerIds = kind == KubernetesKind.Pod ? ReadContainerIds(item) : [];
    }

    /// <summary>Applies the object of the older format: the API's own shape, reduced. Its labels replace the old ones.</summary>
    public static void ApplyOld(List<KubernetesObject> objects, KubernetesKind kind, byte change, JsonElement item)
    {
        if (!item.TryGet("metadata"u8, out var metadata) || Change(objects, change, metadata) is not { } changed)
        {
            return;
        }

        changed.Labels = GetTexts(metadata, "labels"u8);
        if (item.TryGet("spec"u8, out var spec) && spec.TryGet("selector"u8, out var selector))
        {
            changed.Selectors = selector.TryGet("matchLabels"u8, out _) ? GetTexts(selector, "matchLabels"u8) : GetTexts(spec, "selector"u8);
        }

        changed.ContainerIds = kind == KubernetesKind.Pod && item.TryGet("status"u8, out var status) ? ReadContainerIds(status) : [];
    }

    /// <summary>The object to fill in; null when the change was a removal or does not apply.</summary>
    static KubernetesObject? Change(List<KubernetesObject> objects, byte change, JsonElement names)
    {
        var uid = names.GetText("uid"u8);
        var name = names.GetText("name"u8);
        var place = objects.FindIndex(item => item.Uid.AsSpan().SequenceEqual(uid));
        switch ((char)change)
        {
            case 'A' when place < 0 && uid.Length > 0 && name.Length > 0:
                objects.Add(new KubernetesObject { Uid = uid, Name = name, Namespace = names.GetText("namespace"u8) });
                return objects[^1];
            case 'A' or 'M' when place >= 0:
                return objects[place];
            case 'D' when place >= 0:
                objects.RemoveAt(place);
                return null;
            default:
                return null;
        }
    }

    static List<Label> GetTexts(JsonElement element, ReadOnlySpan<byte> name)
    {
        List<Label> labels = [];
        if (!element.TryGet(name, out var member) || member.ValueKind != JsonValueKind.Object)
        {
            return labels;
        }

        foreach (var property in member.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.String && JsonText.TryGetText(property.Value, out var text))
            {
                labels.Add(new Label(JsonText.GetName(property), text));
            }
        }

        labels.Sort(static (x, y) => x.Key.AsSpan().SequenceCompareTo(y.Key));
        return labels;
    }

    static List<byte[]> ReadContainerIds(JsonElement status)
    {
        List<byte[]> ids = [];
        AddContainerIds(status, "containerStatuses"u8, ids);
        AddContainerIds(status, "initContainerStatuses"u8, ids);
        return ids;
    }

    static void AddContainerIds(JsonElement status, ReadOnlySpan<byte> name, List<byte[]> ids)
    {
        if (!status.TryGet(name, out var containers))
        {
            return;
        }

        foreach (var container in containers.Items())
        {
            var id = container.GetText("containerID"u8).AsSpan();
            foreach (var (prefix, isShort) in s_runtimes)
            {
                if (id.StartsWith(prefix))
                {
                    id = id[prefix.Length..];
                    ids.Add((isShort && id.Length > ShortIdLength ? id[..ShortIdLength] : id).ToArray());
                    break;
                }
            }
        }
    }
}
