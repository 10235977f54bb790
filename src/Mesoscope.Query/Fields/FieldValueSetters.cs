namespace Mesoscope.Query.Fields;

/// <summary>Short ways to say "this is the value" at the end of an extractor; all of them say true.</summary>
static class FieldValueSetters
{
    /// <summary>A signed number.</summary>
    public static bool Set(this ref FieldValue value, long number)
    {
        value.Number = (ulong)number;
        return true;
    }

    /// <summary>An unsigned number.</summary>
    public static bool Set(this ref FieldValue value, ulong number)
    {
        value.Number = number;
        return true;
    }

    /// <summary>True or false.</summary>
    public static bool Set(this ref FieldValue value, bool isTrue)
    {
        value.Number = isTrue ? 1u : 0u;
        return true;
    }

    /// <summary>A floating-point number.</summary>
    public static bool Set(this ref FieldValue value, double number, FieldScratch scratch)
    {
        System.Buffers.Binary.BinaryPrimitives.WriteDoubleLittleEndian(scratch.Address, number);
        value.Bytes = scratch.Address.AsSpan(0, sizeof(double));
        return true;
    }

    /// <summary>A text or other bytes.</summary>
    public static bool Set(this ref FieldValue value, ReadOnlySpan<byte> bytes)
    {
        value.Bytes = bytes;
        return true;
    }

    /// <summary>A text or other bytes.</summary>
    public static bool Set(this ref FieldValue value, byte[] bytes)
    {
        value.Bytes = bytes;
        return true;
    }
}
