namespace Mesoscope.Server.Access;

/// <summary>What the first start made; to be shown once, it is kept nowhere.</summary>
/// <param name="User">Name of the first admin.</param>
/// <param name="OneTimePassword">Its password, to be changed at the first sign-in.</param>
/// <param name="AccessKey">What agents show.</param>
public sealed record FirstStart(string User, string OneTimePassword, string AccessKey);
