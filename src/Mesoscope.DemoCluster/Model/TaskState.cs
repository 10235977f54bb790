namespace Mesoscope.DemoCluster.Model;

/// <summary>The states of a task that the demo cluster uses, spelled as Mesos spells them.</summary>
static class TaskState
{
    public const string Staging = "TASK_STAGING";
    public const string Starting = "TASK_STARTING";
    public const string Running = "TASK_RUNNING";
    public const string Killing = "TASK_KILLING";
    public const string Killed = "TASK_KILLED";
    public const string Failed = "TASK_FAILED";
    public const string Finished = "TASK_FINISHED";
    public const string Unreachable = "TASK_UNREACHABLE";

    public static bool IsTerminal(string state) => state is Killed or Failed or Finished;
}
