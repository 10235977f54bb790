namespace Mesoscope.DemoCluster.Workloads;

/// <summary>The small parts that the program plays as a task of its own demo cluster.</summary>
public static class DemoTask
{
    /// <summary>Plays a part until the process is killed.</summary>
    /// <param name="words">One word: <c>web</c> answers HTTP on port <c>$PORT0</c>, <c>load</c> asks the web tasks, <c>leak</c> takes ever more memory.</param>
    /// <returns>The exit status: 1 when the part cannot be played (a taken port, an unknown part), with a line on standard error.</returns>
    public static int Run(IReadOnlyList<string> words)
    {
        try
        {
            switch (words)
            {
                case ["web"]:
                    WebTask.Run();
                    return 0;
                case ["load"]:
                    LoadTask.RunAsync().GetAwaiter().GetResult();
                    return 0;
                case ["leak"]:
                    LeakTask.Run();
                    return 0;
                default:
                    Console.Error.WriteLine("mesoscope: demo-task: expected one of: web load leak");
                    return 1;
            }
        }
        catch (System.Net.Sockets.SocketException refused)
        {
            Console.Error.WriteLine($"mesoscope: demo-task: {refused.Message}");
            return 1;
        }
    }
}
