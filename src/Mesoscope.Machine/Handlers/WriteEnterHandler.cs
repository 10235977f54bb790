using Mesoscope.Machine.Descriptors;

namespace Mesoscope.Machine.Handlers;

/// <summary>write begins: on a descriptor for tracers only its return is shown, as a tracer.</summary>
sealed class WriteEnterHandler : StateHandler
{
    public override bool Handle(StateEngine engine) =>
        engine.Options.IsWriting || engine.Context.Descriptor is not { } descriptor || (descriptor.Flags & DescriptorFlags.TracerFd) == 0;
}
