using Mesoscope.Events.Schema;

namespace Mesoscope.Query.Filters.Binding;

/// <summary>From types to the way in which their values compare.</summary>
public static class ValueKinds
{
    /// <summary>How values of the type compare.</summary>
    public static ValueKind Of(ParameterType type) => type switch
    {
        ParameterType.None or ParameterType.SockAddr or ParameterType.SockTuple or ParameterType.FdList or ParameterType.Dynamic
            or ParameterType.CharBufArray or ParameterType.CharBufPairArray => ValueKind.None,
        ParameterType.CharBuf or ParameterType.FsPath or ParameterType.FsRelPath => ValueKind.Text,
        ParameterType.ByteBuf => ValueKind.Bytes,
        ParameterType.Double => ValueKind.Floating,
        ParameterType.IPv4Addr or ParameterType.IPv6Addr or ParameterType.IPAddr => ValueKind.Address,
        ParameterType.IPv4Net or ParameterType.IPv6Net or ParameterType.IPNet => ValueKind.Network,
        _ => IsSigned(type) ? ValueKind.Signed : ValueKind.Unsigned,
    };

    /// <summary>True for whole numbers with a sign.</summary>
    public static bool IsSigned(ParameterType type) => type
        is ParameterType.Int8 or ParameterType.Int16 or ParameterType.Int32 or ParameterType.Int64
        or ParameterType.Fd or ParameterType.Pid or ParameterType.Errno or ParameterType.Fd32 or ParameterType.Pid32;
}
