using Mesoscope.Events.Schema;

namespace Mesoscope.Machine.Handlers;

/// <summary>chdir, fchdir and getcwd: what tells the working directory.</summary>
sealed class DirectoryHandler : StateHandler
{
    public override bool Handle(StateEngine engine)
    {
        var context = engine.Context;
        var e = context.Event;
        if (Result(e) < 0 || context.Thread is not { } thread)
        {
            return true;
        }

        if (e.Type != EventType.SyscallFchdirExit)
        {
            engine.Machine.SetWorkingDirectory(thread, e.Text(1), e.Parameter(1).Length);
        }
        else if (context.Descriptor is { } descriptor)
        {
            engine.Machine.SetWorkingDirectory(thread, descriptor.Name, descriptor.Name.Length);
        }

        return true;
    }
}
