namespace Mesoscope.Server.Limits;

/// <summary>Lets so much pass in a minute, and after a pause so much at once. Not safe for several threads.</summary>
/// <param name="perMinute">How much flows in; also how much it holds at most.</param>
sealed class TokenBucket(double perMinute)
{
    double _tokens;
    long _lastMilliseconds;

    // Takes one; false when there is none.
    public bool TryTake(long nowMilliseconds)
    {
        if (nowMilliseconds > _lastMilliseconds)
        {
            _tokens = _lastMilliseconds == 0 ? perMinute : Math.Min(perMinute, _tokens + ((nowMilliseconds - _lastMilliseconds) * perMinute / 60_000));
            _lastMilliseconds = nowMilliseconds;
        }

        if (_tokens < 1)
        {
            return false;
        }

        _tokens--;
        return true;
    }
}
