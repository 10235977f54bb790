namespace Mesoscope.Captures.Blocks;

/// <summary>The numbers of the format's blocks. Those with high bits were used before the format was published.</summary>
static class BlockType
{
    public const uint Section = 0x0A0D0D0A;
    public const uint Machine = 0x201;
    public const uint MachineOld = 0x8002ABCD;
    public const uint Processes1 = 0x202;
    public const uint Processes1Old = 0x8000ABCD;
    public const uint Processes2 = 0x207;
    public const uint Processes2Old = 0x8013ABCD;
    public const uint Processes3 = 0x209;
    public const uint Processes3Old = 0x8014ABCD;
    public const uint Processes4 = 0x210;
    public const uint Processes9 = 0x215;
    public const uint Descriptors1 = 0x203;
    public const uint Descriptors1Old = 0x8001ABCD;
    public const uint Descriptors2 = 0x218;
    public const uint Event1 = 0x204;
    public const uint Event1Old = 0x8010ABCD;
    public const uint Event2 = 0x216;
    public const uint Event2Large = 0x221;
    public const uint EventWithFlags1 = 0x208;
    public const uint EventWithFlags2 = 0x217;
    public const uint EventWithFlags2Large = 0x222;
    public const uint Interfaces1 = 0x205;
    public const uint Interfaces1Old = 0x8011ABCD;
    public const uint Interfaces2 = 0x219;
    public const uint Users1 = 0x206;
    public const uint Users1Old = 0x8012ABCD;
    public const uint Users2 = 0x220;

    /// <summary>Block header (type and length) and the length that is repeated at the end.</summary>
    public const int FrameBytes = 12;

    /// <summary>Block header: type and length.</summary>
    public const int HeaderBytes = 8;

    /// <summary>What a block of this number holds.</summary>
    public static BlockKind KindOf(uint type) => type switch
    {
        Event1 or Event1Old or Event2 or Event2Large or EventWithFlags1 or EventWithFlags2 or EventWithFlags2Large => BlockKind.Event,
        Section => BlockKind.Section,
        Machine or MachineOld => BlockKind.Machine,
        Processes1 or Processes1Old or Processes2 or Processes2Old or Processes3 or Processes3Old => BlockKind.Processes,
        >= Processes4 and <= Processes9 => BlockKind.Processes,
        Descriptors1 or Descriptors1Old or Descriptors2 => BlockKind.Descriptors,
        Interfaces1 or Interfaces1Old or Interfaces2 => BlockKind.Interfaces,
        Users1 or Users1Old or Users2 => BlockKind.Users,
        _ => BlockKind.Unknown,
    };
}
