namespace Mesoscope.Agent.Interop;

/// <summary>Space of a file system.</summary>
/// <param name="TotalBytes">Its size.</param>
/// <param name="FreeBytes">What is free, for root too.</param>
/// <param name="AvailableBytes">What everybody else can have of it.</param>
/// <param name="Inodes">Inodes; 0 where they are made as needed.</param>
/// <param name="FreeInodes">Those that are free.</param>
readonly record struct FileSystemSpace(double TotalBytes, double FreeBytes, double AvailableBytes, double Inodes, double FreeInodes);
