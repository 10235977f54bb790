namespace Mesoscope.Agent.Measures.Containers;

/// <summary>
/// Measures containers from the files of their control groups. Of one that used no processor time one file is
/// read a tick and the others now and then.
/// </summary>
sealed class ContainerReader
{
    // How often the memory of a container is looked at that uses no processor time.
    const int QuietTicks = 5;

    const double NanosecondsPerSecond = 1e9;
    const double MicrosecondsPerSecond = 1e6;

    // USER_HZ, as in /proc.
    const double TicksPerSecond = 100;

    /// <summary>Measures one tick.</summary>
    /// <param name="container">The container.</param>
    /// <param name="isSlowTick">Whether what seldom changes is to be read as well.</param>
    /// <returns>False when its control groups are gone.</returns>
    public static bool Read(ContainerEntry container, bool isSlowTick)
    {
        var measure = container.Measure;
        var (groups, counters) = (container.Groups, container.Counters);
        var isThere = TryReadUsage(groups, out var used);
        measure.UsedSeconds = isThere ? counters.Used.Take(used) : double.NaN;
        var isBusy = isSlowTick || measure.UsedSeconds != 0;
        Quiet(measure);
        // Nobody else than its own processes makes its memory grow; the kernel may take some away.
        var isMemoryDue = isBusy || !isThere || (counters.Reads++ + (long)container.Key) % QuietTicks == 0;
        if (isMemoryDue && groups.Memory.TryReadNumber(out var memory))
        {
            isThere = true;
            if (isBusy || memory != counters.MemoryBytes)
            {
                ReadMemory(container, memory);
            }

            counters.MemoryBytes = memory;
        }

        if (isBusy)
        {
            ReadProcessor(container);
            counters.Threads = groups.Pids.TryReadNumber(out var pids) ? pids : double.NaN;
        }

        if (isSlowTick)
        {
            ReadLimits(container);
        }

        measure.MemoryBytes = counters.WorkingSetBytes;
        measure.SwapBytes = counters.SwapBytes;
        measure.Threads = counters.Threads;
        container.WasBusy = measure.UsedSeconds != 0;
        return isThere || !(groups.Usage.IsThere || groups.Memory.IsThere);
    }

    static void Quiet(ContainerMeasure measure)
    {
        measure.UserSeconds = Zero(measure.UserSeconds);
        measure.SystemSeconds = Zero(measure.SystemSeconds);
        measure.ThrottledNanoseconds = Zero(measure.ThrottledNanoseconds);
        measure.Throttlings = Zero(measure.Throttlings);
        measure.Faults = Zero(measure.Faults);
        measure.MajorFaults = Zero(measure.MajorFaults);
        measure.OutOfMemoryKills = Zero(measure.OutOfMemoryKills);
    }

    static bool TryReadUsage(ContainerGroups groups, out double seconds)
    {
        if (groups.IsUsageUnified && groups.Usage.TryRead(out var text))
        {
            seconds = GroupFile.Find(text, "usage_usec"u8) / MicrosecondsPerSecond;
            return !double.IsNaN(seconds);
        }

        var isThere = groups.Usage.TryReadNumber(out var nanoseconds);
        seconds = nanoseconds / NanosecondsPerSecond;
        return isThere;
    }

