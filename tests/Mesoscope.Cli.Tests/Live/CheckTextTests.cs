using Mesoscope.Cli.Live;
using Mesoscope.Kernel.Features;
using Mesoscope.Query.Text;

namespace Mesoscope.Cli.Tests.Live;

public sealed class CheckTextTests
{
    [Theory]
    [InlineData(FeatureState.Works, FeatureState.Works, "A live capture can be made here, with typed hooks (tp_btf).\n")]
    [InlineData(FeatureState.Fails, FeatureState.Works, "A live capture can be made here, with raw hooks (raw_tp).\n")]
    [InlineData(FeatureState.Fails, FeatureState.Fails, "A live capture cannot be made here.\n")]
    public void Append_HooksThatWorkOrNot_EndsWithThoseInUse(FeatureState typed, FeatureState raw, string end)
    {
        var output = new Utf8Writer();
        KernelFeature[] features =
        [
            new(KernelFeatures.TypedHooks, typed, raw != FeatureState.Works, "5.11", ""),
            new(KernelFeatures.RawHooks, raw, typed != FeatureState.Works, "5.8", ""),
        ];

        CheckText.Append(output, features);

        Assert.EndsWith(end, System.Text.Encoding.UTF8.GetString(output.Written), StringComparison.Ordinal);
    }
}
