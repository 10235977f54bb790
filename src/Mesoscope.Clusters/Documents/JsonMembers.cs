using System.Text.Json;

namespace Mesoscope.Clusters.Documents;

/// <summary>Takes the value under hand into a target; must leave the input at the value's last token.</summary>
delegate void JsonMember<in T>(ref JsonInput json, T target);

/// <summary>The members of one kind of object that matter, and what each of them sets. All others are passed over.</summary>
sealed class JsonMembers<T>(params (string Name, JsonMember<T> Read)[] members)
{
    readonly (byte[] Name, JsonMember<T> Read)[] _members =
        [.. members.Select(static m => (System.Text.Encoding.UTF8.GetBytes(m.Name), m.Read))];

    /// <summary>Reads the object under hand; anything else is passed over and counted. Members that are <c>null</c> count as missing.</summary>
    /// <returns>Whether there was an object.</returns>
    public bool Read(ref JsonInput json, T target)
    {
        if (json.Token != JsonTokenType.StartObject)
        {
            json.SkipWrong("object"u8);
            return false;
        }

        while (json.NextMember())
        {
            var member = Find(ref json);
            json.Next();
            if (member is null || json.Token == JsonTokenType.Null)
            {
                json.Skip();
            }
            else
            {
                member(ref json, target);
            }
        }

        return true;
    }

    JsonMember<T>? Find(ref JsonInput json)
    {
        foreach (var (name, read) in _members)
        {
            if (json.Is(name))
            {
                return read;
            }
        }

        return null;
    }
}