    static void ReadProcessor(ContainerEntry container)
    {
        var (measure, groups, counters) = (container.Measure, container.Groups, container.Counters);
        if (groups.UsageUser.TryReadNumber(out var user) && groups.UsageSystem.TryReadNumber(out var system))
        {
            measure.UserSeconds = counters.User.Take(user / NanosecondsPerSecond);
            measure.SystemSeconds = counters.System.Take(system / NanosecondsPerSecond);
        }
        else if (groups.UsageTicks.TryRead(out var ticks))
        {
            measure.UserSeconds = counters.User.Take(GroupFile.Find(ticks, "user"u8) / TicksPerSecond);
            measure.SystemSeconds = counters.System.Take(GroupFile.Find(ticks, "system"u8) / TicksPerSecond);
        }

        if (!groups.CpuStat.TryRead(out var stat))
        {
            return;
        }

        var throttled = groups.IsCpuUnified ? GroupFile.Find(stat, "throttled_usec"u8) * 1000 : GroupFile.Find(stat, "throttled_time"u8);
        measure.ThrottledNanoseconds = TakeKnown(ref counters.Throttled, throttled);
        measure.Throttlings = TakeKnown(ref counters.Throttlings, GroupFile.Find(stat, "nr_throttled"u8));
        if (groups.IsUsageUnified && groups.IsCpuUnified)
        {
            measure.UserSeconds = TakeKnown(ref counters.User, GroupFile.Find(stat, "user_usec"u8) / MicrosecondsPerSecond);
            measure.SystemSeconds = TakeKnown(ref counters.System, GroupFile.Find(stat, "system_usec"u8) / MicrosecondsPerSecond);
        }
    }

    static void ReadMemory(ContainerEntry container, double used)
    {
        var (measure, groups, counters) = (container.Measure, container.Groups, container.Counters);
        counters.WorkingSetBytes = used;
        if (groups.MemoryStat.TryRead(out var stat))
        {
            // The sums over the groups inside, which v2 has always and v1 under names of their own.
            var isUnified = groups.IsMemoryUnified;
            var inactive = GroupFile.Find(stat, isUnified ? "inactive_file"u8 : "total_inactive_file"u8);
            counters.WorkingSetBytes = double.IsNaN(inactive) ? used : Math.Max(0, used - inactive);
            measure.Faults = TakeKnown(ref counters.Faults, GroupFile.Find(stat, isUnified ? "pgfault"u8 : "total_pgfault"u8));
            measure.MajorFaults = TakeKnown(ref counters.MajorFaults, GroupFile.Find(stat, isUnified ? "pgmajfault"u8 : "total_pgmajfault"u8));
            counters.SwapBytes = isUnified ? double.NaN : GroupFile.Find(stat, "total_swap"u8);
        }

        counters.SwapBytes = groups.MemorySwap.TryReadNumber(out var swap) ? swap : counters.SwapBytes;
        if (groups.MemoryEvents.TryRead(out var events))
        {
            measure.OutOfMemoryKills = TakeKnown(ref counters.OutOfMemoryKills, GroupFile.Find(events, "oom_kill"u8));
        }
    }

    static void ReadLimits(ContainerEntry container)
    {
        var (measure, groups) = (container.Measure, container.Groups);
        measure.QuotaCores = ReadQuota(groups);
        measure.MemoryLimitBytes = groups.MemoryLimit.TryReadNumber(out var limit) ? GroupFile.ToLimit(limit) : double.NaN;
        if (measure.MemoryLimitBytes > measure.HostMemoryBytes)
        {
            measure.MemoryLimitBytes = double.NaN;
        }

        if (groups.CpuShares.TryReadNumber(out var shares))
        {
            // v2's weights are 1 … 10,000 for the 2 … 262,144 shares of v1: the kernel's and the runtimes' own conversion.
            measure.Shares = groups.IsCpuUnified ? Math.Round(2 + ((shares - 1) * 262_142 / 9_999)) : shares;
        }
    }

    static double ReadQuota(ContainerGroups groups)
    {
        if (groups.IsCpuUnified)
        {
            // "max 100000" or "50000 100000".
            return groups.CpuQuota.TryRead(out var text)
                && GroupFile.TryParse(text, out var quotaOfPeriod)
                && GroupFile.TryParse(text[(text.IndexOf((byte)' ') + 1)..], out var length)
                && length > 0
                    ? quotaOfPeriod / length
                    : double.NaN;
        }

        return groups.CpuQuota.TryReadNumber(out var quota) && quota > 0 && groups.CpuPeriod.TryReadNumber(out var period) && period > 0
            ? quota / period
            : double.NaN;
    }

    static double TakeKnown(ref CountedDelta counter, double value) => double.IsNaN(value) ? double.NaN : counter.Take(value);

    static double Zero(double value) => double.IsNaN(value) ? value : 0;
}
