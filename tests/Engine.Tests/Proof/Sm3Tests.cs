using System.Text;
using Xunit;
using Zhirong.Engine.Proof;

namespace Zhirong.Engine.Tests.Proof;

public sealed class Sm3Tests
{
    public static TheoryData<string, string> Golden()
    {
        var data = new TheoryData<string, string>();
        foreach (var row in Repo.Golden("sm2-sm3.json").GetProperty("sm3").EnumerateArray())
        {
            var hex = row.GetProperty("msgHex").GetString() ?? Convert.ToHexString(Encoding.ASCII.GetBytes(new string('a', 1_000_000)));
            data.Add(hex, row.GetProperty("digest").GetString()!);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Golden), DisableDiscoveryEnumeration = true)]
    public void Hash_GoldenMessage_GivesItsDigest(string hex, string digest) => Assert.Equal(digest, Sm3.Hash(Convert.FromHexString(hex)).ToString());

    [Fact]
    public void Append_AnySplit_GivesTheHashOfTheWhole()
    {
        var message = new byte[300];
        new Random(32905).NextBytes(message);
        for (var length = 0; length <= message.Length; length++)
        {
            var whole = Sm3.Hash(message.AsSpan(0, length));
            foreach (var piece in (int[])[1, 3, 55, 56, 63, 64, 65, 128])
            {
                var sm3 = new Sm3();
                for (var at = 0; at < length; at += piece)
                {
                    sm3.Append(message.AsSpan(at, Math.Min(piece, length - at)));
                }

                Assert.Equal(whole, sm3.Finish());
            }
        }
    }

    [Fact]
    public void Pair_TwoDigests_IsTheHashOfTheir65Bytes()
    {
        var (left, right) = (Sm3.Hash("left"u8), Sm3.Hash("right"u8));

        Assert.Equal(Sm3.Hash([1, .. left.Bytes, .. right.Bytes]), Sm3.Pair(1, left, right));
        Assert.NotEqual(Sm3.Pair(0, left, right), Sm3.Pair(1, left, right));
        Assert.NotEqual(Sm3.Pair(1, right, left), Sm3.Pair(1, left, right));
    }

    [Theory]
    [InlineData("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0", true)]
    [InlineData("66C7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0", false)]
    [InlineData("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e", false)]
    [InlineData("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e000", false)]
    [InlineData("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8g0", false)]
    [InlineData("", false)]
    public void TryParse_OneSpellingOnly_IsADigest(string hex, bool ok)
    {
        Assert.Equal(ok, Digest.TryParse(hex, out var digest));
        Assert.Equal(ok ? hex : default(Digest).ToString(), digest.ToString());
    }
}
