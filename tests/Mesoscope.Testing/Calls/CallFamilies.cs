using Mesoscope.Testing.Calls.Families;

namespace Mesoscope.Testing.Calls;

/// <summary>Families of system calls: each makes all of its calls in a scene.</summary>
public static class CallFamilies
{
    /// <summary>By name.</summary>
    public static IReadOnlyDictionary<string, Action<CallScene>> All { get; } = new Dictionary<string, Action<CallScene>>
    {
        ["files"] = FileCalls.Make,
        ["folders"] = FolderCalls.Make,
        ["memory"] = MemoryCalls.Make,
        ["processes"] = ProcessCalls.Make,
        ["credentials"] = CredentialCalls.Make,
        ["descriptors"] = DescriptorCalls.Make,
        ["sockets"] = SocketCalls.Make,
        ["kernel"] = KernelCalls.Make,
    };
}
