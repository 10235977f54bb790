namespace Mesoscope.EndToEnd.Tests.Truth;

/// <summary>What a load says that it did, and what the kernel counted.</summary>
/// <param name="NetIn">Bytes that it received.</param>
/// <param name="NetOut">Bytes that it sent.</param>
/// <param name="InterfaceIn">Bytes that its loopback interface received, headers included.</param>
/// <param name="InterfaceOut">Bytes that its loopback interface sent, headers included.</param>
/// <param name="FileOut">Bytes that it wrote to its file.</param>
/// <param name="FileIn">Bytes that it read from its file.</param>
/// <param name="ProcessorSeconds">Processor time of its process.</param>
/// <param name="HeldBytes">Memory that it held.</param>
/// <param name="KernelProcessorSeconds">Processor time of its control group.</param>
sealed record KnownWork(
    double NetIn, double NetOut, double InterfaceIn, double InterfaceOut, double FileOut, double FileIn, double ProcessorSeconds, double HeldBytes, double KernelProcessorSeconds);
