using Mesoscope.Machine.Paths;

namespace Mesoscope.Machine.Handlers;

/// <summary>chroot: a new root may mean a container.</summary>
sealed class ChrootHandler : StateHandler
{
    readonly byte[] _path = new byte[PathText.MaxBytes];

    public override bool Handle(StateEngine engine)
    {
        var context = engine.Context;
        var e = context.Event;
        if (Result(e) != 0 || context.Thread is not { } thread)
        {
            return true;
        }

        var path = e.Text(1);
        var isRelative = path.Length > 0 && path[0] != '/' && !path.StartsWith("<NA>"u8);
        var length = isRelative
            ? PathText.Join(engine.Machine.GetWorkingDirectory(thread), path, _path, e.Parameter(1).Length)
            : PathText.CopyPrintable(path, _path);
        thread.Root = Text(_path.AsSpan(0, length), thread.Root);
        engine.Machine.Containers.Resolve(thread);
        return true;
    }
}
