using System.Globalization;
using Mesoscope.Containers.Docker;
using Mesoscope.Containers.Documents;

namespace Mesoscope.Containers;

/// <summary>The runtimes that can be asked: those of the machine, and those of users as their containers are seen. Safe for several threads.</summary>
sealed class RuntimeTable : IDisposable
{
    // The numbers of container events.
    const int Docker = 0;
    const int Cri = 6;
    const int Containerd = 7;
    const int CriO = 8;
    const int Podman = 11;

    /// <summary>Runtimes of users that are remembered; a machine with more is asked about the first of them only.</summary>
    const int MaxUsers = 64;

    // What the names of control groups say of the runtime when nothing can be asked.
    static readonly (string Part, int Type)[] s_signs = [("crio-", CriO), ("cri-containerd", Containerd), ("kubepods", Cri)];

    readonly ContainerWatchOptions _options;
    readonly DockerEndpoint _docker;
    readonly DockerEndpoint _podman;
    readonly Dictionary<(int Type, uint Uid), DockerEndpoint> _ofUsers = [];

    /// <param name="options">Where they are.</param>
    public RuntimeTable(ContainerWatchOptions options)
    {
        _options = options;
        _docker = Make(options.DockerSocket, Docker);
        _podman = Make(options.PodmanSocket, Podman);
    }

    /// <summary>The machine's own.</summary>
    public IEnumerable<DockerEndpoint> OfMachine => [_docker, _podman];

    /// <summary>Whom to ask about a container, the likeliest first; nobody for types that no API is known of.</summary>
    public IReadOnlyList<DockerEndpoint> For(ContainerRequest request)
    {
        if (request.Type is not (Docker or Podman))
        {
            return [];
        }

        var ofMachine = request.Type == Docker ? _docker : _podman;
        return TryReadUser(request.CgroupPath, out var uid) && OfUser(request.Type, uid) is { } ofUser ? [ofUser, ofMachine] : [ofMachine];
    }

    /// <summary>What the request itself tells, for a container that no runtime told about.</summary>
    public static ContainerFacts WithoutRuntime(ContainerRequest request)
    {
        foreach (var (part, type) in s_signs)
        {
            if (request.CgroupPath.Contains(part, StringComparison.Ordinal))
            {
                return new ContainerFacts { Id = request.Id, Type = type, Name = request.Id };
            }
        }

        return new ContainerFacts { Id = request.Id, Type = request.Type, IsSuccessful = request.Type is not (Docker or Podman), Name = request.Type is Docker or Podman ? "" : request.Id };
    }

    public void Dispose()
    {
        _docker.Dispose();
        _podman.Dispose();
        lock (_ofUsers)
        {
            foreach (var runtime in _ofUsers.Values)
            {
                runtime.Dispose();
            }
        }
    }

    DockerEndpoint? OfUser(int type, uint uid)
    {
        lock (_ofUsers)
        {
            if (!_ofUsers.TryGetValue((type, uid), out var runtime) && _ofUsers.Count < MaxUsers)
            {
                var folder = Path.Combine(_options.UserFolder, uid.ToString(CultureInfo.InvariantCulture));
                runtime = Make(Path.Combine(folder, type == Docker ? "docker.sock" : "podman/podman.sock"), type);
                _ofUsers.Add((type, uid), runtime);
            }

            return runtime;
        }
    }

    // .../user-1000.slice/user@1000.service/...
    static bool TryReadUser(string cgroups, out uint uid)
    {
        uid = 0;
        var start = cgroups.IndexOf("/user@", StringComparison.Ordinal);
        var end = start < 0 ? -1 : cgroups.IndexOf(".service", start, StringComparison.Ordinal);
        return end >= 0 && uint.TryParse(cgroups.AsSpan(start + 6, end - start - 6), NumberStyles.None, CultureInfo.InvariantCulture, out uid);
    }

    DockerEndpoint Make(string socket, int type) => new(socket, type, _options.ReplyLimit, _options.Clock);
}
