using Mesoscope.Events.Schema;
using Mesoscope.Events.Snapshot;
using Mesoscope.SampleCaptures.Writing;

namespace Mesoscope.SampleCaptures.Scenes;

/// <summary>
/// Port 6379 is taken: a redis server in a Docker container on the host's network owns it when Marathon starts a redis task in a
/// Mesos container on the same machine. The task's bind fails, it says so in its log and ends; the executor reports the failure.
/// </summary>
static class RedisPortScene
{
    const string DockerId = "5f2a91c0de77b1c4a85e3b0d9f6c2a7411e8d35b60c94fa2737d18be52a9c604";
    const string MesosContainer = "7c1e0b52-93d4-4f1a-8b6e-2d50a1c9f3e7";
    const string MesosCgroup = "/mesos/" + MesosContainer;
    const string DockerCgroup = "/docker/" + DockerId;
    const string TaskId = "shop_cache.3b9d6c1e-15f2-11f1-9c8e-0242ac110002";
    const string Framework = "20260301-080000-3355443210-5050-1-0000";

    static readonly string[] s_taskEnvironment =
    [
        "MESOS_TASK_ID=" + TaskId, "MARATHON_APP_ID=/shop/cache", "MESOS_FRAMEWORK_ID=" + Framework, "PORT0=6379", "HOST=atlas-07", "LANG=C.UTF-8",
    ];

    public static byte[] Make()
    {
        var stage = new Stage(FormatEra.Current, "atlas-07", startSeconds: 1772442000, cpus: 4);
        AddMachine(stage.File);
        stage.Happen(0, EventType.ContainerJsonEnter, ContainerJson);
        stage.Happen(0, EventType.MesosEnter, StateJson("TASK_RUNNING"));
        stage.Happen(0, EventType.MesosEnter, GroupsJson);
        stage.Happen(0, EventType.MesosEnter, AppsJson);
        ServeOneClient(stage);
        StartTask(stage);
        stage.Happen(0, EventType.MesosEnter, StateJson("TASK_FAILED"));
        ServeOneClient(stage);
        return stage.ToArray();
    }

