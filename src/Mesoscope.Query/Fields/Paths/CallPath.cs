using Mesoscope.Events.Schema;
using Mesoscope.Machine;
using Mesoscope.Query.Fields.EventFields;
using Mesoscope.Query.Text;

namespace Mesoscope.Query.Fields.Paths;

/// <summary>Finds the paths among a call's parameters. Which parameter plays which part is that of falcosecurity/libs (2026-07).</summary>
static class CallPath
{
    const int OfDescriptor = -1;

    /// <summary>Finds a path of the call that the event is the return of.</summary>
    /// <param name="context">The event.</param>
    /// <param name="role">Which path.</param>
    /// <param name="index">The parameter that holds it; -1 when it is the name of the call's descriptor.</param>
    /// <returns>False when the call has no such path, or failed without having tried to open it.</returns>
    public static bool TryFind(EventContext context, PathRole role, out int index)
    {
        var info = context.Event.Info;
        index = OfDescriptor;
        if (info.IsEnter || (HasFailed(context) && (info.Flags & EventFlags.CreatesFd) == 0))
        {
            return false;
        }

        if (info.Type is EventType.SyscallFchmodExit or EventType.SyscallFchownExit)
        {
            return role == PathRole.Name;
        }

        index = ParameterOf(info.Type, role) is { } name ? info.IndexOf(name) : -1;
        return (uint)index < (uint)context.Event.ParameterCount;
    }

    /// <summary>The path as it is in the event, or the name of the descriptor.</summary>
    public static bool GetRaw(EventContext context, int index, ref FieldValue value)
    {
        // Both calls that work on a descriptor hold it behind their result.
        const int Descriptor = 1;
        return index == OfDescriptor
            ? DescriptorText.Find(context, context.Event.Int64(Descriptor)) is { } descriptor && value.Set(descriptor.Name)
            : value.Set(context.Event.Text(index));
    }

    /// <summary>The path from the root on. What is no path of the machine (a device, a link's content) stays as it is.</summary>
    public static bool Resolve(EventContext context, int index, FieldScratch scratch, ref FieldValue value)
    {
        var parameter = context.Event.Info.Parameters[index];
        if (parameter.Type == ParameterType.CharBuf)
        {
            return GetRaw(context, index, ref value);
        }

        if (context.Thread is not { } thread)
        {
            return false;
        }

        var directory = parameter.DirectoryIndex;
        var output = scratch.NewText();
        ResolvedPath.Append(context, thread, output, directory < 0 ? ResolvedPath.WorkingDirectory : context.Event.Int64(directory), context.Event.Text(index));
        return value.Set(output.Written);
    }

    static bool HasFailed(EventContext context) => ResultExtractors.TryFind(context.Event, out var result) && result < 0;

    static string? ParameterOf(EventType type, PathRole role)
    {
        var (name, source, target) = ParametersOf(type);
        return role switch { PathRole.Name => name, PathRole.Source => source, _ => target };
    }

    static (string? Name, string? Source, string? Target) ParametersOf(EventType type) => type switch
    {
        EventType.SyscallMkdirV2Exit or EventType.SyscallMkdiratExit or EventType.SyscallRmdirV2Exit or EventType.SyscallUnlinkV2Exit
            or EventType.SyscallChownExit or EventType.SyscallLchownExit or EventType.SyscallMknodExit or EventType.SyscallMknodatExit => ("path", null, null),
        EventType.SyscallOpenExit or EventType.SyscallCreatExit or EventType.SyscallOpenatV2Exit or EventType.SyscallOpenat2Exit
            or EventType.SyscallUnlinkatV2Exit or EventType.SyscallUmountExit or EventType.SyscallUmountV1Exit or EventType.SyscallUmount2Exit => ("name", null, null),
        EventType.SyscallChmodExit or EventType.SyscallFchmodatExit => ("filename", null, null),
        EventType.SyscallFchownatExit => ("pathname", null, null),
        EventType.SyscallQuotactlExit => ("special", null, null),
        EventType.SyscallRenameExit or EventType.SyscallRenameatExit or EventType.SyscallRenameat2Exit => (null, "oldpath", "newpath"),
        EventType.SyscallLinkV2Exit or EventType.SyscallLinkatV2Exit => (null, "newpath", "oldpath"),
        EventType.SyscallSymlinkExit or EventType.SyscallSymlinkatExit => (null, "linkpath", "target"),
        EventType.SyscallMountExit => (null, "dev", "dir"),
        _ => default,
    };
}
