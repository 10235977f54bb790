using Mesoscope.Server.Query.Curves;
using Mesoscope.Server.Query.Listing;
using Mesoscope.Server.Query.Sources;
using Mesoscope.Server.Query.Tree;

namespace Mesoscope.Server.Live;

/// <summary>Who answers what is asked live.</summary>
/// <param name="Tree">Trees.</param>
/// <param name="Series">Curves.</param>
/// <param name="Happenings">What happened.</param>
/// <param name="Entities">What there is.</param>
public sealed record LiveQueries(TreeQuery Tree, SeriesQuery Series, HappeningQuery Happenings, IEntitySource Entities);
