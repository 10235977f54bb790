using System.Text;
using Mesoscope.Machine.Threads;
using Mesoscope.Machine.Tracers;

namespace Mesoscope.Machine.Tests.Tracers;

public sealed class TracerReaderTests
{
    static readonly ThreadState s_thread = new() { Tid = 3, Pid = 2, ParentTid = 1 };

    [Theory]
    [InlineData(">:12:a.b:x=1,y=2:", "> 12 a|b x=1|y=2")]
    [InlineData("<:-5:a::", "< -5 a ")]
    [InlineData(">:t:a::", "> 3 a ")]
    [InlineData(">:p:a::", "> 2 a ")]
    [InlineData(">:pp:a::", "> 1 a ")]
    [InlineData(">:g:a::", "> 0 a ")]
    [InlineData(">::a::", "> 0 a ")]
    [InlineData(@">:1:a\.b\:c:x=\,1:", "> 1 a.b:c x=,1")]
    [InlineData("[\">\", 12, [\"a\", \"b\"], [{\"x\":\"1\"}, {\"y\":\"2\"}]]", "> 12 a|b x=1|y=2")]
    [InlineData("[\"<\", \"t\", [\"a\"], []]", "< 3 a ")]
    public void Read_WholeTracer_TakesItApart(string text, string expected)
    {
        var tracer = new Tracer();
        Assert.Equal(TracerResult.Complete, TracerReader.Read(Encoding.UTF8.GetBytes(text), s_thread, tracer, out var isEnter));
        var names = Texts(tracer.ArgumentNames);
        var arguments = names.Zip(Texts(tracer.ArgumentValues), static (name, value) => $"{name}={value}");
        Assert.Equal(expected, $"{(isEnter ? '>' : '<')} {tracer.Id} {string.Join('|', Texts(tracer.Tags))} {string.Join('|', arguments)}");
    }

    [Theory]
    [InlineData(">:12:a.b:x=1,y=2:")]
    [InlineData("[\">\", 12, [\"a\", \"b\"], [{\"x\":\"1\"}, {\"y\":\"2\"}]]")]
    public void Read_EveryPrefix_WaitsForMore(string text)
    {
        for (var length = 1; length < text.Length; length++)
        {
            var prefix = Encoding.UTF8.GetBytes(text[..length]);
            Assert.Equal(TracerResult.Incomplete, TracerReader.Read(prefix, s_thread, new Tracer(), out _));
        }
    }

    [Theory]
    [InlineData("hello")]
    [InlineData(">x")]
    [InlineData(">:1x:a::")]
    [InlineData(">:1:a=b::")]
    [InlineData(">:1:a\nb::")]
    [InlineData(">:1:a:name:")]
    [InlineData("{}")]
    [InlineData("[1, 2]")]
    public void Read_OtherText_IsNoTracer(string text) =>
        Assert.Equal(TracerResult.NoTracer, TracerReader.Read(Encoding.UTF8.GetBytes(text), s_thread, new Tracer(), out _));

    static List<string> Texts(TextList list)
    {
        var texts = new List<string>();
        for (var i = 0; list.TryGet(i, out var text); i++)
        {
            texts.Add(Encoding.UTF8.GetString(text));
        }

        return texts;
    }
}
