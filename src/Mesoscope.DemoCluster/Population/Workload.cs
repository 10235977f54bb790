namespace Mesoscope.DemoCluster.Population;

/// <summary>
/// Commands of the scene's tasks. <c>$MESOSCOPE</c> is the program itself, which can play small parts; it is set for tasks that really run.
/// </summary>
static class Workload
{
    public const string Redis = "exec redis-server --port 6379 --bind 127.0.0.1 --save '' --appendonly no";
    public const string RedisImage = "mesoscope-demo/redis:1";
    public const string Web = "exec $MESOSCOPE demo-task web";
    public const string Load = "exec $MESOSCOPE demo-task load";
    public const string Leak = "exec $MESOSCOPE demo-task leak";
}
