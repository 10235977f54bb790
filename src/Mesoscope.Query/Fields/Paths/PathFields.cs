using static Mesoscope.Query.Fields.FieldRow;

namespace Mesoscope.Query.Fields.Paths;

/// <summary>The fields <c>fs.path.*</c>: the files that a call names by path, whether or not it opens them. They came after sysdig 0.29.3.</summary>
sealed class PathFields : TableFieldClass
{
    /// <inheritdoc/>
    public override string Name => "fs.path";

    /// <inheritdoc/>
    public override string Description =>
        "Paths among the parameters of a call that succeeded, or that tried to open a file: of unlink, rename or chmod, which leave no descriptor, too.";

    /// <inheritdoc/>
    protected override FieldRow[] CreateRows() =>
    [
        Row("fs.path.name", PathRole.Name, isRaw: false, "The path that the call works on, from the root on."),
        Row("fs.path.nameraw", PathRole.Name, isRaw: true, "The path that the call works on, as the program gave it."),
        Row("fs.path.source", PathRole.Source, isRaw: false, "Of two paths the first: what is renamed, the link that is made, the device that is mounted."),
        Row("fs.path.sourceraw", PathRole.Source, isRaw: true, "fs.path.source as the program gave it."),
        Row("fs.path.target", PathRole.Target, isRaw: false, "Of two paths the second: the new name, what a link points to, the folder that is mounted on."),
        Row("fs.path.targetraw", PathRole.Target, isRaw: true, "fs.path.target as the program gave it."),
    ];

    static FieldRow Row(string name, PathRole role, bool isRaw, string description)
    {
        var row = OfText(name, description, (c, s, ref v) => CallPath.TryFind(c, role, out var index) && (isRaw || index < 0
            ? CallPath.GetRaw(c, index, ref v)
            : CallPath.Resolve(c, index, s, ref v)));
        return row.AsAddition();
    }
}
