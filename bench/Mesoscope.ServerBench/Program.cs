using Mesoscope.ServerBench;

// Measures a server: history of some containers, then the load of many agents, then questions, then pages that look live.
// Usage: dotnet run -c Release --project bench/Mesoscope.ServerBench -- [--program PATH] [--agents 500] [--containers 50] [--seconds 420]
//        [--hours 22] [--history-agents 2] [--queries 100] [--pages 50] [--live-seconds 60]
var options = BenchOptions.Read(args);
var folder = Directory.CreateTempSubdirectory("mesoscope-bench-").FullName;
try
{
    using var server = await ServerProcess.StartAsync(options.Program, folder);
    Console.WriteLine($"server: {server.Address} admin {server.Password}");
    var agents = Enumerable.Range(0, options.Agents).Select(i => new SimulatedAgent(i, options.Containers)).ToList();
    await History.SendAsync(server, agents.Take(options.HistoryAgents).ToList(), options);
    await Load.RunAsync(server, agents, options);
    using var client = await Client.SignInAsync(server);
    await Questions.AskAsync(server, client, options);
    await Pages.LookAsync(server, client, agents, options);
}
finally
{
    Directory.Delete(folder, true);
}
