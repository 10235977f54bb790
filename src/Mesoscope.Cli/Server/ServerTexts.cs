using System.Text;
using Mesoscope.Cli.Output;
using Mesoscope.Server.Access;

namespace Mesoscope.Cli.Server;

/// <summary>What a server that has started says on standard output.</summary>
static class ServerTexts
{
    /// <summary>Where it listens.</summary>
    public static void ShowAddress(Uri address) => _ = Descriptor.Write(Descriptor.Output, Encoding.UTF8.GetBytes($"The server is up: {address}\n"));

    /// <summary>A password that an account was given in place of a lost one.</summary>
    public static void ShowPassword(string user, string password) => _ = Descriptor.Write(Descriptor.Output, Encoding.UTF8.GetBytes(
        $"""
        Shown once:
          sign in as       {user}
          with password    {password}   (to be changed at once)

        """));

    /// <summary>What the first start made.</summary>
    public static void ShowFirst(FirstStart first) => _ = Descriptor.Write(Descriptor.Output, Encoding.UTF8.GetBytes(
        $"""
        This is the first start. Shown once:
          sign in as       {first.User}
          with password    {first.OneTimePassword}   (to be changed at once)
          agents' key      {first.AccessKey}

        """));
}
