using Mesoscope.Events.Schema;
using Mesoscope.Machine.Threads;

namespace Mesoscope.Machine.Tests.Threads;

public sealed class GoneThreadsTests
{
    const long Child = 200;
    const int MaxSteps = 10_000;

    readonly Scene _scene = new();
    readonly HashSet<long> _alive = [Scene.Shell];
    readonly GoneThreads _gone;

    public GoneThreadsTests() => _gone = new GoneThreads(_scene.Machine, _alive.Contains);

    [Fact]
    public void Step_ChildThatEndedBeforeItsParentsReturn_IsForgotten()
    {
        _scene.RunOn(Child, EventType.ProcexitV1Enter, 0L, 0L, 0, 0);
        _scene.Clone(Scene.Shell, Child, Scene.Shell, 1);
        Assert.NotNull(_scene.Thread(Child));

        GoThroughAll();

        Assert.Null(_scene.Thread(Child));
        Assert.NotNull(_scene.Thread(Scene.Shell));
        Assert.Equal(1, _gone.Count);
    }

    [Fact]
    public void Step_MainThreadThatEndedBeforeItsOthers_IsForgottenWithoutAFurtherEvent()
    {
        _scene.Clone(Scene.Shell, Child, Scene.Shell, 1);
        _scene.Clone(Child, Child + 1, Child, Scene.Shell, ThreadFlags.Thread | ThreadFlags.SharesFiles);
        _scene.RunOn(Child, EventType.ProcexitV1Enter, 0L, 0L, 0, 0);
        _scene.RunOn(Child + 1, EventType.ProcexitV1Enter, 0L, 0L, 0, 0);
        _scene.Run(EventType.SyscallGetcwdEnter);
        Assert.NotNull(_scene.Thread(Child));

        GoThroughAll();

        Assert.Null(_scene.Thread(Child));
    }

    [Fact]
    public void Step_ThreadThatIsThere_Stays()
    {
        _scene.Clone(Scene.Shell, Child, Scene.Shell, 1);
        _alive.Add(Child);

        GoThroughAll();

        Assert.NotNull(_scene.Thread(Child));
        Assert.Equal(0, _gone.Count);
    }

    [Fact]
    public void Step_BeforeAnEventIsNewerThanTheLook_ForgetsNothing()
    {
        _scene.Clone(Scene.Shell, Child, Scene.Shell, 1);
        var later = _scene.Time + GoneThreads.RoundNanoseconds;

        StepUntilQuiet(later);
        Assert.NotNull(_scene.Thread(Child));

        _scene.Time = later;
        _scene.Run(EventType.SyscallGetcwdEnter);
        _gone.Step(later);

        Assert.Null(_scene.Thread(Child));
    }

    [Fact]
    public void Step_IdGivenOutAgainMeanwhile_KeepsTheNewThread()
    {
        _scene.Clone(Scene.Shell, Child, Scene.Shell, 1);
        var later = _scene.Time + GoneThreads.RoundNanoseconds;
        StepUntilQuiet(later);

        _scene.Time = later;
        _scene.Clone(Scene.Shell, Child, Scene.Shell, 1, comm: "new");
        _gone.Step(later);

        Assert.Equal("new", Scene.Text(_scene.Thread(Child)!.Comm));
    }

    [Fact]
    public void Step_MoreThreadsThanAStepLooksFor_FindsThemAll()
    {
        for (var tid = Child; tid < Child + (3 * GoneThreads.ThreadsPerStep); tid++)
        {
            _scene.Clone(Scene.Shell, tid, Scene.Shell, 1);
        }

        GoThroughAll();

        Assert.Equal(3 * GoneThreads.ThreadsPerStep, _gone.Count);
        Assert.Equal(1, _scene.Machine.Threads.Count);
    }

    void GoThroughAll()
    {
        StepUntilQuiet(_scene.Time += 2 * GoneThreads.RoundNanoseconds);
        _scene.Run(EventType.SyscallGetcwdEnter);
        _gone.Step(_scene.Time);
    }

    void StepUntilQuiet(ulong now)
    {
        for (var i = 0; i < MaxSteps; i++)
        {
            _gone.Step(now);
        }
    }
}
