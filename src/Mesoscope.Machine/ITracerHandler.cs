namespace Mesoscope.Machine;

/// <summary>Takes writes that may be tracers: spans that a program marks by writing to the null device.</summary>
interface ITracerHandler
{
    /// <summary>
    /// Reads the write of the engine's context. A tracer takes the place of the event: the handler attaches it to the context's event and
    /// says so to the thread (last event type <c>TracerEnter</c>, no descriptor, no latency). An incomplete one is hidden.
    /// </summary>
    TracerResult OnWrite(StateEngine engine);
}
