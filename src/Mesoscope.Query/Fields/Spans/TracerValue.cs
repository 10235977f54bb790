using Mesoscope.Machine.Tracers;

namespace Mesoscope.Query.Fields.Spans;

/// <summary>Takes names and values out of tracers.</summary>
static class TracerValue
{
    /// <summary>The tags with dots between.</summary>
    public static bool GetTags(Tracer tracer, FieldScratch scratch, ref FieldValue value)
    {
        var text = scratch.NewText();
        for (var i = 0; tracer.Tags.TryGet(i, out var tag); i++)
        {
            text.Append(i > 0 ? "."u8 : default);
            text.Append(tag);
        }

        return value.Set(text.Written);
    }

    /// <summary>The tag with the argument's index; below 0 it counts from the end.</summary>
    public static bool GetTag(Tracer tracer, FieldScratch scratch, ref FieldValue value) =>
        tracer.Tags.TryGet(scratch.ArgumentIndex ?? 0, out var tag) && value.Set(tag);

    /// <summary>All arguments with commas between.</summary>
    /// <param name="tracer">The tracer; null for none.</param>
    /// <param name="scratch">Work space.</param>
    /// <param name="value">Where they go.</param>
    /// <param name="separator">What stands between name and value.</param>
    public static bool GetArguments(Tracer? tracer, FieldScratch scratch, ref FieldValue value, byte separator)
    {
        if (tracer is null)
        {
            return false;
        }

        var text = scratch.NewText();
        for (var i = 0; tracer.ArgumentNames.TryGet(i, out var name); i++)
        {
            tracer.ArgumentValues.TryGet(i, out var content);
            text.Append(i > 0 ? ","u8 : default);
            text.Append(name);
            text.Append(separator);
            text.Append(content);
        }

        return value.Set(text.Written);
    }

    /// <summary>The argument that the field's argument names or counts.</summary>
    public static bool GetArgument(Tracer? tracer, FieldScratch scratch, ref FieldValue value)
    {
        if (tracer is null)
        {
            return false;
        }

        var index = scratch.ArgumentName is { } name ? tracer.ArgumentNames.IndexOf(name) : scratch.ArgumentIndex ?? 0;
        return (index >= 0 || scratch.ArgumentName is null) && tracer.ArgumentValues.TryGet(index, out var content) && value.Set(content);
    }
}
