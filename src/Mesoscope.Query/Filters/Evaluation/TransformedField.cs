using System.Buffers;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using Mesoscope.Events.Schema;
using Mesoscope.Machine;
using Mesoscope.Query.Fields;
using Mesoscope.Query.Filters.Syntax;

namespace Mesoscope.Query.Filters.Evaluation;

/// <summary>A field whose value passes through a transformer.</summary>
sealed class TransformedField : Field
{
    readonly Field _inner;
    readonly FilterTransformer _transformer;
    byte[] _scratch = new byte[256];

    [SetsRequiredMembers]
    internal TransformedField(Field inner, FilterTransformer transformer)
    {
        _inner = inner;
        _transformer = transformer;
        Info = inner.Info;
        Text = $"{FilterWords.Text(transformer)}({inner.Text})";
    }

    public override ParameterType Type => _transformer == FilterTransformer.Length ? ParameterType.UInt64 : _inner.Type;

    public override bool IsStateful => _inner.IsStateful;

    public override bool TryGet(EventContext context, ref FieldValue value)
    {
        value.Type = _inner.Type;
        if (!_inner.TryGet(context, ref value))
        {
            return false;
        }

        var bytes = value.Bytes;
        switch (_transformer)
        {
            case FilterTransformer.Length:
                value.Type = ParameterType.UInt64;
                value.Number = (ulong)bytes.Length;
                return true;
            case FilterTransformer.BaseName:
                value.Bytes = bytes[(bytes.LastIndexOf((byte)'/') + 1)..];
                return true;
            case FilterTransformer.Base64:
                return TryDecode(bytes, ref value);
            default:
                value.Bytes = ChangeCase(bytes);
                return true;
        }
    }

    ReadOnlySpan<byte> ChangeCase(ReadOnlySpan<byte> bytes)
    {
        var result = Scratch(bytes.Length);
        for (var i = 0; i < bytes.Length; i++)
        {
            result[i] = _transformer == FilterTransformer.ToLower ? AsciiCase.ToLower(bytes[i]) : AsciiCase.ToUpper(bytes[i]);
        }

        return result[..bytes.Length];
    }

    /// <summary>Base64 with or without its padding.</summary>
    bool TryDecode(ReadOnlySpan<byte> bytes, ref FieldValue value)
    {
        var text = bytes.TrimEnd((byte)'=');
        var padded = (text.Length + 3) & ~3;
        var buffer = Scratch(padded);
        text.CopyTo(buffer);
        buffer[text.Length..padded].Fill((byte)'=');
        if (Base64.DecodeFromUtf8InPlace(buffer[..padded], out var length) != OperationStatus.Done)
        {
            return false;
        }

        value.Bytes = buffer[..length];
        return true;
    }

    Span<byte> Scratch(int length)
    {
        if (_scratch.Length < length)
        {
            _scratch = new byte[length * 2];
        }

        return _scratch;
    }
}
