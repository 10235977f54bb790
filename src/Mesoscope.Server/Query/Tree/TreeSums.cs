using Mesoscope.Server.Query.Troubles;

namespace Mesoscope.Server.Query.Tree;

// Everything of a tree that does not depend on which nodes are looked at. Never changes.
sealed record TreeSums(Placement Placement, NodeValues Values, NodeHealth Health);
