namespace Mesoscope.Clusters.Documents;

/// <summary>What was wrong with a document or a part of it.</summary>
public enum DocumentFault
{
    /// <summary>It ends in the middle; nothing of it is used.</summary>
    Cut,

    /// <summary>It is not JSON; nothing of it is used.</summary>
    NotJson,

    /// <summary>It is larger than the limit; nothing of it is used.</summary>
    TooLarge,

    /// <summary>It is JSON, but not the document that was expected: a member without which it says nothing is missing.</summary>
    OtherDocument,

    /// <summary>A value has another type than expected; taken for missing.</summary>
    WrongType,

    /// <summary>An item without an id; left out.</summary>
    NoId,

    /// <summary>A second item with the same id; which of them counts, the kind of item says.</summary>
    DuplicateId,

    /// <summary>A text longer than the limit; the label, or whatever it was, is left out.</summary>
    LongText,

    /// <summary>Bytes that JSON forbids, NUL among them; taken for blanks.</summary>
    ControlBytes,

    /// <summary>An app or pod whose id is not a path; left out, as no group follows from it.</summary>
    NoPath,

    /// <summary>A group within a group of the same id; the inner one is left out.</summary>
    CyclicGroup,

    /// <summary>More items than the limit; the rest is left out.</summary>
    TooMany,
}
