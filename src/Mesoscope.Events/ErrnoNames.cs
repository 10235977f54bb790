namespace Mesoscope.Events;

/// <summary>Names of the errors that a system call returns as negative numbers.</summary>
public static class ErrnoNames
{
    const int FirstInternal = 512;
    static byte[][]? s_names;
    static byte[][]? s_internalNames;

    /// <summary>From 1 on; gaps are numbers that Linux gives no name of their own.</summary>
    static ReadOnlySpan<byte> Names =>
        "EPERM,ENOENT,ESRCH,EINTR,EIO,ENXIO,E2BIG,ENOEXEC,EBADF,ECHILD,EAGAIN,ENOMEM,EACCES,EFAULT,ENOTBLK,EBUSY,EEXIST,EXDEV,"u8
        + "ENODEV,ENOTDIR,EISDIR,EINVAL,ENFILE,EMFILE,ENOTTY,ETXTBSY,EFBIG,ENOSPC,ESPIPE,EROFS,EMLINK,EPIPE,EDOM,ERANGE,EDEADLK,"u8
        + "ENAMETOOLONG,ENOLCK,ENOSYS,ENOTEMPTY,ELOOP,,ENOMSG,EIDRM,ECHRNG,EL2NSYNC,EL3HLT,EL3RST,ELNRNG,EUNATCH,ENOCSI,EL2HLT,"u8
        + "EBADE,EBADR,EXFULL,ENOANO,EBADRQC,EBADSLT,,EBFONT,ENOSTR,ENODATA,ETIME,ENOSR,ENONET,ENOPKG,EREMOTE,ENOLINK,EADV,ESRMNT,"u8
        + "ECOMM,EPROTO,EMULTIHOP,EDOTDOT,EBADMSG,EOVERFLOW,ENOTUNIQ,EBADFD,EREMCHG,ELIBACC,ELIBBAD,ELIBSCN,ELIBMAX,ELIBEXEC,"u8
        + "EILSEQ,ERESTART,ESTRPIPE,EUSERS,ENOTSOCK,EDESTADDRREQ,EMSGSIZE,EPROTOTYPE,ENOPROTOOPT,EPROTONOSUPPORT,ESOCKTNOSUPPORT,"u8
        + "EOPNOTSUPP,EPFNOSUPPORT,EAFNOSUPPORT,EADDRINUSE,EADDRNOTAVAIL,ENETDOWN,ENETUNREACH,ENETRESET,ECONNABORTED,ECONNRESET,"u8
        + "ENOBUFS,EISCONN,ENOTCONN,ESHUTDOWN,ETOOMANYREFS,ETIMEDOUT,ECONNREFUSED,EHOSTDOWN,EHOSTUNREACH,EALREADY,EINPROGRESS,"u8
        + "ESTALE,EUCLEAN,ENOTNAM,ENAVAIL,EISNAM,EREMOTEIO,EDQUOT,ENOMEDIUM,EMEDIUMTYPE,ECANCELED"u8;

    /// <summary>From 512 on: errors that the kernel keeps to itself, but that a probe inside it sees.</summary>
    static ReadOnlySpan<byte> InternalNames =>
        "ERESTARTSYS,ERESTARTNOINTR,ERESTARTNOHAND,ENOIOCTLCMD,ERESTART_RESTARTBLOCK,,,,,EBADHANDLE,ENOTSYNC,EBADCOOKIE,ENOTSUPP,"u8
        + "ETOOSMALL,ESERVERFAULT,EBADTYPE,EJUKEBOX,EIOCBQUEUED,EIOCBRETRY"u8;

    /// <summary>The name, such as <c>ENOENT</c>; empty when there is none.</summary>
    /// <param name="error">The error as a positive number.</param>
    public static ReadOnlySpan<byte> Get(int error)
    {
        if (error < FirstInternal)
        {
            var names = s_names ??= Split(Names);
            return (uint)(error - 1) < (uint)names.Length ? names[error - 1] : [];
        }

        var internalNames = s_internalNames ??= Split(InternalNames);
        return (uint)(error - FirstInternal) < (uint)internalNames.Length ? internalNames[error - FirstInternal] : [];
    }

    /// <summary>The texts between commas.</summary>
    public static byte[][] Split(ReadOnlySpan<byte> text)
    {
        var names = new byte[text.Count((byte)',') + 1][];
        for (var i = 0; i < names.Length; i++)
        {
            var end = text.IndexOf((byte)',');
            names[i] = (end < 0 ? text : text[..end]).ToArray();
            text = text[(end + 1)..];
        }

        return names;
    }
}
