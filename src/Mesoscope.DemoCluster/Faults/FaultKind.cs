namespace Mesoscope.DemoCluster.Faults;

/// <summary>Ways in which a server can go wrong.</summary>
enum FaultKind
{
    /// <summary>503 without a useful body.</summary>
    Unavailable,

    /// <summary>401 whatever the credentials.</summary>
    Unauthorized,

    /// <summary>404.</summary>
    Missing,

    /// <summary>Takes the request and never answers.</summary>
    Hang,

    /// <summary>The true answer, one byte a second.</summary>
    Slow,

    /// <summary>Valid JSON that never ends.</summary>
    Endless,

    /// <summary>200 and bytes that are no JSON.</summary>
    Garbage,

    /// <summary>The first half of the true answer, then the connection breaks.</summary>
    Half,

    /// <summary>The first half of the true answer as if it were all of it.</summary>
    Cut,

    /// <summary>The true answer with texts for numbers and numbers for texts.</summary>
    WrongTypes,

    /// <summary>200 and no body.</summary>
    Empty,

    /// <summary>Every request is sent to itself.</summary>
    RedirectLoop,

    /// <summary>The connection is closed as soon as a request is there.</summary>
    Reset,
}
