namespace Mesoscope.Agent.Happenings;

/// <summary>What happened in containers, by their id; kept a while after the last of it, so that an end that is told later finds it.</summary>
sealed class ContainerPasts
{
    // Young containers have failed calls for a minute; a long-lived one's last end is told within seconds.
    const int MaxTicks = 120;
    const int MaxCount = 4096;

    readonly Dictionary<string, ContainerPast> _pasts = new(StringComparer.Ordinal);
    long _tick;

    /// <summary>The past of a container, to be added to.</summary>
    public ContainerPast Of(string id)
    {
        if (!_pasts.TryGetValue(id, out var past))
        {
            if (_pasts.Count >= MaxCount)
            {
                _pasts.Clear();
            }

            _pasts.Add(id, past = new ContainerPast());
        }

        past.Tick = _tick;
        return past;
    }

    /// <summary>The past of a container that ended, which is forgotten; null when there is none.</summary>
    public ContainerPast? Take(string id) => _pasts.Remove(id, out var past) ? past : null;

    /// <summary>A tick is over: forgets what is old.</summary>
    public void EndTick()
    {
        if (++_tick % MaxTicks != 0)
        {
            return;
        }

        foreach (var (id, past) in _pasts)
        {
            if (_tick - past.Tick > MaxTicks)
            {
                _pasts.Remove(id);
            }
        }
    }
}
