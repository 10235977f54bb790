using System.Text.Json;
using Mesoscope.Clusters.Text;

namespace Mesoscope.Clusters.Documents;

/// <summary>Labels in the three shapes that Mesos and Marathon use: pairs in an array, such an array in an object, and an object of texts.</summary>
static class JsonLabels
{
    static readonly JsonMembers<Draft> s_pair = new(
        ("key", static (ref json, label) => label.Key = json.Text()),
        ("value", static (ref json, label) => label.Value = json.Text()));

    static readonly Comparer<Label> s_byKey = Comparer<Label>.Create(static (x, y) => x.Key.AsSpan().SequenceCompareTo(y.Key));

    /// <summary>The labels under hand: those of an array in its order, equal keys included; those of an object by the bytes of the key, each once.</summary>
    public static IReadOnlyList<Label> Read(ref JsonInput json)
    {
        var labels = json.Scope.Labels;
        labels.Clear();
        if (json.Token == JsonTokenType.StartObject)
        {
            ReadObject(ref json, labels);
        }
        else
        {
            JsonItems.Read(ref json, labels, ReadPair);
        }

        return json.Scope.Pool.Labels(labels);
    }

    static void ReadPair(ref JsonInput json, List<Label> labels)
    {
        var label = new Draft();
        var faults = json.Scope.Faults[DocumentFault.LongText];
        if (s_pair.Read(ref json, label) && json.Scope.Faults[DocumentFault.LongText] == faults)
        {
            labels.Add(json.Scope.Pool.Label(label.Key, label.Value));
        }
    }

    static void ReadObject(ref JsonInput json, List<Label> labels)
    {
        var isWrapped = false;
        while (json.NextMember())
        {
            var isList = json.Is("labels"u8);
            var key = json.Text();
            json.Next();
            if (isList && json.Token == JsonTokenType.StartArray)
            {
                JsonItems.Read(ref json, labels, ReadPair);
                isWrapped = true;
            }
            else
            {
                ReadMember(ref json, key, labels);
            }
        }

        if (!isWrapped)
        {
            SortByKey(labels);
        }
    }

    static void ReadMember(ref JsonInput json, byte[] key, List<Label> labels)
    {
        if (json.Token is JsonTokenType.StartObject or JsonTokenType.StartArray)
        {
            json.SkipWrong(key);
            return;
        }

        var faults = json.Scope.Faults[DocumentFault.LongText];
        var value = json.Token == JsonTokenType.Null ? [] : json.Text();
        if (json.Scope.Faults[DocumentFault.LongText] == faults)
        {
            labels.Add(json.Scope.Pool.Label(key, value));
        }
    }

    /// <summary>By key; of several with one key the last in the document stays.</summary>
    static void SortByKey(List<Label> labels)
    {
        labels.Reverse();
        var sorted = labels.OrderBy(static label => label, s_byKey).ToList();
        labels.Clear();
        foreach (var label in sorted)
        {
            if (labels.Count == 0 || !ReferenceEquals(labels[^1].Key, label.Key))
            {
                labels.Add(label);
            }
        }
    }

    sealed class Draft
    {
        public byte[] Key { get; set; } = [];

        public byte[] Value { get; set; } = [];
    }
}
