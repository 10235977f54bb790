using System.Text;
using Mesoscope.Query.Filters.Evaluation;

namespace Mesoscope.Query.Tests.Filters.Evaluation;

public sealed class ByteStringSetTests
{
    [Fact]
    public void Contains_RandomMembers_AgreesWithAHashSet()
    {
        var random = new Random(3);
        for (var round = 0; round < 200; round++)
        {
            var members = Enumerable.Range(0, random.Next(30)).Select(_ => Word(random)).ToHashSet();
            var set = new ByteStringSet(members.Select(Encoding.ASCII.GetBytes).ToList());
            for (var i = 0; i < 100; i++)
            {
                var word = Word(random);
                Assert.Equal(members.Contains(word), set.Contains(Encoding.ASCII.GetBytes(word)));
            }

            Assert.All(members, member => Assert.True(set.Contains(Encoding.ASCII.GetBytes(member))));
        }
    }

    static string Word(Random random) => new((char)('a' + random.Next(3)), random.Next(80));
}
