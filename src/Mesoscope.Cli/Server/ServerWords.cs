using System.Globalization;
using System.Net;
using Mesoscope.Cli.CommandLine;
using Mesoscope.Server.Hosting;
using Mesoscope.Server.Storage;

namespace Mesoscope.Cli.Server;

/// <summary>Reads the words behind <c>mesoscope server</c>.</summary>
static class ServerWords
{
    static readonly Dictionary<string, Func<ServerOptions, string, ServerOptions>> s_options = new(StringComparer.Ordinal)
    {
        ["--listen"] = (o, v) => o with { Listen = EndPoint(v) },
        ["--data"] = (o, v) => o with { DataFolder = Path.GetFullPath(v) },
        ["--tls-cert"] = (o, v) => o with { CertificateFile = Path.GetFullPath(v) },
        ["--tls-key"] = (o, v) => o with { CertificateKeyFile = Path.GetFullPath(v) },
        ["--path-prefix"] = (o, v) => o with { PathPrefix = PathPrefix(v) },
        ["--retention-10s"] = (o, v) => o with { Retention = o.Retention with { TenSeconds = Span("--retention-10s", v, TimeSpan.FromHours(3)) } },
        ["--retention-1m"] = (o, v) => o with { Retention = o.Retention with { Minute = Span("--retention-1m", v, TimeSpan.FromDays(1)) } },
        ["--retention-10m"] = (o, v) => o with { Retention = o.Retention with { TenMinutes = Span("--retention-10m", v, TimeSpan.FromDays(3)) } },
        ["--retention-1h"] = (o, v) => o with { Retention = o.Retention with { Hour = Span("--retention-1h", v, TimeSpan.FromDays(7)) } },
        ["--retention-processes"] = (o, v) => o with { Retention = o.Retention with { Processes = Span("--retention-processes", v, TimeSpan.FromHours(1)) } },
    };

    /// <summary>Reads the words into options; null when the help was asked for.</summary>
    /// <param name="words">The words.</param>
    /// <param name="options">What holds where they say nothing.</param>
    /// <exception cref="UsageException">The words cannot be understood.</exception>
    public static ServerOptions? Read(IReadOnlyList<string> words, ServerOptions options)
    {
        for (var i = 0; i < words.Count; i++)
        {
            var parts = words[i].Split('=', 2);
            if (parts[0] is "--help" or "-h")
            {
                return null;
            }

            if (!s_options.TryGetValue(parts[0], out var apply))
            {
                throw new UsageException($"unknown option '{words[i]}'; 'mesoscope server --help' lists them");
            }

            options = apply(options, parts.Length == 2 ? parts[1] : ++i < words.Count ? words[i] : throw new UsageException($"{parts[0]} needs a value"));
        }

        return Check(options);
    }

    static ServerOptions Check(ServerOptions options)
    {
        if (options.CertificateKeyFile is not null && options.CertificateFile is null)
        {
            throw new UsageException("--tls-key is given without --tls-cert");
        }

        var kept = options.Retention;
        if (kept.TenSeconds > kept.Minute || kept.Minute > kept.TenMinutes || kept.TenMinutes > kept.Hour)
        {
            throw new UsageException("a coarser tier is kept for a shorter time than a finer one: --retention-10s, -1m, -10m and -1h must not shrink in this order");
        }

        return options with { Ingest = options.Ingest with { MaxAge = kept.TenSeconds - TimeSpan.FromHours(1) } };
    }

    static IPEndPoint EndPoint(string text)
    {
        var address = text.StartsWith(':') ? "0.0.0.0" + text : text.StartsWith("localhost", StringComparison.Ordinal) ? "127.0.0.1" + text["localhost".Length..] : text;
        if (!IPEndPoint.TryParse(address, out var parsed))
        {
            throw new UsageException($"--listen {text}: expected an address and a port, such as 0.0.0.0:{ServerOptions.DefaultPort} or [::]:{ServerOptions.DefaultPort}");
        }

        return parsed.Port == 0 && !text.EndsWith(":0", StringComparison.Ordinal) ? new IPEndPoint(parsed.Address, ServerOptions.DefaultPort) : parsed;
    }

    static string PathPrefix(string text)
    {
        var trimmed = text.Trim('/');
        return trimmed.All(static c => char.IsAsciiLetterOrDigit(c) || "-._~/".Contains(c, StringComparison.Ordinal))
            ? trimmed.Length == 0 ? "" : "/" + trimmed
            : throw new UsageException($"--path-prefix {text}: expected a path such as /mesoscope");
    }

    // "36h", "14d": a number and its unit.
    static TimeSpan Span(string option, string text, TimeSpan least)
    {
        var unit = text.Length == 0 ? ' ' : text[^1];
        if (!double.TryParse(text.AsSpan(0, Math.Max(0, text.Length - 1)), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) || unit is not ('h' or 'd') || number > 100_000)
        {
            throw new UsageException($"{option} {text}: expected hours or days, such as 36h or 14d");
        }

        var span = unit == 'h' ? TimeSpan.FromHours(number) : TimeSpan.FromDays(number);
        return span >= least ? span : throw new UsageException($"{option} {text}: {least.TotalHours:0}h at least");
    }
}
