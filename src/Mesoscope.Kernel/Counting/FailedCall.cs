using System.Net;

namespace Mesoscope.Kernel.Counting;

/// <summary>
/// A system call that failed: those of young control groups (a limited number, and without EAGAIN, EINTR and EINPROGRESS), and every bind and
/// listen that found its address in use.
/// </summary>
/// <param name="Time">Nanoseconds since 1970.</param>
/// <param name="ProcessId">The process.</param>
/// <param name="ThreadId">The thread.</param>
/// <param name="Name">Name of the thread.</param>
/// <param name="ControlGroup">Its control group.</param>
/// <param name="CallNumber">The kernel's number.</param>
/// <param name="Call">The kernel's name, such as <c>bind</c>.</param>
/// <param name="ErrorNumber">Positive, as in errno.h.</param>
/// <param name="ErrorName">Such as <c>EADDRINUSE</c>.</param>
/// <param name="Arguments">One line such as <c>fd=3 addr=0.0.0.0:6379</c> or <c>name=/etc/app.conf</c>; empty when no argument is simple.</param>
/// <param name="Address">Of bind, listen and connect: the internet address that could not be had; null for others.</param>
/// <param name="Protocol">What the socket speaks, for these calls.</param>
/// <param name="NetworkNamespace">Inode of the process's network namespace, for <see cref="Ports.PortHolders"/>.</param>
public sealed record FailedCall(
    ulong Time, int ProcessId, int ThreadId, string Name, ulong ControlGroup, int CallNumber, string Call, int ErrorNumber, string ErrorName, string Arguments, IPEndPoint? Address, TransportProtocol Protocol, ulong NetworkNamespace)
    : KernelHappening(Time, ProcessId, ThreadId, Name, ControlGroup)
{
    const int AddressInUse = 98;

    /// <summary>True when another socket holds the address (EADDRINUSE).</summary>
    public bool IsPortConflict => Address is not null && ErrorNumber == AddressInUse;
}