    static void AddMachine(CaptureFile file)
    {
        file.AddInterfaces(
            Roles.Interface("lo", "127.0.0.1", "255.0.0.0", "0.0.0.0"),
            Roles.Interface("eth0", "10.20.0.7", "255.255.255.0", "10.20.0.255"),
            Roles.Interface("lo", "::1", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", "::"));
        file.AddUsers(
            [Roles.User(0, "root", "/root", "/bin/bash"), Roles.User(999, "redis", "/var/lib/redis", "/usr/sbin/nologin")],
            [Roles.Group(0, "root"), Roles.Group(999, "redis")]);
        var redis = Roles.Process(2231, 2204, "/usr/local/bin/redis-server", ["*:6379"], DockerCgroup, ["REDIS_VERSION=7.2", "HOME=/root"], uid: 999);
        file.AddThreads(
        [
            Roles.Process(1, 0, "/usr/lib/systemd/systemd", ["--system"]),
            Roles.Process(702, 1, "/usr/sbin/mesos-agent", ["--master=10.20.0.2:5050", "--work_dir=/var/lib/mesos"]),
            Roles.Process(2204, 1, "/usr/bin/containerd-shim", ["-namespace", "moby", "-id", DockerId]),
            redis,
            Roles.ThreadOf(redis, 2240, "bio_aof"),
            Roles.Process(2590, 1, "/usr/bin/redis-cli", ["-h", "10.20.0.7", "get", "greeting"], uid: 1000),
            Roles.Process(3310, 702, "/usr/libexec/mesos/mesos-executor", ["--launcher_dir=/usr/libexec/mesos"]),
        ]);
        file.AddDescriptors(702, Roles.Server(9, "10.20.0.7", 5051), Roles.Connection(12, "10.20.0.7", 41822, "10.20.0.2", 5050));
        file.AddDescriptors(
            2231,
            Roles.File(0, "/dev/null"),
            Roles.Named(1, DescriptorType.Fifo, "pipe:[30211]"),
            Roles.Named(5, DescriptorType.EventPoll, ""),
            Roles.Server(6, "0.0.0.0", 6379),
            Roles.Server(7, "::", 6379));
    }

    static void ServeOneClient(Stage stage)
    {
        var server = new Actor(stage, 2231, "/usr/local/bin/redis-server");
        var client = new Actor(stage, 2590, "/usr/bin/redis-cli");
        client.Socket(3);
        client.Connect(3, 0, "10.20.0.7", 53318, "10.20.0.7", 6379);
        server.WaitForEvents(1, 1200);
        server.Accept(8, "10.20.0.7", 53318, "10.20.0.7", 6379);
        client.Write(3, "*2\r\n$3\r\nget\r\n$8\r\ngreeting\r\n");
        client.SwitchTo(2231);
        server.Read(8, "*2\r\n$3\r\nget\r\n$8\r\ngreeting\r\n", 16384);
        server.Write(8, "$5\r\nhello\r\n");
        client.Read(3, "$5\r\nhello\r\n", 16384);
        client.Close(3);
        server.Read(8, "", 16384);
        server.Close(8);
        server.SwitchTo(0);
    }

    static void StartTask(Stage stage)
    {
        stage.Wait(250_000);
        var executor = new Actor(stage, 3310, "/usr/libexec/mesos/mesos-executor");
        var shell = executor.Clone(3355, "mesos-executor", MesosCgroup, flags: 1 << 24 | 1 << 23, ["--launcher_dir=/usr/libexec/mesos"]);
        var task = shell.Execute(3310, "/usr/bin/redis-server", ["--port", "6379"], MesosCgroup, s_taskEnvironment);
        task.Open(Actor.NoSuchFile, "/etc/ld.so.preload");
        task.Open(3, "/lib/x86_64-linux-gnu/libc.so.6", flags: 1 | 4096);
        task.Read(3, "\u007fELF\u0002\u0001\u0001\0\0\0", 832);
        task.Close(3);
        task.Open(3, "/dev/urandom");
        task.Read(3, "0123456789abcdef", 16);
        task.Close(3);
        task.Socket(6);
        task.Bind(6, Actor.AddressInUse, "0.0.0.0", 6379);
        task.Close(6);
        task.Open(3, "/var/lib/mesos/slaves/S1/runs/" + MesosContainer + "/redis.log", flags: 2 | 4 | 8, mode: 0x1A4);
        task.Write(3, "3355:M 02 Mar 2026 09:00:00.252 # Could not create server TCP listening socket *:6379: bind: Address already in use\n");
        task.Close(3);
        task.Exit(1);
        executor.Read(11, "exit 1", 64);
        executor.Socket(12);
        executor.Connect(12, 0, "10.20.0.7", 41990, "10.20.0.7", 5051);
        executor.Write(12, "POST /slave(1)/api/v1/executor HTTP/1.1\r\nHost: 10.20.0.7:5051\r\n\r\n{\"state\":\"TASK_FAILED\"}");
        executor.Close(12);
    }

    const string ContainerJson =
        $$$$"""{"container":{"Mounts":[],"cpu_period":100000,"cpu_quota":0,"cpu_shares":1024,"cpuset_cpu_count":0,"created_time":1772438400,"env":[],"full_id":"{{{{DockerId}}}}","id":"5f2a91c0de77","image":"redis:7.2","imagedigest":"","imageid":"0c1f7d5a2be4","imagerepo":"redis","imagetag":"7.2","ip":"0.0.0.0","is_pod_sandbox":false,"labels":{"team":"shop"},"lookup_state":1,"memory_limit":536870912,"metadata_deadline":0,"name":"legacy-redis","port_mappings":[],"privileged":false,"swap_limit":536870912,"type":0}}""";

    const string GroupsJson =
        $$$$"""{"marathon_groups":{"apps":[],"frameworkId":"{{{{Framework}}}}","groups":[{"apps":[{"id":"/shop/cache"}],"groups":[],"id":"/shop"}],"id":"/"}}""";

    const string AppsJson =
        $$$$"""{"marathon_apps":{"apps":[{"id":"/shop/cache","labels":{"tier":"cache"},"tasks":[{"appId":"/shop/cache","host":"atlas-07","id":"{{{{TaskId}}}}","slaveId":"S1"}]}],"frameworkId":"{{{{Framework}}}}"}}""";

    static string StateJson(string state) =>
        $$$$"""{"mesos_state":{"frameworks":[{"active":true,"hostname":"atlas-01","id":"{{{{Framework}}}}","name":"marathon","tasks":[{"executor_id":"","framework_id":"{{{{Framework}}}}","id":"{{{{TaskId}}}}","labels":[{"key":"tier","value":"cache"}],"name":"cache.shop","slave_id":"S1","state":"{{{{state}}}}"}],"webui_url":"http://atlas-01:8080"}],"slaves":[{"hostname":"atlas-07","id":"S1"}]}}""";
}
