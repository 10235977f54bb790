using System.Runtime.InteropServices;

namespace Mesoscope.Kernel.Programs;

/// <summary>The compiled programs that this assembly carries.</summary>
static class ProgramImage
{
    /// <summary>The object file of captures for this machine.</summary>
    /// <param name="hooks">Which hooks its programs have.</param>
    /// <exception cref="LiveCaptureException">There is none for this architecture.</exception>
    public static byte[] Read(HookKind hooks) => Read("capture", hooks == HookKind.Raw ? "raw" : "btf");

    /// <summary>An object file for this machine.</summary>
    /// <param name="source">Name of its source in bpf/.</param>
    /// <param name="hooks">The kind of hooks: <c>raw</c> or <c>btf</c>.</param>
    /// <exception cref="LiveCaptureException">There is none for this architecture.</exception>
    public static byte[] Read(string source, string hooks)
    {
        var architecture = RuntimeInformation.ProcessArchitecture switch
        {
            Architecture.X64 => "x64",
            Architecture.Arm64 => "arm64",
            var other => throw new LiveCaptureException(LiveCaptureProblem.NotSupported, $"live capture works on x86_64 and aarch64; this is {other}"),
        };
        using var stream = typeof(ProgramImage).Assembly.GetManifestResourceStream($"{source}.{architecture}.{hooks}.o")!;
        var image = new byte[stream.Length];
        stream.ReadExactly(image);
        return image;
    }
}
