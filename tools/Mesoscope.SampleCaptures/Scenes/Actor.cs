using Mesoscope.Events.Schema;
using Mesoscope.SampleCaptures.Writing;

namespace Mesoscope.SampleCaptures.Scenes;

/// <summary>A thread on the stage and the system calls that scenes need, in the shape of format 1.2.</summary>
sealed class Actor(Stage stage, long tid, string exe)
{
    public const int NoSuchFile = -2;
    public const int TryAgain = -11;
    public const int AddressInUse = -98;
    public const int InProgress = -115;

    public long Tid => tid;

    public void Open(long result, string path, uint flags = 1, uint mode = 0) => stage.Call(
        tid, EventType.SyscallOpenatV2Enter, [-100, path, flags, mode], [result, -100, path, flags, mode, 0x801u], microseconds: 9);

    public void Close(long fd) => stage.Call(tid, EventType.SyscallCloseEnter, [fd], [0]);

    public void Read(long fd, string data, uint size = 4096) => stage.Call(tid, EventType.SyscallReadEnter, [fd, size], [data.Length, data]);

    public void ReadFails(long fd, long error) => stage.Call(tid, EventType.SyscallReadEnter, [fd, 4096], [error, ""]);

    public void Write(long fd, string data) => stage.Call(tid, EventType.SyscallWriteEnter, [fd, data.Length], [data.Length, data]);

    public void Socket(long fd, uint family = 2, uint type = 1) => stage.Call(tid, EventType.SocketSocketEnter, [family, type, 0], [fd]);

    public void Bind(long fd, long result, string address, int port) =>
        stage.Call(tid, EventType.SocketBindEnter, [fd], [result, SocketBytes.Address(address, port)]);

    public void Listen(long fd, uint backlog) => stage.Call(tid, EventType.SocketListenEnter, [fd, backlog], [0]);

    public void Accept(long fd, string source, int sourcePort, string destination, int port) => stage.Call(
        tid, EventType.SocketAcceptV5Enter, [], [fd, SocketBytes.Tuple(source, sourcePort, destination, port), 0, 0, 511], microseconds: 20);

    public void Connect(long fd, long result, string source, int sourcePort, string destination, int port) => stage.Call(
        tid,
        EventType.SocketConnectEnter,
        [fd, SocketBytes.Address(destination, port)],
        [result, SocketBytes.Tuple(source, sourcePort, destination, port)],
        microseconds: 60);

    public void SendTo(long fd, string data, string source, int sourcePort, string destination, int port) => stage.Call(
        tid,
        EventType.SocketSendtoEnter,
        [fd, data.Length, SocketBytes.Tuple(source, sourcePort, destination, port)],
        [data.Length, data]);

    public void ReceiveFrom(long fd, string data, string source, int sourcePort, string destination, int port) => stage.Call(
        tid,
        EventType.SocketRecvfromEnter,
        [fd, 512],
        [data.Length, data, SocketBytes.Tuple(source, sourcePort, destination, port)]);

    public void WaitForEvents(long count, ulong microseconds) =>
        stage.Call(tid, EventType.SyscallEpollwaitEnter, [128], [count], microseconds);

    public void SwitchTo(long next) =>
        stage.Happen(tid, EventType.SchedswitchV6Enter, next, 12, 3400, 40_000, 8_000, 0);

    /// <summary>Clone as the parent and as the child see it.</summary>
    public Actor Clone(long child, string comm, string cgroup, uint flags, string[] arguments)
    {
        stage.Happen(tid, EventType.SyscallCloneV20Enter);
        stage.Wait(80);
        object[] Left(long result, long own, long parent) =>
        [
            result, exe, Roles.Words(arguments), own, own, parent, "", 1024, 0, 20, 40_000, 8_000, 0, comm, Roles.Cgroups(cgroup), flags, 0, 0, own, own,
        ];
        stage.Happen(tid, EventType.SyscallCloneV20Exit, Left(child, tid, 1));
        stage.Happen(child, EventType.SyscallCloneV20Exit, Left(0, child, tid));
        return new Actor(stage, child, exe);
    }

    public Actor Execute(long parent, string path, string[] arguments, string cgroup, string[] environment)
    {
        stage.Call(
            tid,
            EventType.SyscallExecveV19Enter,
            [path],
            [
                0, path, Roles.Words(arguments), tid, tid, parent, "", 1024, 1, 60, 3_000, 900, 0, Path.GetFileName(path),
                Roles.Cgroups(cgroup), Roles.Words(environment), 0, tid, -1,
            ],
            microseconds: 400);
        return new Actor(stage, tid, path);
    }

    public void Exit(long status) => stage.Happen(tid, EventType.ProcexitV1Enter, status << 8);
}
