using Mesoscope.Events.Schema;
using Mesoscope.Events.Snapshot;
using Mesoscope.SampleCaptures.Writing;

namespace Mesoscope.SampleCaptures.Scenes;

/// <summary>
/// A web server answers a page, a missing page and a page that an application makes; it asks for a name, writes to the system log,
/// rotates its own log and cannot reach a second application. Many kinds of descriptors, one event of nearly each usual type.
/// </summary>
static class WebServerScene
{
    const string Client = "10.20.0.31";
    const string Server = "10.20.0.8";

    public static byte[] Make()
    {
        var stage = new Stage(FormatEra.Current, "pollux-02", startSeconds: 1772445600, cpus: 4);
        AddMachine(stage.File);
        var worker = new Actor(stage, 4101, "nginx: worker process");
        for (var i = 0; i < 3; i++)
        {
            ServeFile(worker, 50_000 + i, "/index.html", "<h1>It works, but who needs it?</h1>\n");
        }

        ServeMissing(worker);
        AskApplication(stage, worker);
        ResolveName(new Actor(stage, 4207, "php-fpm: pool www"));
        LogToSystem(stage, worker);
        RotateLog(stage);
        FailToConnect(stage, worker);
        Housekeeping(stage);
        return stage.ToArray();
    }

    static void AddMachine(CaptureFile file)
    {
        file.AddInterfaces(Roles.Interface("lo", "127.0.0.1", "255.0.0.0", "0.0.0.0"), Roles.Interface("eth0", Server, "255.255.255.0", "10.20.0.255"));
        file.AddUsers(
            [Roles.User(0, "root", "/root", "/bin/bash"), Roles.User(33, "www-data", "/var/www", "/usr/sbin/nologin")],
            [Roles.Group(0, "root"), Roles.Group(33, "www-data")]);
        var master = Roles.Process(4100, 1, "/usr/sbin/nginx", ["-g", "daemon off;"], "/system.slice/nginx.service");
        var worker = Roles.Process(4101, 4100, "/usr/sbin/nginx", [], "/system.slice/nginx.service", uid: 33);
        worker.Exe = Roles.Bytes("nginx: worker process");
        file.AddThreads(
        [
            Roles.Process(1, 0, "/usr/lib/systemd/systemd", ["--system"]),
            master,
            worker,
            Roles.ThreadOf(worker, 4102, "nginx-aio"),
            Roles.Process(4207, 1, "/usr/sbin/php-fpm", ["--nodaemonize"], "/system.slice/php-fpm.service", uid: 33),
            Roles.Process(5001, 1, "/usr/bin/bash", ["-l"], "/user.slice/user-0.slice"),
        ]);
        file.AddDescriptors(
            4101,
            Roles.File(2, "/var/log/nginx/error.log", flags: 2 | 8),
            Roles.File(4, "/var/log/nginx/access.log", flags: 2 | 8),
            Roles.Server(6, "0.0.0.0", 80),
            Roles.Server(7, "::", 443),
            Roles.Named(8, DescriptorType.EventPoll, "[eventpoll]"),
            Roles.Named(9, DescriptorType.Event, "[eventfd]"),
            Roles.Connection(10, "2001:db8::8", 443, "2001:db8::31", 40112));
        file.AddDescriptors(4207, Roles.Named(0, DescriptorType.UnixSocket, "/run/php/www.sock"), Roles.Named(3, DescriptorType.Directory, "/var/www"));
        file.AddDescriptors(5001, Roles.File(0, "/dev/pts/3", 3), Roles.File(255, "/dev/pts/3", 3), Roles.Named(5, DescriptorType.Timer, "[timerfd]"));
    }

    static void ServeFile(Actor worker, int clientPort, string path, string text)
    {
        worker.WaitForEvents(1, 2500);
        worker.Accept(11, Client, clientPort, Server, 80);
        worker.Read(11, $"GET {path} HTTP/1.1\r\nHost: pollux-02\r\nUser-Agent: probe/1.0\r\n\r\n", 1024);
        worker.Open(12, "/var/www/html" + path, flags: 1 | 64);
        worker.Read(12, text, 65536);
        worker.Write(11, $"HTTP/1.1 200 OK\r\nContent-Length: {text.Length}\r\n\r\n{text}");
        worker.Write(4, $"{Client} - - \"GET {path} HTTP/1.1\" 200 {text.Length}\n");
        worker.Close(12);
        worker.Close(11);
    }

