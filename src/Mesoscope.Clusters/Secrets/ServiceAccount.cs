namespace Mesoscope.Clusters.Secrets;

/// <summary>An account of DC/OS for a program, which proves itself by signing instead of by a password.</summary>
/// <param name="User">Its <c>uid</c>.</param>
/// <param name="PrivateKey">Its RSA key in PEM form.</param>
/// <param name="LoginUrl">Where it logs in when its file says so; null for the cluster's usual place.</param>
public sealed record ServiceAccount(string User, Secret PrivateKey, Uri? LoginUrl = null);
