using System.Runtime.InteropServices;

namespace Mesoscope.Kernel.Interop.Ring;

/// <summary>The rings of all processors and their states: the programs' maps, as memory of this process.</summary>
sealed class RingMemory : IDisposable
{
    readonly RingPlan _plan;
    nint _blocks;
    nint _states;

    /// <summary>Maps them.</summary>
    /// <param name="blocks">Descriptor of the map of blocks.</param>
    /// <param name="states">Descriptor of the map of states.</param>
    /// <param name="plan">How many rings there are.</param>
    /// <exception cref="LiveCaptureException">The kernel refuses.</exception>
    public RingMemory(int blocks, int states, RingPlan plan)
    {
        _plan = plan;
        _blocks = LibC.Map(blocks, plan.Bytes, 0, isWritable: false);
        _states = _blocks == 0 ? 0 : LibC.Map(states, RingStates.Bytes, 0, isWritable: true);
        if (_states == 0)
        {
            var errno = Marshal.GetLastPInvokeError();
            Dispose();
            throw new LiveCaptureException(LiveCaptureProblem.NotSupported, $"the memory of {plan.Count} rings of {plan.RingBytes} bytes cannot be mapped: {Marshal.GetPInvokeErrorMessage(errno)}; give a smaller buffer");
        }

        States = new RingStates(_states, plan.Processors);
    }

    /// <summary>What the programs tell of the rings; valid until this is disposed.</summary>
    public RingStates States { get; }

    /// <summary>A reader of a processor's ring; valid until this is disposed.</summary>
    /// <param name="processor">From 0.</param>
    /// <param name="isNested">True for the ring of events that interrupt others.</param>
    public unsafe RingReader Reader(int processor, bool isNested)
    {
        var number = processor + (isNested ? _plan.Processors : 0);
        return new RingReader(States.Of(processor, isNested), _blocks + (nint)((nuint)number * _plan.RingBytes), _plan.RingBytes);
    }

    /// <summary>Unmaps.</summary>
    public void Dispose()
    {
        Unmap(ref _blocks, _plan.Bytes);
        Unmap(ref _states, RingStates.Bytes);
    }

    static void Unmap(ref nint address, nuint bytes)
    {
        if (address != 0)
        {
            _ = LibC.Unmap(address, bytes);
            address = 0;
        }
    }
}
