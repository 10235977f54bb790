using Mesoscope.Events.Schema;
using Mesoscope.Query.Fields;
using Mesoscope.Query.Filters;

namespace Mesoscope.Query.Tests.Filters;

public sealed class RegistryFilterTests
{
    static readonly string[] s_checks =
    [
        "exists", "= 1", "!= \"\"", "= true", "= 10.0.0.1", "!= ::1", "= 10.0.0.0/8", "< 5", "<= x", "> -1", ">= 99999999999999999999", "contains a", "icontains A",
        "bcontains 7f", "startswith /", "bstartswith 00", "endswith z", "glob [a-", "iglob *", "regex .*", "in (1, 2)", "in ()", "in (a, b, c)",
        "in (true)", "in (10.0.0.1, ::1)", "intersects (1)", "pmatch (/)", "= val(proc.name)", "in val(proc.pid)", "= \"\\xff\\x00\"",
    ];

    public static TheoryData<string> ClassNames => new(FieldRegistry.Classes.Select(static fields => fields.Name).Distinct());

    [Theory]
    [MemberData(nameof(ClassNames))]
    public void Compile_EveryFieldWithEveryOperator_WorksOrSaysWhere(string className)
    {
        var session = new FieldSession();
        var contexts = new[] { EventType.SyscallOpenEnter, EventType.SyscallReadExit, EventType.GenericExit }
            .Select(static type => FilterEvents.Context(type)).ToArray();
        var compiled = 0;
        foreach (var field in FieldRegistry.Classes.Where(fields => fields.Name == className).SelectMany(static fields => fields.Fields))
        {
            var name = field.Argument == FieldArgument.Required ? $"{field.Name}[1]" : field.Name;
            foreach (var text in s_checks.Select(check => $"not {name} {check}").Append($"len({name}) > 1"))
            {
                try
                {
                    var filter = FilterCompiler.Compile(text, session);
                    compiled++;
                    Array.ForEach(contexts, context => filter.Matches(context));
                }
                catch (FilterException e)
                {
                    Assert.True(e.Position >= 0 && e.Position <= text.Length, $"{text}: {e.Message} at {e.Position}");
                }
            }
        }

        Assert.True(compiled > 0);
    }
}
