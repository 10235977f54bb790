namespace Mesoscope.Query.Fields.Orchestration;

/// <summary>What a field shows of a Kubernetes object.</summary>
enum KubernetesPart
{
    /// <summary>Its name.</summary>
    Name,

    /// <summary>Its unique id.</summary>
    Uid,

    /// <summary>One of its labels.</summary>
    Label,

    /// <summary>All its labels.</summary>
    Labels,
}
