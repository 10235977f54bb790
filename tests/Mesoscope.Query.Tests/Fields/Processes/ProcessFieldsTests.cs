using Mesoscope.Events.Schema;
using Mesoscope.Query.Fields;

namespace Mesoscope.Query.Tests.Fields.Processes;

public sealed class ProcessFieldsTests
{
    readonly FieldScene _scene = new();

    public ProcessFieldsTests() => _scene.Run(EventType.SyscallGetcwdEnter);

    [Theory]
    [InlineData("proc.pid", "200")]
    [InlineData("proc.name", "worker")]
    [InlineData("proc.exe", "./worker")]
    [InlineData("proc.args", "--port  80")]
    [InlineData("proc.args[0]", "--port")]
    [InlineData("proc.args[1]", "")]
    [InlineData("proc.args[2]", "80")]
    [InlineData("proc.args[3]", null)]
    [InlineData("proc.env", "HOME=/root A=")]
    [InlineData("proc.env[HOME]", "/root")]
    [InlineData("proc.env[A]", "")]
    [InlineData("proc.env[HOM]", null)]
    [InlineData("proc.cmdline", "worker --port  80")]
    [InlineData("proc.exeline", "./worker --port  80")]
    [InlineData("proc.cmdnargs", "3")]
    [InlineData("proc.cmdlenargs", "8")]
    [InlineData("proc.cwd", "/app/")]
    [InlineData("proc.nthreads", "1")]
    [InlineData("proc.ppid", "100")]
    [InlineData("proc.pname", "bash")]
    [InlineData("proc.pcmdline", "bash")]
    [InlineData("proc.apid", "200")]
    [InlineData("proc.apid[1]", "100")]
    [InlineData("proc.aname[-1]", "worker")]
    [InlineData("proc.aname[2]", "sshd")]
    [InlineData("proc.aname[4]", null)]
    [InlineData("proc.aname[2000000000]", null)]
    [InlineData("proc.aexe[1]", "-bash")]
    [InlineData("proc.acmdline", "bash sshd -D init")]
    [InlineData("proc.loginshellid", "100")]
    [InlineData("proc.duration", null)]
    [InlineData("proc.fdopencount", "6")]
    [InlineData("proc.fdlimit", "12")]
    [InlineData("proc.fdusage", "50.0")]
    [InlineData("proc.sid", "100")]
    [InlineData("proc.sname", "bash")]
    [InlineData("proc.vpid", "200")]
    [InlineData("proc.is_exe_writable", "false")]
    [InlineData("proc.is_exe_upper_layer", "false")]
    [InlineData("thread.tid", "200")]
    [InlineData("thread.ismain", "true")]
    [InlineData("thread.nametid", "worker200")]
    [InlineData("thread.cgroups", "cpu=/a mem=/b=c blkio=/d")]
    [InlineData("thread.cgroup.blkio", "/d")]
    [InlineData("thread.cgroup.cpuset", null)]
    [InlineData("thread.exectime", "0")]
    [InlineData("thread.cpu", null)]
    [InlineData("thread.cap_effective", "")]
    public void Text_OfMainThread_IsThatOfItsProcess(string field, string? expected) => Assert.Equal(expected, _scene.Text(field));

    [Theory]
    [InlineData("proc.pid", "200")]
    [InlineData("thread.tid", "201")]
    [InlineData("thread.ismain", "false")]
    [InlineData("proc.env[HOME]", "/root")]
    [InlineData("proc.cwd", "/app/")]
    [InlineData("proc.aname[1]", "bash")]
    [InlineData("thread.vmsize", "0")]
    [InlineData("proc.fdopencount", "6")]
    public void Text_OfOtherThread_TakesWhatIsTheProcesss(string field, string expected)
    {
        _scene.RunFor(FieldScene.WorkerThread, EventType.SyscallGetcwdEnter);
        Assert.Equal(expected, _scene.Text(field));
    }

    [Theory]
    [InlineData("proc.aname=bash", true)]
    [InlineData("proc.aname=worker", false)]
    [InlineData("proc.aname in (cron, sshd)", true)]
    [InlineData("proc.aname contains ini", true)]
    [InlineData("proc.aname!=bash", true)]
    [InlineData("proc.aname[1]=bash", true)]
    [InlineData("proc.apid=50", true)]
    [InlineData("proc.apid>100", false)]
    [InlineData("proc.aexepath exists", true)]
    public void Matches_WithoutNumber_AsksAnyAncestor(string filter, bool expected) => Assert.Equal(expected, _scene.Matches(filter));

    [Fact]
    public void Text_CircleOfParents_Ends()
    {
        _scene.Machine.FindThread(1)!.ParentTid = 100;
        Assert.Equal("100", _scene.Text("proc.loginshellid"));
        Assert.NotNull(_scene.Text("proc.aname[100000]"));
        Assert.False(_scene.Matches("proc.aname=nobody"));
        _scene.Machine.FindThread(100)!.ParentTid = 100;
        Assert.Equal("bash", _scene.Text("proc.sname"));
        Assert.False(_scene.Matches("proc.aname=nobody"));
    }

    [Fact]
    public void Text_Switches_SumProcessorTimePerThread()
    {
        var last = FieldRegistry.Bind("thread.exectime", new FieldSession());
        var total = FieldRegistry.Bind("thread.totexectime", new FieldSession());
        var texts = new List<string?>();
        foreach (var tid in (long[])[FieldScene.Worker, FieldScene.WorkerThread, FieldScene.Worker])
        {
            _scene.RunFor(tid, EventType.SchedswitchV6Enter, 1);
            texts.Add(_scene.Text(last));
            texts.Add(_scene.Text(total));
        }

        Assert.Equal(["0", "0", "1", "1", "1", "1"], texts);
        Assert.True(last.IsStateful && total.IsStateful);
    }

    [Fact]
    public void TryGet_TextsOfThread_AllocateNothing()
    {
        var fields = new[] { "proc.name", "proc.cmdline", "proc.aname[2]", "proc.loginshellid", "thread.cgroups", "fd.name" }
            .Select(static text => FieldRegistry.Bind(text, new FieldSession())).ToArray();
        var output = new Query.Text.Utf8Writer();
        long Measure()
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            foreach (var field in fields)
            {
                output.Clear();
                field.TryAppend(_scene.Context, output);
            }

            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Measure();
        Assert.Equal(0, Measure());
    }
}
