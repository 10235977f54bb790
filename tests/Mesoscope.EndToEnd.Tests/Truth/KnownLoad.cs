using System.Diagnostics;
using System.Globalization;
using Mesoscope.Testing.Groups;

namespace Mesoscope.EndToEnd.Tests.Truth;

/// <summary>
/// A program in a control group and a network of its own that computes, holds memory, sends to itself and writes and reads a file, and says
/// at its end how much it did, and what the kernel counted of it.
/// </summary>
sealed class KnownLoad : IDisposable
{
    // Sockets and the file are asked by the calls that programs use most: write, read, sendto, recvfrom. The file keeps its size, so that the page
    // cache does. In a network of its own the loopback interface carries nothing of others.
    const string Program = """
        use strict; use warnings; use Socket; use Time::HiRes qw(time sleep);
        my ($seconds, $memory, $path) = @ARGV;
        $| = 1;
        socket(my $net, AF_INET, SOCK_DGRAM, 0) or die "socket: $!";
        ioctl($net, 0x8914, my $up = pack("a16 s x14", "lo", 0x41)) or die "lo: $!";   # SIOCSIFFLAGS: IFF_UP, IFF_RUNNING
        socket(my $listener, AF_INET, SOCK_STREAM, 0); listen($listener, 1);
        socket(my $client, AF_INET, SOCK_STREAM, 0); connect($client, getsockname($listener)) or die "connect: $!";
        accept(my $server, $listener) or die "accept: $!";
        socket(my $to, AF_INET, SOCK_DGRAM, 0); bind($to, sockaddr_in(0, inet_aton("127.0.0.1"))) or die "bind: $!";
        socket(my $from, AF_INET, SOCK_DGRAM, 0); connect($from, getsockname($to)) or die "connect: $!";
        open(my $file, "+>", $path) or die "$path: $!";
        my ($stream, $packet) = ("s" x 65536, "p" x 8000);
        my $held = "h" x $memory;
        my ($in, $out, $written, $read) = (0, 0, 0, 0);
        print "ready\n";
        my $end = time + $seconds;
        while (time < $end) {
            for (my $i = 0; $i < 100000; $i++) { }
            my $sent = syswrite($client, $stream); $out += $sent;
            while ($sent > 0) { my $got = sysread($server, my $part, $sent) or die "read: $!"; $sent -= $got; $in += $got; }
            $out += send($from, $packet, 0); recv($to, my $got, 10000, 0); $in += length $got;
            sysseek($file, 0, 0); $written += syswrite($file, $stream);
            sysseek($file, 0, 0); $read += sysread($file, my $back, 65536);
            sleep 0.003;
        }
        open(my $counters, "<", "/proc/net/dev"); my ($lo) = grep { /lo:/ } <$counters>;
        my @lo = split " ", $lo =~ s/.*://sr;
        my ($user, $system) = times;
        # Time to be looked at once more.
        sleep 1.5;
        print join(" ", $in, $out, $lo[0], $lo[8], $written, $read, $user + $system, length $held), "\n";
        """;

    readonly TestGroup _group = new();
    readonly Process _process;

    /// <param name="seconds">How long it works.</param>
    /// <param name="memory">Bytes that it holds.</param>
    /// <param name="file">File that it writes and reads.</param>
    /// <param name="app">App of Marathon whose task it is.</param>
    internal KnownLoad(int seconds, long memory, string file, string app)
    {
        var start = new ProcessStartInfo("/bin/sh") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["MESOS_TASK_ID"] = $"{string.Join('.', app.Split('/', StringSplitOptions.RemoveEmptyEntries).Reverse())}.1";
        start.Environment["MARATHON_APP_ID"] = app;
        foreach (var argument in new[] { "-c", _group.JoinCommand + "exec unshare --net perl -e \"$0\" \"$@\"", Program, seconds.ToString(CultureInfo.InvariantCulture), memory.ToString(CultureInfo.InvariantCulture), file })
        {
            start.ArgumentList.Add(argument);
        }

        _process = Process.Start(start)!;
    }

    internal string ContainerId => _group.Id;

    /// <summary>Waits until it holds its memory.</summary>
    internal async Task WaitUntilReadyAsync()
    {
        if (await _process.StandardOutput.ReadLineAsync() != "ready")
        {
            Assert.Fail(await _process.StandardError.ReadToEndAsync());
        }
    }

    /// <summary>Memory by the kernel's count, bytes.</summary>
    internal double KernelMemory => _group.UsedMemoryBytes;

    /// <summary>Waits for its end.</summary>
    internal async Task<KnownWork> EndAsync()
    {
        var said = (await _process.StandardOutput.ReadToEndAsync()).Split(' ').Select(static text => double.Parse(text, CultureInfo.InvariantCulture)).ToList();
        await _process.WaitForExitAsync();
        return new KnownWork(said[0], said[1], said[2], said[3], said[4], said[5], said[6], said[7], _group.UsedSeconds);
    }

    public void Dispose()
    {
        _group.Dispose();
        _process.Dispose();
    }
}
