using Mesoscope.Machine.Threads;

namespace Mesoscope.Machine.Tracers;

/// <summary>Reads tracers written as JSON: <c>["&gt;", 12, ["tag", "tag"], [{"name": "value"}, {"name": "value"}]]</c>.</summary>
static class TracerDocument
{
    /// <summary>Reads a tracer. The rules for blanks, commas and brackets are loose, those of the writers of old.</summary>
    public static TracerResult Read(ReadOnlySpan<byte> text, ThreadState thread, Tracer tracer, out bool isEnter)
    {
        isEnter = false;
        var cursor = new TracerCursor(text);
        SkipBlanks(ref cursor);
        if (cursor.Current != '[')
        {
            return TracerResult.NoTracer;
        }

        cursor.Position++;
        isEnter = cursor.Current == '"' && cursor.At(1) == '>';
        var result = ReadString(ref cursor, null);
        if (result == TracerResult.Complete)
        {
            result = ReadId(ref cursor, thread, tracer);
        }

        if (result == TracerResult.Complete)
        {
            result = ReadTags(ref cursor, tracer.Tags);
        }

        if (result == TracerResult.Complete)
        {
            result = ReadArguments(ref cursor, tracer);
        }

        if (result != TracerResult.Complete)
        {
            return result;
        }

        SkipBlanks(ref cursor);
        return cursor.Current == ']' ? TracerResult.Complete : cursor.EndOr(TracerResult.NoTracer);
    }

    static TracerResult ReadId(ref TracerCursor cursor, ThreadState thread, Tracer tracer)
    {
        var result = SkipCommas(ref cursor, 1);
        if (result != TracerResult.Complete)
        {
            return result;
        }

        if (cursor.Current == '"')
        {
            cursor.Position++;
            if (cursor.Current is not ((byte)'t' or (byte)'p' or (byte)'g'))
            {
                return TracerResult.NoTracer;
            }

            tracer.Id = cursor.ReadScope(thread);
            return SkipCommas(ref cursor, 1);
        }

        var number = cursor.ReadNumber();
        if (cursor.Current is not ((byte)',' or (byte)' '))
        {
            return cursor.EndOr(TracerResult.NoTracer);
        }

        tracer.Id = number;
        return SkipCommas(ref cursor, 1);
    }

    static TracerResult ReadTags(ref TracerCursor cursor, TextList tags)
    {
        var result = SkipOne(ref cursor, (byte)'[');
        if (result != TracerResult.Complete)
        {
            return result;
        }

        if (cursor.Current != '"')
        {
            var isCut = cursor.IsAtEnd;
            cursor.Position++;
            return isCut ? TracerResult.Incomplete : TracerResult.Complete;
        }

        while (true)
        {
            result = ReadString(ref cursor, tags);
            if (result == TracerResult.Complete)
            {
                result = SkipCommas(ref cursor, 0);
            }

            if (result != TracerResult.Complete || cursor.Current == ']')
            {
                return result;
            }
        }
    }

    static TracerResult ReadArguments(ref TracerCursor cursor, Tracer tracer)
    {
        if (!SkipBrackets(ref cursor, out var result))
        {
            return result;
        }

        if (cursor.Current != '"')
        {
            cursor.Position++;
            return TracerResult.Complete;
        }

        while (true)
        {
            result = ReadString(ref cursor, tracer.ArgumentNames);
            if (result == TracerResult.Complete)
            {
                result = SkipOne(ref cursor, (byte)':');
            }

            if (result == TracerResult.Complete)
            {
                result = ReadString(ref cursor, tracer.ArgumentValues);
            }

            if (result == TracerResult.Complete)
            {
                result = SkipBraces(ref cursor);
            }

            if (result != TracerResult.Complete)
            {
                return result;
            }

            if (cursor.Current == ']')
            {
                cursor.Position++;
                return TracerResult.Complete;
            }
        }
    }

    static void SkipBlanks(ref TracerCursor cursor)
    {
        while (cursor.Current == ' ')
        {
            cursor.Position++;
        }
    }

    static TracerResult SkipCommas(ref TracerCursor cursor, int least)
    {
        var commas = 0;
        for (; cursor.Current is (byte)' ' or (byte)','; cursor.Position++)
        {
            commas += cursor.Current == ',' ? 1 : 0;
        }

        return cursor.IsAtEnd ? TracerResult.Incomplete : commas < least ? TracerResult.NoTracer : TracerResult.Complete;
    }

    static TracerResult SkipOne(ref TracerCursor cursor, byte wanted)
    {
        var count = 0;
        for (; cursor.Current == ' ' || (cursor.Current == wanted && wanted != 0); cursor.Position++)
        {
            count += cursor.Current == wanted ? 1 : 0;
        }

        return cursor.IsAtEnd ? TracerResult.Incomplete : count == 1 ? TracerResult.Complete : TracerResult.NoTracer;
    }

    // From the last tag into the first argument: ], [{ or, without arguments, ], [
    static bool SkipBrackets(ref TracerCursor cursor, out TracerResult result)
    {
        var commas = 0;
        var brackets = 0;
        var braces = 0;
        for (; cursor.Current is (byte)' ' or (byte)',' or (byte)'[' or (byte)']' or (byte)'{' or (byte)'}'; cursor.Position++)
        {
            if (cursor.Current == ']' && brackets > 0)
            {
                break;
            }

            commas += cursor.Current == ',' ? 1 : 0;
            brackets += cursor.Current == '[' ? 1 : 0;
            braces += cursor.Current == '{' ? 1 : 0;
        }

        var isRight = commas == 1 && brackets == 1 && (braces == 1 || cursor.Current == ']');
        result = cursor.IsAtEnd ? TracerResult.Incomplete : isRight ? TracerResult.Complete : TracerResult.NoTracer;
        return result == TracerResult.Complete;
    }

    // From one argument into the next: }, { or to the end of the list: }]
    static TracerResult SkipBraces(ref TracerCursor cursor)
    {
        var commas = 0;
        var opening = 0;
        var closing = 0;
        for (; cursor.Current is (byte)' ' or (byte)',' or (byte)'{' or (byte)'}'; cursor.Position++)
        {
            commas += cursor.Current == ',' ? 1 : 0;
            opening += cursor.Current == '{' ? 1 : 0;
            closing += cursor.Current == '}' ? 1 : 0;
        }

        var isRight = (commas == 1 && (opening == 1 || closing == 1)) || (closing == 1 && cursor.Current == ']');
        return cursor.IsAtEnd ? TracerResult.Incomplete : isRight ? TracerResult.Complete : TracerResult.NoTracer;
    }

    static TracerResult ReadString(ref TracerCursor cursor, TextList? list)
    {
        if (cursor.Current != '"')
        {
            return cursor.EndOr(TracerResult.NoTracer);
        }

        cursor.Position++;
        for (; !cursor.IsAtEnd; cursor.Position++)
        {
            if (cursor.Current == '"' && cursor.Previous != '\\')
            {
                list?.End();
                cursor.Position++;
                return TracerResult.Complete;
            }

            list?.Append(cursor.Current);
        }

        return TracerResult.Incomplete;
    }
}
