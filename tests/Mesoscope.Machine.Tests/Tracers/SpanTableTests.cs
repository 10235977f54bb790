using Mesoscope.Machine.Tracers;

namespace Mesoscope.Machine.Tests.Tracers;

public sealed class SpanTableTests
{
    [Fact]
    public void Open_MoreThanCapacity_StartsOver()
    {
        var spans = new SpanTable();
        for (var i = 0; i < SpanTable.Capacity; i++)
        {
            Assert.NotNull(spans.Open(Named(i, "a"), 1, 1));
        }

        Assert.Null(spans.Open(Named(0, "a"), 1, 1));
        Assert.Equal(0, spans.Count);
        Assert.NotNull(spans.Open(Named(0, "a"), 1, 1));
    }

    [Fact]
    public void Close_SameSpanTwice_TakesTheNewest()
    {
        var spans = new SpanTable();
        spans.Open(Named(1, "a"), 1, 10);
        spans.Open(Named(1, "a"), 1, 20);
        spans.Open(Named(2, "a"), 1, 30);
        Assert.Equal(20ul, spans.Close(Named(1, "a"))!.Time);
        Assert.Null(spans.Close(Named(1, "b")));
        Assert.Equal(2, spans.Count);
    }

    [Fact]
    public void FindParent_OfNestedSpan_IsTheOneWithOneTagLess()
    {
        var spans = new SpanTable();
        spans.Open(Named(1, "web"), 1, 10);
        var child = spans.Open(Named(1, "web", "query"), 1, 20)!;
        Assert.Equal(10ul, spans.FindParent(child)!.Time);
    }

    static TracerSpan Named(long id, params string[] tags)
    {
        var span = new TracerSpan { Id = id };
        foreach (var tag in tags)
        {
            span.Tags.Add(System.Text.Encoding.UTF8.GetBytes(tag));
        }

        return span;
    }
}
