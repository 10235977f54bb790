using System.Diagnostics;
using Mesoscope.Testing.Programs;

namespace Mesoscope.EndToEnd.Tests.Live.Filters;

/// <summary>A shell that waits to be let go and then does a bit of everything: files, pipes, sockets, signals, processes.</summary>
sealed class ProcessLoad : IDisposable
{
    const string Perl = """
        use Socket;
        socket(my $l, PF_INET, SOCK_STREAM, 0); bind($l, sockaddr_in(0, INADDR_LOOPBACK)); listen($l, 1);
        my $at = getsockname($l);
        my $child = fork();
        if (!$child) { socket(my $c, PF_INET, SOCK_STREAM, 0); connect($c, $at); syswrite($c, "text over a socket"); sysread($c, my $b, 10); exit 3; }
        accept(my $s, $l); sysread($s, my $t, 100); syswrite($s, "x" x 200); shutdown($s, 2); waitpid($child, 0);
        socketpair(my $p, my $q, AF_UNIX, SOCK_STREAM, PF_UNSPEC); syswrite($p, "pair"); sysread($q, $t, 9);
        socket(my $u, PF_INET, SOCK_DGRAM, 0); send($u, "datagram", 0, $at);
        $SIG{USR1} = sub { }; kill('USR1', $$); mkdir("made"); rename("made", "moved"); rmdir("moved"); umask(022);
        open(my $f, ">", "file"); syswrite($f, "text in a file"); seek($f, 0, 0); close($f); unlink("file"); select(undef, undef, undef, 0.001); exec("/bin/true");
        """;

    const string Script = """
        read go
        cat /etc/passwd > copy; cat /no/such/file 2>/dev/null
        cat copy | sort | head -2 > two
        dd if=/dev/zero of=/dev/null bs=100 count=3 2>/dev/null
        (cd /usr; ls > /dev/null; exec cat /etc/hostname > /dev/null)
        perl -e "$1"
        rm copy two; cd /; true & wait; kill -0 $$
        """;

    readonly ScratchFolder _folder = new();
    readonly Process _shell;

    internal ProcessLoad()
    {
        _shell = ProgramRun.Start("/bin/sh", ["-c", Script, "load", Perl], _folder.File(""));
    }

    internal int Pid => _shell.Id;

    /// <summary>Lets it run to its end.</summary>
    internal void Run()
    {
        _shell.StandardInput.WriteLine("go");
        Assert.True(_shell.WaitForExit(ProgramRun.Limit), "the load did not end");
    }

    public void Dispose()
    {
        if (!_shell.HasExited)
        {
            _shell.Kill(entireProcessTree: true);
            _shell.WaitForExit();
        }

        _shell.Dispose();
        _folder.Dispose();
    }
}
