using Mesoscope.Events.Schema;
using Mesoscope.Events.Snapshot;
using Mesoscope.SampleCaptures.Writing;

namespace Mesoscope.SampleCaptures.Scenes;

/// <summary>
/// A capture as a program of 2016 wrote it: section header 1.0, lists without entry lengths, events without a parameter count and in
/// editions that are no longer written. A backup job reads a file, sends it and ends.
/// </summary>
static class OldFormatScene
{
    public static byte[] Make()
    {
        var stage = new Stage(FormatEra.Old, "castor-01", startSeconds: 1462890600, cpus: 4);
        AddMachine(stage.File);
        StartBackup(stage);
        SendFile(stage);
        stage.Happen(901, EventType.ProcexitEnter);
        stage.Happen(900, EventType.SchedswitchV1Enter, 0);
        stage.Happen(900, EventType.DropEnter, 1);
        stage.Happen(900, EventType.DropExit, 1);
        return stage.ToArray();
    }

    static void AddMachine(CaptureFile file)
    {
        file.AddInterfaces(Roles.Interface("lo", "127.0.0.1", "255.0.0.0", "0.0.0.0"), Roles.Interface("eth0", "10.30.0.1", "255.255.0.0", "10.30.255.255"));
        file.AddUsers([Roles.User(0, "root", "/root", "/bin/sh")], [Roles.Group(0, "root")]);
        file.AddThreads([Roles.Process(1, 0, "/sbin/init", []), Roles.Process(900, 1, "/usr/sbin/cron", ["-f"])]);
        file.AddDescriptors(
            900,
            Roles.Named(0, DescriptorType.File, "/dev/null"),
            Roles.Named(3, DescriptorType.Directory, "/var/spool/cron"),
            Roles.Server(4, "127.0.0.1", 2049));
    }

    static void StartBackup(Stage stage)
    {
        stage.Happen(900, EventType.SyscallCloneV16Enter);
        object[] Left(long result, long own, long parent) =>
            [result, "/usr/sbin/cron", Roles.Words("-f"), own, own, parent, "/", 1024, 0, 9, 20_000, 2_000, 0, 0, 0, 0];
        stage.Happen(900, EventType.SyscallCloneV16Exit, Left(901, 900, 1));
        stage.Happen(901, EventType.SyscallCloneV16Exit, Left(0, 901, 900));
        stage.Call(
            901,
            EventType.SyscallExecveV14Enter,
            [],
            [0, "/usr/local/bin/backup", Roles.Words("--to", "10.30.0.9"), 901, 901, 900, "/var/spool/cron", 1024, 0, 40, 3_000, 600, 0, Roles.Words("HOME=/root")]);
        stage.Call(901, EventType.SyscallBrkV1Enter, [0u], [0x5550000UL]);
    }

    static void SendFile(Stage stage)
    {
        stage.Call(901, EventType.SyscallOpenEnter, [], [5, "/var/backups/atlas.tar", 1, 0]);
        stage.Call(901, EventType.SyscallReadEnter, [5, 16], [16, "atlas.tar\0\0\0\0\0\0\0"]);
        stage.Call(901, EventType.SocketSocketEnter, [2u, 1u, 0], [6]);
        stage.Call(901, EventType.SocketConnectEnter, [6], [0, SocketBytes.Tuple("10.30.0.1", 36000, "10.30.0.9", 873)]);
        stage.Call(901, EventType.SyscallWriteEnter, [6, 16], [16, "atlas.tar\0\0\0\0\0\0\0"]);
        stage.Call(901, EventType.SyscallOpenEnter, [], [-13, "/var/backups/.secret", 1, 0]);
        stage.Call(901, EventType.SyscallUnlinkEnter, ["/var/backups/atlas.tar"], [0]);
        stage.Call(901, EventType.SyscallCloseEnter, [6], [0]);
        stage.Call(901, EventType.SyscallCloseEnter, [5], [0]);
        stage.Call(900, EventType.SocketAcceptEnter, [], [7, SocketBytes.Tuple("127.0.0.1", 700, "127.0.0.1", 2049), 0]);
    }
}
