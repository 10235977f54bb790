using Mesoscope.Events.Schema;
using Mesoscope.Machine.Descriptors;
using static Mesoscope.Query.Fields.FieldRow;

namespace Mesoscope.Query.Fields.Descriptors;

/// <summary>Fields that came after sysdig 0.29.3.</summary>
static class LaterRows
{
    public static FieldRow[] Create()
    {
        FieldRow[] rows =
        [
            OfNumber("fd.ino", ParameterType.Int64, "Inode of the file.", static (c, s, ref v) => DescriptorView.Find(c) is { } fd && v.Set(fd.Inode)),
            OfText("fd.nameraw", "Name of the file as the program gave it: relative, with its dots.", static (c, s, ref v) =>
                DescriptorView.Find(c) is { } fd && v.Set(fd.RawName)),
            OfText("fd.types", "Types of all descriptors that the thread has open, each once; fd.types[0] is the type of descriptor 0.", OpenTypes.Get)
                .WithOptionalArgument() with { IsIndexed = true },
            OfBool("fd.is_upper_layer", "True for a file that a container wrote, in the upper layer of its overlay; recorders have told it since 2024.", static (c, s, ref v) =>
                DescriptorView.Find(c) is { } fd && v.Set((fd.Flags & DescriptorFlags.UpperLayer) != 0)),
            OfBool("fd.is_lower_layer", "True for a file of a container's image, in a lower layer of its overlay; recorders have told it since 2024.", static (c, s, ref v) =>
                DescriptorView.Find(c) is { } fd && v.Set((fd.Flags & DescriptorFlags.LowerLayer) != 0)),
        ];
        return Array.ConvertAll(rows, static row => row.AsAddition());
    }
}
