namespace Mesoscope.Events.Schema;

/// <summary>How a number is written. The numbers are those of the capture format.</summary>
public enum PrintFormat : byte
{
    /// <summary>Not a number.</summary>
    None = 0,

    /// <summary>Decimal.</summary>
    Decimal = 1,

    /// <summary>Hexadecimal, without a prefix.</summary>
    Hex = 2,

    /// <summary>Decimal with leading zeros to ten digits.</summary>
    PaddedDecimal = 3,

    /// <summary>Decimal that is an identifier and never summed.</summary>
    Id = 4,

    /// <summary>Direction: &gt; or &lt;.</summary>
    Direction = 5,

    /// <summary>Octal.</summary>
    Octal = 6,
}
