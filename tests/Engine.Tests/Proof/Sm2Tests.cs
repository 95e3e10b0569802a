using System.Numerics;
using System.Text;
using System.Text.Json;
using Xunit;
using Zhirong.Engine.Proof;

namespace Zhirong.Engine.Tests.Proof;

public sealed class Sm2Tests
{
    private static readonly JsonElement Sign = Repo.Golden("sm2-sm3.json").GetProperty("sm2").GetProperty("sign");

    private static readonly byte[] Key = Bytes("privateKey");

    private static readonly byte[] Public = [4, .. Bytes("publicX"), .. Bytes("publicY")];

    private static readonly byte[] User = Encoding.ASCII.GetBytes(Sign.GetProperty("userId").GetString()!);

    private static readonly byte[] Message = Encoding.ASCII.GetBytes(Sign.GetProperty("message").GetString()!);

    private static readonly BigInteger Order = new(Convert.FromHexString("FFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFF7203DF6B21C6052B53BBF40939D54123"), true, true);

    private static byte[] Bytes(string name) => Convert.FromHexString(Sign.GetProperty(name).GetString()!);

    private static byte[] Number(BigInteger number)
    {
        var bytes = number.ToByteArray(true, true);
        return [.. new byte[32 - bytes.Length], .. bytes];
    }

    [Fact]
    public void PublicKey_OfTheStandard_IsItsPoint() => Assert.Equal(Convert.ToHexString(Public), Convert.ToHexString(Sm2.PublicKey(Key)));

    [Fact]
    public void Z_OfTheStandard_IsItsHash()
    {
        Assert.Equal(new Digest(Bytes("ZA")), Sm2.Z(Public, User));
        Assert.Equal(new Digest(Bytes("e")), Sm2.Hash(Public, User, Message));
        Assert.True(User.AsSpan().SequenceEqual(Sm2.DefaultUser));
    }

    [Fact]
    public void SignHash_WithTheNonceOfTheStandard_IsItsSignature() => Assert.Equal(
        Convert.ToHexString([.. Bytes("r"), .. Bytes("s")]), Convert.ToHexString(Sm2.SignHash(Key, new(Bytes("e")), Bytes("k"))!));

    [Fact]
    public void Verify_SignatureOfTheStandard_IsGood() => Assert.True(Sm2.Verify(Public, User, Message, [.. Bytes("r"), .. Bytes("s")]));

    [Fact]
    public void Verify_AnyBitTurned_IsBad()
    {
        byte[] signature = [.. Bytes("r"), .. Bytes("s")];
        for (var bit = 0; bit < signature.Length * 8; bit += 5)
        {
            signature[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.False(Sm2.Verify(Public, User, Message, signature), $"bit {bit}");
            signature[bit / 8] ^= (byte)(1 << (bit % 8));
        }

        Assert.False(Sm2.Verify(Public, User, [.. Message, 0], signature));
        Assert.False(Sm2.Verify(Public, [.. User, (byte)'0'], Message, signature));
        Assert.False(Sm2.Verify(Sm2.PublicKey(Number(7)), User, Message, signature));
        Assert.True(Sm2.Verify(Public, User, Message, signature));
    }

    [Fact]
    public void Sign_RandomKeysAndMessages_VerifiesAndNeverVaries()
    {
        const int Seed = 32918;
        var luck = new Random(Seed);
        for (var round = 0; round < 20; round++)
        {
            var (key, message) = (new byte[32], new byte[luck.Next(200)]);
            luck.NextBytes(key);
            key[0] &= 0x7f;
            luck.NextBytes(message);

            var signature = Sm2.Sign(key, User, message);

            Assert.True(Sm2.Verify(Sm2.PublicKey(key), User, message, signature), $"seed {Seed} round {round}");
            Assert.Equal(signature, Sm2.Sign(key, User, message));
            Assert.NotEqual(signature[..32], Sm2.Sign(key, User, [.. message, 1])[..32]);
        }
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(-1, false)]
    [InlineData(-2, true)]
    public void IsPrivateKey_AroundTheOrder_IsFromOneToTwoBelow(int offset, bool ok)
    {
        var key = Number(offset >= 0 ? offset : Order + offset);

        Assert.Equal(ok, Sm2.IsPrivateKey(key));
        Assert.False(Sm2.IsPrivateKey(Number(Order)));
        if (!ok)
        {
            Assert.Throws<ArgumentException>(() => Sm2.PublicKey(key));
        }
        else
        {
            Assert.True(Sm2.Verify(Sm2.PublicKey(key), User, Message, Sm2.Sign(key, User, Message)));
        }
    }

    [Fact]
    public void PublicKey_LastButOne_MirrorsTheFirst()
    {
        // (n - 2)G = -(2G): the same x, the other y.
        var (two, mirrored) = (Sm2.PublicKey(Number(2)), Sm2.PublicKey(Number(Order - 2)));

        Assert.Equal(two[..33], mirrored[..33]);
        Assert.NotEqual(two[33..], mirrored[33..]);
    }

    [Fact]
    public void IsPublicKey_OffTheCurve_IsNot()
    {
        Assert.True(Sm2.IsPublicKey(Public));
        foreach (var at in (int[])[0, 1, 32, 33, 64])
        {
            byte[] moved = [.. Public];
            moved[at] ^= 1;
            Assert.False(Sm2.IsPublicKey(moved), $"byte {at}");
        }

        Assert.False(Sm2.IsPublicKey([4, .. new byte[64]]));
        Assert.False(Sm2.IsPublicKey([4, .. Enumerable.Repeat((byte)0xff, 64)]));
        Assert.False(Sm2.IsPublicKey(Public.AsSpan(0, 64)));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(1, false)]
    public void Verify_ZeroOrTheOrderItself_IsNoNumberOfASignature(int half, bool zero)
    {
        byte[] signature = [.. Bytes("r"), .. Bytes("s")];

        Number(zero ? 0 : Order).CopyTo(signature, half * 32);

        Assert.False(Sm2.Verify(Public, User, Message, signature));
    }
}
