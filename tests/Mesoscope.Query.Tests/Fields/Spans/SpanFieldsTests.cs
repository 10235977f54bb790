using Mesoscope.Events.Schema;
using Mesoscope.Query.Fields;

namespace Mesoscope.Query.Tests.Fields.Spans;

public sealed class SpanFieldsTests
{
    readonly FieldScene _scene = new();

    [Fact]
    public void Text_OfTracers_IsWhatTheySay()
    {
        Assert.True(_scene.Write(6, ">:t:db.query:user=me,table=t1:"));
        Assert.Equal(EventType.TracerEnter, _scene.Context.Event.Type);
        Assert.NotNull(_scene.Context.ReplacedWrite);
        Assert.Equal("200", _scene.Text("span.id"));
        Assert.Equal("2", _scene.Text("span.ntags"));
        Assert.Equal("db.query", _scene.Text("span.tags"));
        Assert.Equal("query", _scene.Text("span.tag[-1]"));
        Assert.Null(_scene.Text("span.tag[2]"));
        Assert.Equal("user=me,table=t1", _scene.Text("span.args"));
        Assert.Equal("t1", _scene.Text("span.arg.table"));
        Assert.Equal("me", _scene.Text("span.arg[0]"));
        Assert.Null(_scene.Text("span.arg.other"));
        Assert.Null(_scene.Text("span.duration"));
    }

    [Fact]
    public void Text_OfSpansEnd_KnowsItsBegin()
    {
        _scene.Write(6, ">:7:db:a=1:");
        _scene.Write(6, "<:7:db:b=2:");
        Assert.Equal(EventType.TracerExit, _scene.Context.Event.Type);
        Assert.Equal("b=2", _scene.Text("span.args"));
        Assert.Equal("a=1", _scene.Text("span.enterargs"));
        Assert.Equal("2", _scene.Text("span.duration"));
        Assert.Equal("2ns", _scene.Text("span.duration.human"));
        Assert.Equal("7db", _scene.Text("span.idtag[0]"));
        Assert.Equal(0, _scene.Machine.Spans.Count);
    }

    [Fact]
    public void Text_InsideSpan_FindsTheSpan()
    {
        _scene.Write(6, ">:7:web::");
        _scene.Write(6, ">:7:web.db:q=1:");
        _scene.Run(EventType.SyscallReadEnter, 3, 10);
        Assert.Equal("web.db", _scene.Text("evtin.span.tags"));
        Assert.Equal("q:1", _scene.Text("evtin.span.m.args"));
        Assert.True(_scene.Matches("evtin.span.tags=web"));
        Assert.True(_scene.Matches("evtin.span.ntags=2"));
        Assert.False(_scene.Matches("evtin.span.ntags=3"));
        Assert.True(_scene.Matches("evtin.span.id=7"));
        _scene.RunFor(FieldScene.WorkerThread, EventType.SyscallReadEnter, 3, 10);
        Assert.False(_scene.Matches("evtin.span.tags=web"));
        Assert.True(_scene.Matches("evtin.span.m.tags=web"));
    }

    [Fact]
    public void Write_OfPartOfTracer_IsHiddenUntilItIsWhole()
    {
        Assert.False(_scene.Write(6, ">:7:we"));
        Assert.True(_scene.Write(6, "b::"));
        Assert.Equal("web", _scene.Text("span.tags"));
    }

    [Fact]
    public void Write_OfOtherTextFirst_MakesNoTracerDescriptor()
    {
        Assert.True(_scene.Write(6, "hello"));
        Assert.True(_scene.Write(6, ">:7:web::"));
        Assert.Equal(EventType.SyscallWriteExit, _scene.Context.Event.Type);
    }

    [Fact]
    public void Write_OfOtherTextAfterTracer_IsShownAsMistake()
    {
        _scene.Write(6, ">:7:web::");
        Assert.True(_scene.Write(6, "hello"));
        Assert.Equal("invalid tracer hello, len5", _scene.Text("span.tags"));
    }

    [Fact]
    public void Bind_TagByName_IsRefused() => Assert.Throws<FieldException>(() => FieldRegistry.Bind("span.tag.x", new FieldSession()));
}
