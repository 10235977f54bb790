namespace Mesoscope.Kernel.Scan.Access;

/// <summary>Kinds of files: the upper bits of <c>st_mode</c>, from linux/stat.h.</summary>
public enum FileKind
{
    /// <summary>None that is known.</summary>
    None = 0,

    /// <summary>Named pipe.</summary>
    Fifo = 0x1000,

    /// <summary>Character device.</summary>
    CharacterDevice = 0x2000,

    /// <summary>Folder.</summary>
    Directory = 0x4000,

    /// <summary>Block device.</summary>
    BlockDevice = 0x6000,

    /// <summary>Ordinary file.</summary>
    Regular = 0x8000,

    /// <summary>Symbolic link.</summary>
    Link = 0xA000,

    /// <summary>Socket of the file system.</summary>
    Socket = 0xC000,
}
