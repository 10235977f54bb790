using System.Text.Json;

namespace Mesoscope.Clusters.Documents;

/// <summary>Lists of a document.</summary>
static class JsonItems
{
    /// <summary>
    /// Reads the elements of the array under hand, or the values of an object's members: some servers write lists as objects. Anything
    /// else is passed over and counted.
    /// </summary>
    public static void Read<T>(ref JsonInput json, T target, JsonMember<T> read)
    {
        if (json.Token == JsonTokenType.StartArray)
        {
            while (json.NextElement())
            {
                read(ref json, target);
            }
        }
        else if (json.Token == JsonTokenType.StartObject)
        {
            while (json.NextMember())
            {
                json.Next();
                read(ref json, target);
            }
        }
        else
        {
            json.SkipWrong("list"u8);
        }
    }
}
