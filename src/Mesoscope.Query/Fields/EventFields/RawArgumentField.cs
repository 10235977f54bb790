using System.Text;
using Mesoscope.Events.Schema;
using Mesoscope.Machine;

namespace Mesoscope.Query.Fields.EventFields;

/// <summary>
/// <c>evt.rawarg</c>: one parameter by name, not made into text. Its type is that of the first parameter in the table with the name,
/// whatever the event under hand says.
/// </summary>
sealed class RawArgumentField(ParameterFinder finder, ParameterType type) : Field
{
    /// <inheritdoc/>
    public override ParameterType Type => type;

    /// <summary>Binds the field.</summary>
    public static Field Create(EventFieldRequest request, FieldSession session)
    {
        if (request.IsIndexed)
        {
            throw new FieldException($"'{request.Text}' asks for a parameter by index; evt.rawarg takes names, as in 'evt.rawarg.res'");
        }

        var name = ParameterFinder.Check(request);
        var type = EventSchema.FindLongestParameter(Encoding.UTF8.GetBytes(name))!.Type;
        return new RawArgumentField(new ParameterFinder(name), type) { Info = request.Info, Text = request.Text };
    }

    /// <inheritdoc/>
    public override bool TryGet(EventContext context, ref FieldValue value)
    {
        var index = finder.Find(context.Event);
        if ((uint)index >= (uint)context.Event.ParameterCount)
        {
            return false;
        }

        value.Type = type;
        value.Bytes = IsText(type) ? context.Event.Text(index) : context.Event.Parameter(index);
        value.Number = IsSigned(type) ? (ulong)context.Event.Int64(index) : context.Event.UInt64(index);
        return true;
    }

    static bool IsText(ParameterType type) => type is ParameterType.CharBuf or ParameterType.FsPath or ParameterType.FsRelPath;

    static bool IsSigned(ParameterType type) =>
        type is <= ParameterType.Int64 or ParameterType.Errno or ParameterType.Fd or ParameterType.Pid or ParameterType.Fd32 or ParameterType.Pid32;
}
