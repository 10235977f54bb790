using System.Text.Json;
using Mesoscope.Clusters.Text;

namespace Mesoscope.Clusters.Documents;

/// <summary>
/// Pulls the tokens of one document out of a stream or out of memory. Values of another type than expected are passed over and counted;
/// whatever is passed over costs no memory and no recursion, however deep it is.
/// </summary>
ref struct JsonInput
{
    readonly JsonSource? _source;
    Utf8JsonReader _reader;

    /// <summary>A document that comes from a stream.</summary>
    public JsonInput(JsonSource source, DocumentScope scope)
        : this(scope, source.Bytes) => _source = source;

    /// <summary>A document that lies in memory.</summary>
    public JsonInput(ReadOnlySpan<byte> document, DocumentScope scope)
        : this(scope, document)
    {
    }

    JsonInput(DocumentScope scope, ReadOnlySpan<byte> bytes)
    {
        Scope = scope;
        var options = new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, MaxDepth = scope.Limits.Depth };
        _reader = new Utf8JsonReader(bytes, isFinalBlock: false, new JsonReaderState(options));
    }

    /// <summary>What the parts of the document share.</summary>
    public DocumentScope Scope { get; }

    /// <summary>The token under hand.</summary>
    public readonly JsonTokenType Token => _reader.TokenType;

    /// <summary>Bytes of the document before the end of the token under hand.</summary>
    public readonly long Offset => (_source?.Offset ?? 0) + _reader.BytesConsumed;

    /// <summary>Goes to the next token, which must be there.</summary>
    /// <exception cref="DocumentException">The document ends here, or it is not JSON.</exception>
    public void Next()
    {
        try
        {
            while (!_reader.Read())
            {
                var state = _reader.CurrentState;
                if (_source is null || !_source.Fill((int)_reader.BytesConsumed))
                {
                    throw new DocumentException(DocumentFault.Cut, _source?.EndOffset ?? Offset);
                }

                _reader = new Utf8JsonReader(_source.Bytes, isFinalBlock: false, state);
            }
        }
        catch (JsonException)
        {
            throw new DocumentException(DocumentFault.NotJson, Offset);
        }
    }

    /// <summary>In an object: goes to the next member's name and says true, or to the object's end and says false.</summary>
    public bool NextMember()
    {
        Next();
        return Token == JsonTokenType.PropertyName;
    }

    /// <summary>In an array: goes to the next element and says true, or to the array's end and says false.</summary>
    public bool NextElement()
    {
        Next();
        return Token != JsonTokenType.EndArray;
    }

    /// <summary>Whether the name or text under hand is that one.</summary>
    public readonly bool Is(ReadOnlySpan<byte> text) => _reader.ValueTextEquals(text);

    /// <summary>The bytes of the name, text or number under hand, escapes and all.</summary>
    public readonly ReadOnlySpan<byte> Raw => _reader.ValueSpan;

    /// <summary>Passes over the value under hand.</summary>
    public void Skip()
    {
        if (Token is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
        {
            return;
        }

        var depth = _reader.CurrentDepth;
        do
        {
            Next();
        }
        while (_reader.CurrentDepth > depth);
    }

    /// <summary>Passes over a value that should have been another; <c>null</c> is no fault.</summary>
    public void SkipWrong(ReadOnlySpan<byte> what)
    {
        if (Token != JsonTokenType.Null)
        {
            Scope.Faults.Add(DocumentFault.WrongType, what, Offset);
        }

        Skip();
    }

    /// <summary>
    /// The value under hand as text up to its first NUL: texts without escapes, numbers and truth values as written, an object by its
    /// member <c>value</c>, as the operator API writes ids. Empty for anything else.
    /// </summary>
    /// <param name="isShared">Whether the text is likely to come again, so that it is worth being kept once.</param>
    public byte[] Text(bool isShared = true)
    {
        switch (Token)
        {
            case JsonTokenType.String:
            case JsonTokenType.PropertyName:
            case JsonTokenType.Number:
            case JsonTokenType.True:
            case JsonTokenType.False:
                var text = Unescaped();
                return isShared ? Scope.Pool.Text(text) : text.ToArray();
            case JsonTokenType.StartObject:
                return ValueMember(isShared);
            default:
                SkipWrong("text"u8);
                return [];
        }
    }

    /// <summary>Whether the value under hand is <c>true</c>.</summary>
    public bool Bool() => Truth() ?? false;

    /// <summary>The truth value under hand; null when it is none.</summary>
    public bool? Truth()
    {
        if (Token is JsonTokenType.True or JsonTokenType.False)
        {
            return Token == JsonTokenType.True;
        }

        SkipWrong("truth value"u8);
        return null;
    }

    /// <summary>The value under hand as a number; 0 when it is none.</summary>
    public double Number()
    {
        if (Token == JsonTokenType.Number && _reader.TryGetDouble(out var number))
        {
            return number;
        }

        SkipWrong("number"u8);
        return 0;
    }

    /// <summary>The name, text or scalar under hand without escapes; valid until the next token or text.</summary>
    public readonly ReadOnlySpan<byte> Unescaped()
    {
        var raw = _reader.ValueSpan;
        if (raw.Length > Scope.Limits.TextBytes)
        {
            Scope.Faults.Add(DocumentFault.LongText, raw[..16], Offset);
            return default;
        }

        if (!_reader.ValueIsEscaped)
        {
            return JsonEscapes.BeforeNul(raw);
        }

        var scratch = Scope.Scratch(raw.Length);
        return scratch[..JsonEscapes.Unescape(raw, scratch)];
    }

    byte[] ValueMember(bool isShared)
    {
        byte[] text = [];
        var wasThere = false;
        while (NextMember())
        {
            var isValue = Is("value"u8);
            Next();
            if (isValue && Token != JsonTokenType.StartObject)
            {
                text = Text(isShared);
                wasThere = true;
            }
            else
            {
                Skip();
            }
        }

        if (!wasThere)
        {
            Scope.Faults.Add(DocumentFault.WrongType, "id"u8, Offset);
        }

        return text;
    }
}
