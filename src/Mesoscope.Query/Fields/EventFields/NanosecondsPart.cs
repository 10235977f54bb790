namespace Mesoscope.Query.Fields.EventFields;

/// <summary>Which part of a number of nanoseconds is meant.</summary>
enum NanosecondsPart
{
    /// <summary>All of it.</summary>
    Whole,

    /// <summary>The whole seconds.</summary>
    Seconds,

    /// <summary>The nanoseconds beyond the whole seconds.</summary>
    Fraction,
}
