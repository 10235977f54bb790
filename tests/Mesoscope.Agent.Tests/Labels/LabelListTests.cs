using Mesoscope.Agent.Labels;

namespace Mesoscope.Agent.Tests.Labels;

public sealed class LabelListTests
{
    [Fact]
    public void ToList_LabelsOfOthers_LeavesOutWhatDoesNotTravel()
    {
        var filter = new LabelFilter(new LabelLimits { MaxCount = 3 });
        var list = new LabelList(filter)
            .Add("container.id", "a")
            .AddForeign("container.label.", "DCOS_PACKAGE_METADATA", "kilobytes")
            .AddForeign("container.label.", "long", new string('x', 513))
            .AddForeign("container.label.", "b", "2")
            .AddForeign("container.label.", "a", "1")
            .AddForeign("container.label.", "c", "3")
            .ToList();
        Assert.Equal(["container.id=a", "container.label.a=1", "container.label.b=2"], list.Select(static label => $"{label.Name}={label.Value}"));
        // What the settings leave out is no loss; the long value and the fourth label are.
        Assert.Equal(2, filter.RefusedCount);
    }

    [Fact]
    public void Add_SameNameTwice_TheFirstCounts() =>
        Assert.Equal("1", Assert.Single(new LabelList(new LabelFilter(new LabelLimits())).Add("a", "1").Add("a", "2").Add("b", "").ToList()).Value);
}
