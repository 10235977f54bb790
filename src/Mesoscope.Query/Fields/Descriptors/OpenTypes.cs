using Mesoscope.Machine;

namespace Mesoscope.Query.Fields.Descriptors;

/// <summary>The field <c>fd.types</c>: which types of descriptors a thread has open.</summary>
static class OpenTypes
{
    /// <summary>Descriptors with higher numbers are not looked at.</summary>
    const int MaxNumber = 4096;

    /// <summary>The types, each once, in the order of the descriptors: <c>(file,pipe)</c>; or the type of one descriptor.</summary>
    public static bool Get(EventContext context, FieldScratch scratch, ref FieldValue value)
    {
        if (context.Thread is not { } thread || context.Machine.FindDescriptors(thread) is not { } table)
        {
            return false;
        }

        if (scratch.ArgumentIndex is { } number)
        {
            return table.Find(number) is { } one && value.Set(DescriptorWords.TypeName(one.Type));
        }

        var text = scratch.NewText();
        text.Append((byte)'(');
        // Each word once: ipv4 stands for connections and servers alike.
        var seen = 0u;
        var left = table.Count;
        for (var i = 0; left > 0 && i < MaxNumber; i++)
        {
            if (table.Find(i) is not { } descriptor)
            {
                continue;
            }

            left--;
            var word = 1u << DescriptorWords.WordIndex(descriptor.Type);
            if ((seen & word) == 0)
            {
                seen |= word;
                text.Append(text.Length > 1 ? ","u8 : default);
                text.Append(DescriptorWords.TypeName(descriptor.Type));
            }
        }

        text.Append((byte)')');
        return value.Set(text.Written);
    }
}
