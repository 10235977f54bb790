namespace Mesoscope.Query.Filters.Evaluation;

/// <summary>What an event's type says of a field's value.</summary>
enum TypeConstant
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It is the type's name; for generic system calls the name of one of them.</summary>
    Name,

    /// <summary>It is the direction.</summary>
    Direction,

    /// <summary>It says whether the type reads from or writes to a descriptor.</summary>
    IsIo,

    /// <summary>It says whether the type reads from a descriptor.</summary>
    IsIoRead,

    /// <summary>It says whether the type writes to a descriptor.</summary>
    IsIoWrite,

    /// <summary>It says whether the type waits.</summary>
    IsWait,
}
