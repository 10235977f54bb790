using Mesoscope.Server.Entities;

namespace Mesoscope.Server.Query.Sources;

// What lives of a table of the present, and from when until when it is just that.
sealed record PresentList(EntityTable Table, EntityList List, long FromMilliseconds, long UntilMilliseconds)
{
    public bool Holds(EntityTable table, long atMilliseconds) => ReferenceEquals(Table, table) && FromMilliseconds <= atMilliseconds && atMilliseconds < UntilMilliseconds;
}
