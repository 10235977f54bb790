using System.Buffers.Binary;
using Mesoscope.Events;
using Mesoscope.Events.Schema;
using Mesoscope.Machine;
using Mesoscope.Query.Fields;
using Mesoscope.Query.Filters.Binding;
using Mesoscope.Query.Filters.Evaluation;
using Mesoscope.Query.Filters.Syntax;

namespace Mesoscope.Query.Filters.Splitting;

/// <summary>What the kernel can say of single checks.</summary>
sealed class CheckSplitter(FieldSession session)
{
    // An event's place in the stream is only known where all events are.
    const string NumberField = "evt.num";

    readonly RegistryFieldBinder _fields = new(session);
    readonly EventContext _context = new(new MachineState());

    /// <summary>True when the check's result depends on what other events there were, so that no event may be left out.</summary>
    internal bool NeedsAllEvents(CheckNode check) =>
        Compile(check).IsStateful || check.Operands.Append(check.Left).Any(static operand => NameOf(operand) == NumberField);

    /// <summary>The check, or its negation.</summary>
    internal SplitNode Split(CheckNode check, bool isNegated) =>
        SplitKey(check, isNegated) ?? SplitTypes(check, isNegated);

    static string NameOf(FilterOperand operand) => operand switch
    {
        FieldOperand field => field.Name,
        TransformedOperand transformed => NameOf(transformed.Inner),
        _ => "",
    };

    static SplitNode? SplitKey(CheckNode check, bool isNegated)
    {
        if (check.Left is not FieldOperand field || check.Operands.Any(static operand => operand is not TextOperand)
            || check.Operation is not (FilterOperator.Equal or FilterOperator.NotEqual or FilterOperator.In))
        {
            return null;
        }

        // A thread that nothing is known of yet has an id, but neither a process nor a name: these are not unequal to any, and so "not !=" is
        // more than "=" with them.
        if (check.Operation == FilterOperator.NotEqual && isNegated && field.Name != "thread.tid")
        {
            return null;
        }

        var isExclusion = (check.Operation == FilterOperator.NotEqual) != isNegated;
        if (field.Name == "proc.name")
        {
            return new SplitNode(KernelPart.Everything with { Comms = new(check.Operands.Select(ReadName), isExclusion) }, IsExact: true);
        }

        if (field.Name == "container.id")
        {
            return SplitContainers(check.Operands, isExclusion);
        }

        // A process has many ancestors, so that "not !=" is not "=" with them.
        var isId = field.Name is "thread.tid" or "proc.pid" || (IsOfAncestor(field.Name) && !isNegated && !isExclusion);
        return isId && TryReadIds(check.Operands, out var ids) ? SplitIds(field.Name, new(ids, isExclusion)) : null;
    }

    // Only ids that the kernel finds in the names of control groups: those of Docker and its like. The state has the last word.
    static SplitNode? SplitContainers(IReadOnlyList<FilterOperand> operands, bool isExclusion)
    {
        const int ShownCharacters = 12;
        var ids = operands.Select(static operand => ((TextOperand)operand).Text).ToList();
        return !isExclusion && ids.TrueForAll(static id => id.Length == ShownCharacters && id.All(char.IsAsciiHexDigitLower))
            ? new SplitNode(KernelPart.Everything with { Containers = new(ids, isExclusion) }, IsExact: false)
            : null;
    }

    static bool IsOfAncestor(string name) => name is "proc.apid" or "proc.ppid" or ['p', 'r', 'o', 'c', '.', 'a', 'p', 'i', 'd', '[', not '0', ..];

    static SplitNode SplitIds(string name, KeySet<long> ids) => name switch
    {
        "thread.tid" => new SplitNode(KernelPart.Everything with { Tids = ids }, IsExact: true),
        "proc.pid" => new SplitNode(KernelPart.Everything with { Pids = ids }, IsExact: true),

        // Who descends from a process by clone is known for ever; the state knows it as long as those in between live, and so decides.
        _ => new SplitNode(KernelPart.Everything with { Ancestors = ids }, IsExact: false),
    };

    static bool TryReadIds(IReadOnlyList<FilterOperand> operands, out List<long> ids)
    {
        ids = [];
        try
        {
            foreach (var operand in operands)
            {
                ids.Add((long)OperandParser.ParseNumber(ParameterType.Int64, ((TextOperand)operand).Text));
            }

            return true;
        }
        catch (FilterException)
        {
            // The name of another field: a comparison of two values.
            return false;
        }
    }

    static string ReadName(FilterOperand operand) => ((TextOperand)operand).Text.Split('\0')[0];

    SplitNode SplitTypes(CheckNode check, bool isNegated)
    {
        var program = Compile(check);
        var isConstant = check.Left is FieldOperand field && TypeConstants.Of(field.Name) != TypeConstant.None
            && check.Operands.All(static operand => operand is TextOperand);
        var isExact = true;
        var types = EventTypeSet.Where(
            type => IsPossible(program.Decide(type)),
            (number, isEnter) => IsPossible(Decide(program, isConstant, number, isEnter)));
        return new SplitNode(KernelPart.Everything with { Types = types }, isExact);

        bool IsPossible(bool? verdict)
        {
            isExact &= verdict is not null;
            return verdict != isNegated;
        }
    }

    bool? Decide(FilterProgram program, bool isConstant, int syscall, bool isEnter)
    {
        var type = isEnter ? EventType.GenericEnter : EventType.GenericExit;
        if (!isConstant)
        {
            return program.Decide(type);
        }

        var bytes = new byte[Event.HeaderBytes + 4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(16), (uint)bytes.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(20), (ushort)type);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(22), 1);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(26), 2);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(28), (ushort)syscall);
        _context.Event.Attach(bytes, 0, bytes.Length, 0, EventBlockFlags.None);
        return program.Matches(_context);
    }

    FilterProgram Compile(CheckNode check) => FilterCompiler.Compile(new FilterSyntax("", check), _fields);
}
