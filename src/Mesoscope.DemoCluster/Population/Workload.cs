namespace Mesoscope.DemoCluster.Population;

/// <summary>
/// Commands of the scene's tasks. <c>$MESOSCOPE</c> is the program itself, which can play small parts; where it is not set they idle.
/// </summary>
static class Workload
{
    const string Idle = "while true; do sleep 1; done";

    public const string Redis = "command -v redis-server >/dev/null && exec redis-server --port 6379 --bind 127.0.0.1 --save '' --appendonly no; " + Web;
    public const string RedisImage = "mesoscope-demo/redis:1";
    public const string Web = "[ -n \"$MESOSCOPE\" ] && exec $MESOSCOPE demo-task web; " + Idle;
    public const string Load = "[ -n \"$MESOSCOPE\" ] && exec $MESOSCOPE demo-task load; " + Idle;
    public const string Leak = "[ -n \"$MESOSCOPE\" ] && exec $MESOSCOPE demo-task leak; " + Idle;

    /// <summary>Works for half a minute and is done.</summary>
    public const string Batch = "i=0; while [ $i -lt 30 ]; do head -c 4000000 /dev/zero > part; sleep 1; i=$((i+1)); done";
}
