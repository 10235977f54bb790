using Mesoscope.Captures.Blocks;
using Mesoscope.Events.Snapshot;

namespace Mesoscope.Captures.Output;

/// <summary>Collects the state of a machine as entries of blocks and hands the blocks on in the order that readers expect.</summary>
sealed class SnapshotBlocks(CaptureWriter writer, bool keepsReferenceOrder) : ISnapshotSink
{
    readonly BlockBuffer _machine = new(256);
    readonly BlockBuffer _interfaces = new(1024);
    readonly BlockBuffer _users = new(4096);
    readonly BlockBuffer _threads = new(64 * 1024);
    readonly BlockBuffer _descriptors = new(64 * 1024);
    readonly List<long> _tids = [];
    readonly HashSet<long> _withDescriptors = [];
    int _interfaceBlock = -1;
    int _userBlock = -1;
    int _threadBlock = -1;
    int _descriptorBlock = -1;
    long _descriptorTid;
    bool _isSection;

    public void BeginSection()
    {
        Clear();
        _isSection = true;
    }

    public void AddMachine(MachineEntry machine) => MachineBlock.Write(_machine, machine);

    public void AddInterface(InterfaceEntry entry)
    {
        Open(_interfaces, ref _interfaceBlock, BlockType.Interfaces2);
        InterfaceListBlock.Write(_interfaces, entry);
    }

    public void AddUser(UserEntry user)
    {
        Open(_users, ref _userBlock, BlockType.Users2);
        UserListBlock.Write(_users, user);
    }

    public void AddGroup(GroupEntry group)
    {
        Open(_users, ref _userBlock, BlockType.Users2);
        UserListBlock.Write(_users, group);
    }

    public void AddThread(ThreadEntry thread)
    {
        Open(_threads, ref _threadBlock, BlockType.Processes9);
        ProcessListBlock.Write(_threads, thread, keepsReferenceOrder);
        _tids.Add(thread.Tid);
    }

    public void AddDescriptor(long tid, DescriptorEntry descriptor)
    {
        if (_descriptorBlock < 0 || tid != _descriptorTid)
        {
            Close(_descriptors, ref _descriptorBlock);
            Open(_descriptors, ref _descriptorBlock, BlockType.Descriptors2);
            _descriptors.Int64(tid);
            _descriptorTid = tid;
            _withDescriptors.Add(tid);
        }

        DescriptorListBlock.Write(_descriptors, descriptor);
    }

    public void EndSnapshot()
    {
        Close(_interfaces, ref _interfaceBlock);
        Close(_users, ref _userBlock);
        Close(_threads, ref _threadBlock);
        Close(_descriptors, ref _descriptorBlock);
        AddEmptyLists();
        if (_isSection)
        {
            writer.WriteSection();
        }

        writer.AppendBlocks(_machine.Written);
        writer.AppendBlocks(_interfaces.Written);
        writer.AppendBlocks(_users.Written);
        writer.AppendBlocks(_threads.Written);
        writer.AppendBlocks(_descriptors.Written);
        Clear();
    }

    static void Open(BlockBuffer buffer, ref int start, uint type)
    {
        if (start < 0)
        {
            start = buffer.BeginBlock(type);
        }
    }

    static void Close(BlockBuffer buffer, ref int start)
    {
        if (start >= 0)
        {
            buffer.EndBlock(start);
            start = -1;
        }
    }

    /// <summary>A thread without descriptors gets a list without entries, as in sysdig's files, so that limits on size cut where sysdig cuts.</summary>
    void AddEmptyLists()
    {
        foreach (var tid in _tids)
        {
            if (_withDescriptors.Add(tid))
            {
                Open(_descriptors, ref _descriptorBlock, BlockType.Descriptors2);
                _descriptors.Int64(tid);
                Close(_descriptors, ref _descriptorBlock);
            }
        }
    }

    void Clear()
    {
        _tids.Clear();
        _withDescriptors.Clear();
        _isSection = false;
        _interfaceBlock = _userBlock = _threadBlock = _descriptorBlock = -1;
        _machine.Clear();
        _interfaces.Clear();
        _users.Clear();
        _threads.Clear();
        _descriptors.Clear();
    }
}
