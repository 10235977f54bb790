using System.Text;
using Mesoscope.Events;
using Mesoscope.Events.Schema;

namespace Mesoscope.Query.Fields.EventFields;

/// <summary>Finds the parameter with one name in events of all types; each type is searched once.</summary>
sealed class ParameterFinder(string name)
{
    // 0 not searched yet, otherwise the index plus 2, so that 1 means none.
    readonly byte[] _known = new byte[EventSchema.EventTypeCount];

    /// <summary>The parameter's index, or -1. It may be one that the event does not hold.</summary>
    public int Find(Event current)
    {
        ref var known = ref _known[(int)current.Type];
        if (known == 0)
        {
            known = (byte)(current.Info.IndexOf(name) + 2);
        }

        return known - 2;
    }

    /// <summary>The name that a field was asked for with.</summary>
    /// <exception cref="FieldException">No event has a parameter of that name.</exception>
    public static string Check(EventFieldRequest request)
    {
        var name = request.Argument ?? "";
        return EventSchema.FindLongestParameter(Encoding.UTF8.GetBytes(name)) is { } parameter && parameter.Name == name
            ? name
            : throw new FieldException($"no event has a parameter '{name}', as '{request.Text}' asks for; 'mesoscope trace -L' lists them");
    }

    /// <summary>Length of an argument that is a parameter's name behind a dot, the longest one that the text begins with, or an index in brackets.</summary>
    public static int MeasureArgument(ReadOnlySpan<char> rest)
    {
        if (rest is not ['.', ..])
        {
            return ArgumentText.MeasureBrackets(rest);
        }

        // A name that is none is measured as a word, so that binding it can say so.
        var word = ArgumentText.Measure(rest);
        var parameter = word < 2 ? null : EventSchema.FindLongestParameter(Encoding.UTF8.GetBytes(rest[1..word].ToString()));
        return parameter is null ? word : parameter.Name.Length + 1;
    }
}
