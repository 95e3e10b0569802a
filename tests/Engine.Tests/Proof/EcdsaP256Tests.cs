using Xunit;
using Zhirong.Engine.Proof;

namespace Zhirong.Engine.Tests.Proof;

/// <summary>Key and signatures of RFC 6979, A.2.5 (P-256, SHA-256): what others signed must verify.</summary>
public sealed class EcdsaP256Tests
{
    private static readonly byte[] Key = Convert.FromHexString("C9AFA9D845BA75166B5C215767B1D6934E50C3DB36E89B127B8A622B120F6721");

    private static readonly byte[] Public = Convert.FromHexString(
        "0460FED4BA255A9D31C961EB74C6356D68C049B8923B61FA6CE669622E60F29FB67903FE1008B8BC99A41AE9E95628BC64F2F1B20C2D7E9F5177A3C294D4462299");

    private static readonly byte[] Signature = Convert.FromHexString(
        "EFD48B2AACB6A8FD1140DD9CD45E81D69D2C877B56AAF991C34D0EA84EAF3716F7CB1C942D657C41D436C7A1B6E29F65F3E900DBB9AFF4064DC4AB2F843ACDA8");

    [Fact]
    public void PublicKey_OfTheRfc_IsItsPoint() => Assert.Equal(Convert.ToHexString(Public), Convert.ToHexString(EcdsaP256.PublicKey(Key)));

    [Fact]
    public void Verify_SignatureOfTheRfc_IsGoodAndBadWithAnyByteTurned()
    {
        Assert.True(EcdsaP256.Verify(Public, "sample"u8, Signature));
        Assert.False(EcdsaP256.Verify(Public, "samplf"u8, Signature));
        for (var at = 0; at < Signature.Length; at += 3)
        {
            byte[] turned = [.. Signature];
            turned[at] ^= 1;
            Assert.False(EcdsaP256.Verify(Public, "sample"u8, turned), $"byte {at}");
        }

        Assert.False(EcdsaP256.Verify(Public, "sample"u8, Signature.AsSpan(0, 63)));
    }

    [Fact]
    public void Sign_AnyMessage_VerifiesUnderItsKeyOnly()
    {
        var signature = EcdsaP256.Sign(Key, "知识产权"u8);

        Assert.Equal(64, signature.Length);
        Assert.True(EcdsaP256.Verify(Public, "知识产权"u8, signature));
        Assert.False(EcdsaP256.Verify(EcdsaP256.PublicKey(Enumerable.Repeat((byte)7, 32).ToArray()), "知识产权"u8, signature));
    }

    [Fact]
    public void IsPublicKey_OffTheCurve_IsNot()
    {
        Assert.True(EcdsaP256.IsPublicKey(Public));
        foreach (var at in (int[])[0, 1, 33, 64])
        {
            byte[] moved = [.. Public];
            moved[at] ^= 1;
            Assert.False(EcdsaP256.IsPublicKey(moved), $"byte {at}");
            Assert.False(EcdsaP256.Verify(moved, "sample"u8, Signature), $"byte {at}");
        }
    }

    [Theory]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000", false)]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000001", true)]
    [InlineData("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632550", true)]
    [InlineData("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", false)]
    public void IsPrivateKey_AroundTheOrder_IsBelowIt(string hex, bool ok) => Assert.Equal(ok, EcdsaP256.IsPrivateKey(Convert.FromHexString(hex)));
}
