using System.Text.Json;

namespace Mesoscope.Clusters.Documents;

/// <summary>Reads a whole document into a target and turns what is wrong with it into faults. Nothing that a server sends makes it throw.</summary>
static class DocumentReader
{
    /// <summary>Reads a document from a stream, which it leaves open. What the stream itself throws goes through.</summary>
    /// <returns>Whether the document was read to its end and its target was read.</returns>
    public static bool Read<T>(Stream stream, DocumentScope scope, T target, JsonMember<T> read)
    {
        using var source = new JsonSource(stream, scope.Limits);
        try
        {
            var json = new JsonInput(source, scope);
            ReadRoot(ref json, target, read);
            return true;
        }
        catch (DocumentException e)
        {
            scope.Faults.Add(e.Fault, "document"u8, e.Offset);
            return false;
        }
        finally
        {
            if (source.ForbiddenCount > 0)
            {
                scope.Faults.Add(DocumentFault.ControlBytes, "document"u8, 0);
            }
        }
    }

    /// <summary>Reads a document from memory.</summary>
    /// <returns>Whether the document was read to its end and its target was read.</returns>
    public static bool Read<T>(ReadOnlySpan<byte> document, DocumentScope scope, T target, JsonMember<T> read)
    {
        try
        {
            var json = new JsonInput(document, scope);
            ReadRoot(ref json, target, read);
            return true;
        }
        catch (DocumentException e)
        {
            scope.Faults.Add(e.Fault, "document"u8, e.Offset);
            return false;
        }
    }

    static void ReadRoot<T>(ref JsonInput json, T target, JsonMember<T> read)
    {
        json.Next();
        read(ref json, target);
    }
}
