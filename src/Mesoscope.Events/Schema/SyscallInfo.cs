namespace Mesoscope.Events.Schema;

/// <summary>What the schema knows of one system call that has no event type of its own.</summary>
/// <param name="Number">Number in the capture format; not the kernel's.</param>
/// <param name="Name">Name, such as <c>getpgrp</c>.</param>
/// <param name="Utf8">The name in UTF-8.</param>
/// <param name="Category">Kind of work.</param>
/// <param name="Flags">What such a call does.</param>
public sealed record SyscallInfo(int Number, string Name, byte[] Utf8, EventCategory Category, EventFlags Flags);
