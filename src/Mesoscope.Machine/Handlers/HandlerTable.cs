using Mesoscope.Events.Schema;
using Mesoscope.Events.Snapshot;
using static Mesoscope.Events.Schema.EventType;

namespace Mesoscope.Machine.Handlers;

/// <summary>Which handler applies which type of event; most types have none.</summary>
static class HandlerTable
{
    /// <summary>One handler or null per event type. The lists of types tell which versions of an event exist.</summary>
    public static StateHandler?[] Create()
    {
        var table = new StateHandler?[EventSchema.EventTypeCount];
        AddFiles(table);
        AddSockets(table);
        AddProcesses(table);
        AddDescriptors(table);
        AddOthers(table);
        return table;
    }

    static void AddFiles(StateHandler?[] table)
    {
        Put(table, new RememberHandler(), [
            SyscallOpenEnter, SyscallCreatEnter, SyscallOpenatEnter, SyscallOpenatV2Enter, SyscallOpenat2Enter, SocketSocketEnter,
            SyscallEventfdEnter, SyscallChdirEnter, SyscallFchdirEnter, SocketShutdownEnter, SyscallGetrlimitEnter, SyscallSetrlimitEnter,
            SyscallPrlimitEnter, SocketSendmsgEnter, SyscallSendfileEnter, SyscallSetresuidEnter, SyscallSetresgidEnter,
            SyscallSetuidEnter, SyscallSetgidEnter, SyscallExecveV18Enter, SyscallExecveV19Enter, SyscallExecveatEnter, SyscallSetpgidEnter]);
        Put(table, new OpenHandler(), [
            SyscallOpenExit, SyscallCreatExit, SyscallOpenatExit, SyscallOpenatV2Exit, SyscallOpenat2Exit, SyscallOpenByHandleAtExit]);
        Put(table, new CloseEnterHandler(), [SyscallCloseEnter]);
        Put(table, new CloseExitHandler(), [SyscallCloseExit]);
        Put(table, new CloseRangeHandler(), [SyscallCloseRangeExit]);
        Put(table, new WriteEnterHandler(), [SyscallWriteEnter]);
        Put(table, new TransferHandler(), [
            SyscallReadExit, SyscallWriteExit, SocketRecvExit, SocketSendExit, SocketRecvfromExit, SocketRecvmsgExit, SocketSendtoExit,
            SocketSendmsgExit, SyscallReadvExit, SyscallWritevExit, SyscallPreadExit, SyscallPwriteExit, SyscallPreadvExit, SyscallPwritevExit,
            SocketRecvmmsgExit, SocketSendmmsgExit]);
        Put(table, new DirectoryHandler(), [SyscallChdirExit, SyscallFchdirExit, SyscallGetcwdExit]);
        Put(table, new ChrootHandler(), [SyscallChrootExit]);
    }

    static void AddSockets(StateHandler?[] table)
    {
        Put(table, new SocketHandler(), [SocketSocketExit]);
        Put(table, new SendToEnterHandler(), [SocketSendtoEnter]);
        Put(table, new BindHandler(), [SocketBindExit]);
        Put(table, new ConnectEnterHandler(), [SocketConnectEnter]);
        Put(table, new ConnectExitHandler(), [SocketConnectExit]);
        Put(table, new AcceptHandler(), [SocketAcceptExit, SocketAcceptV5Exit, SocketAccept4Exit, SocketAccept4V5Exit, SocketAccept4V6Exit]);
        Put(table, new SocketPairHandler(), [SocketSocketpairExit]);
        Put(table, new SocketOptionHandler(), [SocketGetsockoptExit]);
    }

    static void AddProcesses(StateHandler?[] table)
    {
        Put(table, new CloneHandler(), [
            SyscallCloneV11Exit, SyscallCloneV16Exit, SyscallCloneV17Exit, SyscallCloneV20Exit, SyscallForkExit, SyscallForkV17Exit,
            SyscallForkV20Exit, SyscallVforkExit, SyscallVforkV17Exit, SyscallVforkV20Exit, SyscallClone3Exit]);
        Put(table, new ExecveHandler(), [
            SyscallExecveV8Exit, SyscallExecveV13Exit, SyscallExecveV14Exit, SyscallExecveV15Exit, SyscallExecveV16Exit, SyscallExecveV17Exit,
            SyscallExecveV18Exit, SyscallExecveV19Exit, SyscallExecveatExit]);
        Put(table, new ProcessExitHandler(), [ProcexitEnter, ProcexitV1Enter]);
        Put(table, new SwitchHandler(), [SchedswitchV6Enter]);
        Put(table, new MemoryHandler(), [SyscallBrkV4Exit, SyscallMmapExit, SyscallMmap2Exit, SyscallMunmapExit]);
        Put(table, new IdentityHandler(), [
            SyscallSetresuidExit, SyscallSetresgidExit, SyscallSetuidExit, SyscallSetgidExit, SyscallSetreuidExit, SyscallSetregidExit,
            SyscallCapsetExit]);
        Put(table, new SessionHandler(), [SyscallSetsidExit]);
        Put(table, new LimitHandler(), [SyscallGetrlimitExit, SyscallSetrlimitExit, SyscallPrlimitExit]);
    }

    static void AddDescriptors(StateHandler?[] table)
    {
        Put(table, new PipeHandler(), [SyscallPipeExit, SyscallPipe2Exit]);
        Put(table, new DupHandler(), [SyscallDupExit, SyscallDupV1Exit, SyscallDup2Exit, SyscallDup3Exit]);
        Put(table, new ControlEnterHandler(), [SyscallFcntlEnter]);
        Put(table, new ControlExitHandler(), [SyscallFcntlExit]);
        Put(table, new NamelessHandler(DescriptorType.Event), [SyscallEventfdExit, SyscallEventfd2Exit]);
        Put(table, new NamelessHandler(DescriptorType.Signal), [SyscallSignalfdExit, SyscallSignalfd4Exit]);
        Put(table, new NamelessHandler(DescriptorType.Timer), [SyscallTimerfdCreateExit]);
        Put(table, new NamelessHandler(DescriptorType.Inotify), [SyscallInotifyInitExit, SyscallInotifyInit1Exit]);
        Put(table, new NamelessHandler(DescriptorType.EventPoll), [SyscallEpollCreateExit, SyscallEpollCreate1Exit]);
        Put(table, new NamelessHandler(DescriptorType.IoUring), [SyscallIoUringSetupExit]);
        Put(table, new MemFdHandler(), [SyscallMemfdCreateExit]);
        Put(table, new PidFdHandler(), [SyscallPidfdOpenExit, SyscallPidfdGetfdExit]);
    }

    static void AddOthers(StateHandler?[] table)
    {
        Put(table, new ContainerHandler(), [ContainerEnter, ContainerJsonEnter, ContainerJsonV2Enter, AsynceventEnter]);
        Put(table, new AnnouncementHandler(), [K8sEnter, MesosEnter, UserAddedEnter, UserDeletedEnter, GroupAddedEnter, GroupDeletedEnter]);
    }

    static void Put(StateHandler?[] table, StateHandler handler, ReadOnlySpan<EventType> types)
    {
        foreach (var type in types)
        {
            table[(int)type] = handler;
        }
    }
}