    static void ServeMissing(Actor worker)
    {
        worker.WaitForEvents(1, 900);
        worker.Accept(11, Client, 50_100, Server, 80);
        worker.Read(11, "GET /favicon.ico HTTP/1.1\r\nHost: pollux-02\r\n\r\n", 1024);
        worker.Open(Actor.NoSuchFile, "/var/www/html/favicon.ico", flags: 1 | 64);
        worker.Write(2, "open() \"/var/www/html/favicon.ico\" failed (2: No such file or directory)\n");
        worker.Write(11, "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
        worker.ReadFails(11, Actor.TryAgain);
        worker.Close(11);
    }

    static void AskApplication(Stage stage, Actor worker)
    {
        stage.Call(worker.Tid, EventType.SocketSocketEnter, [1u, 1u | 2048u, 0], [13]);
        stage.Call(
            worker.Tid,
            EventType.SocketConnectEnter,
            [13, SocketBytes.UnixAddress("/run/php/www.sock")],
            [0, SocketBytes.UnixTuple(0x7f10a0, 0x7f10b8, "/run/php/www.sock")]);
        worker.Write(13, "\u0001\u0001\0\u0001 REQUEST_METHOD=GET SCRIPT_FILENAME=/var/www/html/cart.php");
        worker.SwitchTo(4207);
        var application = new Actor(stage, 4207, "php-fpm: pool www");
        stage.Call(4207, EventType.SocketAcceptV5Enter, [], [4, SocketBytes.UnixTuple(0x7f10b8, 0x7f10a0, "/run/php/www.sock"), 0, 0, 128]);
        application.Read(4, "\u0001\u0001\0\u0001 REQUEST_METHOD=GET SCRIPT_FILENAME=/var/www/html/cart.php", 8);
        stage.Call(4207, EventType.SyscallChdirEnter, [], [0, "/var/www/html"]);
        application.Open(5, "cart.php");
        application.Read(5, "<?php echo gethostbyname('stock.example'); ?>\u00e9\u0007");
        application.Close(5);
        stage.Call(4207, EventType.SyscallGetcwdEnter, [], [14, "/var/www/html"]);
        application.Write(4, "Status: 200 OK\r\n\r\ncart of 3");
    }

    static void ResolveName(Actor application)
    {
        application.Open(6, "../../../etc/resolv.conf", flags: 1 | 4096);
        application.Read(6, "nameserver 10.20.0.2\n");
        application.Close(6);
        application.Socket(6, type: 2);
        application.Connect(6, 0, Server, 41000, "10.20.0.2", 53);
        application.SendTo(6, "\u0012\u0034\u0001\0\0\u0001stock\u0007example", Server, 41000, "10.20.0.2", 53);
        application.ReceiveFrom(6, "\u0012\u0034\u0081\0\0\u0001stock\u0007example\u000a\u0014\0\u0009", "10.20.0.2", 53, Server, 41000);
        application.Close(6);
    }

    static void LogToSystem(Stage stage, Actor worker)
    {
        stage.Call(worker.Tid, EventType.SocketSocketEnter, [1u, 2u, 0], [14]);
        stage.Call(
            worker.Tid,
            EventType.SocketConnectEnter,
            [14, SocketBytes.UnixAddress("/dev/log")],
            [0, SocketBytes.UnixTuple(0x7f20a0, 0x7f20b8, "/dev/log")]);
        worker.Write(14, "<30>Mar  2 10:00:00 nginx: cart is slow");
        worker.Write(14, "<11>Mar  2 10:00:00 nginx: cart is very slow");
        worker.Close(14);
    }

    static void RotateLog(Stage stage)
    {
        var shell = new Actor(stage, 5001, "/usr/bin/bash");
        stage.Call(5001, EventType.SyscallRenameEnter, [], [0, "/var/log/nginx/access.log", "/var/log/nginx/access.log.1"]);
        var child = shell.Clone(5020, "bash", "/user.slice/user-0.slice", flags: 1 << 24 | 1 << 23, ["-l"]);
        var command = child.Execute(5001, "/usr/bin/kill", ["-USR1", "4100"], "/user.slice/user-0.slice", ["PATH=/usr/bin:/bin", "TERM=xterm"]);
        stage.Call(5020, EventType.SyscallKillEnter, [4100, 10], [0]);
        stage.Happen(4100, EventType.SignaldeliverEnter, 5020, 4100, 10);
        command.Exit(0);
        stage.Call(4100, EventType.SyscallOpenatV2Enter, [-100, "/var/log/nginx/access.log", 14, 0x1B4], [4, -100, "/var/log/nginx/access.log", 14, 0x1B4, 0x801]);
        stage.Call(5001, EventType.SyscallUnlinkV2Enter, [], [0, "/var/log/nginx/access.log.1"]);
        stage.Call(5001, EventType.SyscallMkdirV2Enter, [], [-17, "/var/log/nginx", 0x1ED]);
    }

    static void FailToConnect(Stage stage, Actor worker)
    {
        worker.Socket(15);
        worker.Connect(15, Actor.InProgress, Server, 41500, "10.20.0.99", 9000);
        stage.Call(worker.Tid, EventType.SyscallPollEnter, [PollList(15, 4), 1000], [1, PollList(15, 12)], 1_000_000);
        // The error that the connect ended with: option SO_ERROR (4) of the socket level, ECONNREFUSED.
        stage.Call(worker.Tid, EventType.SocketGetsockoptEnter, [], [0, 15, 1, 4, new ByteList().Number(1, 1).Number(8, -111).ToArray(), 4]);
        worker.Close(15);
    }

    static void Housekeeping(Stage stage)
    {
        stage.Call(4102, EventType.SyscallFutexEnter, [0x7ffd10a0UL, 128, 2], [Actor.TryAgain]);
        stage.Call(4102, EventType.GenericEnter, [140, 186], [140]);
        stage.Call(4100, EventType.SyscallNanosleepEnter, [1_500_000], [0], 1_500);
        stage.Call(4100, EventType.SyscallBrkV4Enter, [0x5561000UL], [0x5561000UL, 40_132, 8_040, 0]);
        stage.Call(5001, EventType.SyscallPipeEnter, [], [0, 6, 7, 88_123]);
        stage.Call(5001, EventType.SyscallDupEnter, [7], [10]);
        stage.Call(5001, EventType.SyscallFcntlEnter, [10, 4], [0]);
        stage.Call(5001, EventType.SyscallIoctlV3Enter, [255, 0x5401UL, 0x7ffd0010UL], [0]);
        stage.Call(5001, EventType.SyscallLseekEnter, [255, 0, 0], [-29]);
        stage.Call(5001, EventType.SyscallSetuidEnter, [33u], [0]);
        stage.Call(5001, EventType.SyscallAccessEnter, [4], [Actor.NoSuchFile, "/etc/nologin"]);
    }

    static byte[] PollList(long fd, int flags) => new ByteList().Number(2, 1).Number(8, fd).Number(2, flags).ToArray();
}
