using Mesoscope.Machine.Threads;

namespace Mesoscope.Machine.Tracers;

/// <summary>
/// Reads tracers: <c>&gt;:id:tag.tag:name=value,name=value:</c> or the same as JSON. The id is a number or <c>t</c>, <c>p</c>, <c>pp</c>
/// for the thread, the process and its parent. A backslash takes the meaning of the next character away.
/// </summary>
static class TracerReader
{
    /// <summary>Reads a tracer.</summary>
    /// <param name="text">Without NUL; its end means that more may come.</param>
    /// <param name="thread">Who wrote it.</param>
    /// <param name="tracer">Where what it says goes; empty before.</param>
    /// <param name="isEnter">Whether it begins a span.</param>
    public static TracerResult Read(ReadOnlySpan<byte> text, ThreadState thread, Tracer tracer, out bool isEnter)
    {
        if (text is not [(byte)'>' or (byte)'<', ..])
        {
            return TracerDocument.Read(text, thread, tracer, out isEnter);
        }

        isEnter = text[0] == '>';
        var cursor = new TracerCursor(text) { Position = 1 };
        if (cursor.Current != ':')
        {
            return cursor.EndOr(TracerResult.NoTracer);
        }

        cursor.Position++;
        var result = ReadId(ref cursor, thread, tracer);
        if (result != TracerResult.Complete || cursor.Current == '0')
        {
            return result == TracerResult.Complete ? TracerResult.Incomplete : result;
        }

        if (cursor.Current != ':')
        {
            result = ReadTags(ref cursor, tracer.Tags);
            if (result != TracerResult.Complete)
            {
                return result;
            }
        }

        cursor.Position++;
        return cursor.IsAtEnd ? TracerResult.Incomplete : cursor.Current == ':' ? TracerResult.Complete : ReadArguments(ref cursor, tracer);
    }

    static TracerResult ReadId(ref TracerCursor cursor, ThreadState thread, Tracer tracer)
    {
        switch (cursor.Current)
        {
            // An id or a tag that begins with a zero is taken for a text whose end has not come yet.
            case (byte)'0':
                return TracerResult.Incomplete;
            case (byte)':':
                tracer.Id = 0;
                cursor.Position++;
                return TracerResult.Complete;
            case (byte)'t' or (byte)'p' or (byte)'g':
                tracer.Id = cursor.ReadScope(thread);
                return TracerResult.Complete;
            default:
                var number = cursor.ReadNumber();
                if (cursor.Current != ':')
                {
                    return cursor.EndOr(TracerResult.NoTracer);
                }

                tracer.Id = number;
                cursor.Position++;
                return TracerResult.Complete;
        }
    }

    static TracerResult ReadTags(ref TracerCursor cursor, TextList tags)
    {
        while (true)
        {
            var end = cursor.ReadText(tags, ".:"u8, "><=\n"u8);
            if (end is 0 or not ((byte)'.' or (byte)':'))
            {
                return cursor.EndOr(TracerResult.NoTracer);
            }

            if (end == ':')
            {
                return TracerResult.Complete;
            }

            cursor.Position++;
        }
    }

    static TracerResult ReadArguments(ref TracerCursor cursor, Tracer tracer)
    {
        while (true)
        {
            var end = cursor.ReadText(tracer.ArgumentNames, "="u8, "><\n"u8);
            if (end != '=')
            {
                // A name without a value ends the tracer in an error, not in a wait for more.
                return cursor.IsAtEnd && cursor.Previous != ':' ? TracerResult.Incomplete : TracerResult.NoTracer;
            }

            cursor.Position++;
            end = cursor.ReadText(tracer.ArgumentValues, ",:="u8, default);
            if (end is 0 or (byte)':')
            {
                return end == ':' ? TracerResult.Complete : TracerResult.Incomplete;
            }

            cursor.Position++;
        }
    }
}
