namespace Mesoscope.Kernel.Scan.Access;

/// <summary>Kinds of files: the upper bits of <c>st_mode</c>, from linux/stat.h.</summary>
enum FileKind
{
    Fifo = 0x1000,
    CharacterDevice = 0x2000,
    Directory = 0x4000,
    BlockDevice = 0x6000,
    Regular = 0x8000,
    Link = 0xA000,
    Socket = 0xC000,
}
