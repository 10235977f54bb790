namespace Mesoscope.Clusters.Model;

/// <summary>Texts of task states, and what follows from them. Source: the Mesos operator API's enumeration of task states.</summary>
public static class TaskStates
{
    static readonly byte[][] s_words =
    [
        "TASK_STAGING"u8.ToArray(),
        "TASK_STARTING"u8.ToArray(),
        "TASK_RUNNING"u8.ToArray(),
        "TASK_KILLING"u8.ToArray(),
        "TASK_UNREACHABLE"u8.ToArray(),
        "TASK_FINISHED"u8.ToArray(),
        "TASK_FAILED"u8.ToArray(),
        "TASK_KILLED"u8.ToArray(),
        "TASK_ERROR"u8.ToArray(),
        "TASK_LOST"u8.ToArray(),
        "TASK_DROPPED"u8.ToArray(),
        "TASK_GONE"u8.ToArray(),
        "TASK_GONE_BY_OPERATOR"u8.ToArray(),
        "TASK_UNKNOWN"u8.ToArray(),
    ];

    /// <summary>The state of a word such as <c>TASK_RUNNING</c>; <see cref="TaskState.Unknown"/> for any other.</summary>
    public static TaskState Parse(ReadOnlySpan<byte> word)
    {
        for (var i = 0; i < s_words.Length; i++)
        {
            if (word.SequenceEqual(s_words[i]))
            {
                return (TaskState)i;
            }
        }

        return TaskState.Unknown;
    }

    /// <summary>The word of a state, as the API writes it. Not to be changed.</summary>
    public static byte[] ToText(TaskState state) => s_words[(int)state];

    /// <summary>Whether processes of the task may exist.</summary>
    public static bool IsLive(TaskState state) => state <= TaskState.Unreachable;
}
