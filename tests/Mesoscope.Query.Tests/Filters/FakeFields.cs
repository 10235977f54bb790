using Mesoscope.Events.Schema;
using Mesoscope.Query.Fields;
using Mesoscope.Query.Filters.Binding;

namespace Mesoscope.Query.Tests.Filters;

/// <summary>Fields whose values the test sets; evt.type and evt.dir come from the event.</summary>
sealed class FakeFields : IFieldBinder
{
    static readonly (string Name, ParameterType Type)[] s_fields =
    [
        ("proc.name", ParameterType.CharBuf),
        ("proc.cmdline", ParameterType.CharBuf),
        ("proc.pid", ParameterType.Int64),
        ("fd.name", ParameterType.CharBuf),
        ("fd.sport", ParameterType.Port),
        ("fd.cip", ParameterType.IPAddr),
        ("fd.cnet", ParameterType.IPNet),
        ("evt.type", ParameterType.CharBuf),
        ("evt.dir", ParameterType.CharBuf),
        ("evt.is_io", ParameterType.Bool),
        ("evt.cpu", ParameterType.Int16),
        ("evt.num", ParameterType.UInt64),
        ("evt.rawres", ParameterType.Int64),
        ("evt.failed", ParameterType.Bool),
        ("evt.buffer", ParameterType.ByteBuf),
        ("thread.cpu", ParameterType.Double),
        ("fdlist.x", ParameterType.FdList),
    ];

    public Dictionary<string, FakeValue> Values { get; } = [];

    /// <summary>How often each field was asked for its value.</summary>
    public Dictionary<string, int> Reads { get; } = [];

    public List<string> Stateful { get; } = [];

    public Field Bind(string text)
    {
        var (name, type) = Array.Find(s_fields, field => field.Name == text);
        if (name is null)
        {
            throw new FieldException($"'{text}' is not a field");
        }

        var info = new FieldInfo(name, type, PrintFormat.Decimal, "");
        return new FakeField(this, Stateful.Contains(name)) { Info = info, Text = text };
    }

    public void Set(string name, string text) =>
        Values[name] = FakeValue.Of(Array.Find(s_fields, field => field.Name == name).Type, text);
}
