using System.Text;
using Xunit;
using Zhirong.Engine.Proof;

namespace Zhirong.Engine.Tests.Proof;

public sealed class BundleVerificationTests
{
    private static readonly LogSample Log = new(300);

    private static readonly LogSample Other = new(300, seed: 2);

    private static readonly EvidenceBundle Good = Log.Bundle(300, 260, 7, 256, 299);

    private static ProofReport Verify(EvidenceBundle bundle, LogIdentity? pinned = null, params KnownCheckpoint[] known) =>
        BundleVerification.Full.Verify(bundle.ToBytes(), pinned, known).Value;

    private static BundleVerification Without(string family) => new([.. BundleVerification.All.Where(check => check.Family != family)]);

    [Fact]
    public void Verify_GoodBundle_PassesEveryCheckByName()
    {
        var report = Verify(Good, Log.Log);

        Assert.Equal((true, true), (report.Passed, report.IsPinned));
        Assert.All(report.Checks, check => Assert.Equal(CheckState.Pass, check.State));
        string[] items = [.. Enumerable.Range(0, 3).SelectMany(i => (string[])[$"items[{i}].leaf.sha256", $"items[{i}].leaf.sm3"]),
            .. Enumerable.Range(0, 3).Select(i => $"items[{i}].content"),
            .. Enumerable.Range(0, 3).SelectMany(i => (string[])[$"items[{i}].inclusion.sha256", $"items[{i}].inclusion.sm3"])];
        Assert.Equal(
            ["form", "keys", "trust", "signature.ecdsa-p256-sha256", "signature.sm2-sm3", "origin", .. items,
                "earlier.signature.ecdsa-p256-sha256", "earlier.signature.sm2-sm3", "earlier.consistency.sha256", "earlier.consistency.sm3"],
            report.Checks.Select(check => check.Name));
    }

    [Fact]
    public void Verify_WithoutPinnedLog_SaysThatTheSignerIsNotPinned()
    {
        var report = Verify(Good);

        Assert.Equal((true, false), (report.Passed, report.IsPinned));
        var trust = Assert.Single(report.Checks, check => check.State == CheckState.Skipped);
        Assert.Equal("trust", trust.Name);
        Assert.Contains("not pinned", trust.Message.En, StringComparison.Ordinal);
    }

    /// <summary>A file of nothing but fields that do not belong there is given up after a hundred, without being gone through.</summary>
    [Fact]
    public void Verify_AFileOfUnknownFields_IsGivenUpEarly()
    {
        const int Fields = 300_000;
        var text = new StringBuilder("{\"schema\":\"zhirong/evidence-bundle/v1\"");
        for (var n = 0; n < Fields; n++)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $",\"unknown field number {n}\":{{\"a\":1.5}}");
        }

        var bytes = Encoding.UTF8.GetBytes(text.Append('}').ToString());
        var before = GC.GetAllocatedBytesForCurrentThread();
        var form = BundleVerification.Full.Verify(bytes).Value.Checks[0];
        Assert.Equal(("form", CheckState.Fail), (form.Name, form.State));
        Assert.Contains("(and 99 more)", form.Message.En, StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 10L * bytes.Length);
    }

    [Fact]
    public void Bundle_WrittenAndRead_IsTheSameCanonicalJson()
    {
        var bytes = Good.ToBytes();

        Assert.Equal(Encoding.UTF8.GetString(CanonicalJson.Of(bytes).Value), Encoding.UTF8.GetString(bytes));
        Assert.Equal(bytes, EvidenceBundle.Read(bytes).Value.ToBytes());
        Assert.Equal(Log.Log.ToBytes(), LogIdentity.Read(Log.Log.ToBytes()).Value.ToBytes());
        Assert.Equal(Log.Log.ToBytes(), CanonicalJson.Of(Log.Log.ToBytes()).Value);
        Assert.Equal(Good.Signed.ToBytes(), SignedCheckpoint.Read(CanonicalJson.Of(Good.Signed.ToBytes()).Value).Value.ToBytes());
        Assert.Equal(Good.Signed.Checkpoint, Checkpoint.Read(CanonicalJson.Of(Good.Signed.Checkpoint.ToBytes()).Value).Value);
        Assert.Equal(Log.Leaves[3], EvidenceLeaf.Read(CanonicalJson.Of(Log.Leaves[3].ToBytes()).Value).Value);
    }

    [Theory]
    [InlineData("", "", "")]
    [InlineData("", "\n", "")]
    [InlineData("", "\n\n", "form")]
    [InlineData("", " ", "form")]
    [InlineData("", "\r\n", "form")]
    [InlineData("\n", "", "form")]
    public void Verify_WhiteSpaceAround_IsOneLineEndAtMost(string before, string after, string failing) => Assert.Equal(
        failing, string.Join(' ', BundleVerification.Full.Verify((byte[])[.. Encoding.ASCII.GetBytes(before), .. Good.ToBytes(), .. Encoding.ASCII.GetBytes(after)]).Value.Failing));

    [Fact]
    public void Verify_AnotherLog_FailsTrustAlone()
    {
        Assert.Equal(["trust"], Verify(Good, Other.Log).Failing);
        Assert.Equal(["trust"], Verify(Good, Log.Log with { Keys = Other.Log.Keys }).Failing);
        Assert.Equal(["trust"], Verify(Good, Log.Log with { Keys = [Log.Log.Keys[0], Other.Log.Keys[1]] }).Failing);
        Assert.Equal(["trust"], Verify(Good, Log.Log with { Origin = Other.Log.Origin }).Failing);
        Assert.True(Without("trust").Verify(Good.ToBytes(), Other.Log).Value.Passed);
    }

    [Fact]
    public void Verify_LeafOfAnotherLog_FailsInclusionOfThatItem()
    {
        var transplanted = Good with { Items = [Good.Items[0], Other.Item(256, 300), Good.Items[2]] };

        Assert.Equal(["items[1].inclusion.sha256", "items[1].inclusion.sm3"], Verify(transplanted).Failing);
    }

    [Fact]
    public void Verify_LeafAtAnotherIndex_FailsInclusion() => Assert.Equal(
        ["items[0].inclusion.sha256", "items[0].inclusion.sm3"],
        Verify(Good with { Items = [Good.Items[0] with { Index = 6 }, .. Good.Items.Skip(1)] }).Failing);

    [Fact]
    public void Verify_EarlierOfAForkedLog_FailsConsistency()
    {
        // The log was signed once as another history of the same origin and keys.
        var fork = new LogSample(300, seed: 3);
        var older = fork.Checkpoint(260).Checkpoint with { Origin = Log.Log.Origin };
        var forked = Good with { Earlier = new(SignedCheckpoint.Sign(older, Log.Signers), Good.Earlier!.Consistency) };

        Assert.Equal(["earlier.consistency.sha256", "earlier.consistency.sm3"], Verify(forked).Failing);
        Assert.True(Without("earlier.consistency").Verify(forked.ToBytes()).Value.Passed);
    }

    [Fact]
    public void Verify_OneTreeForkedOnly_FailsThatTree()
    {
        var roots = Good.Earlier!.Signed.Checkpoint.Roots with { Sm3 = Good.Earlier.Signed.Checkpoint.Roots.Sha256 };
        var forked = Good with { Earlier = Good.Earlier with { Signed = SignedCheckpoint.Sign(Good.Earlier.Signed.Checkpoint with { Roots = roots }, Log.Signers) } };

        Assert.Equal(["earlier.consistency.sm3"], Verify(forked).Failing);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(300, true)]
    [InlineData(301, false)]
    public void Verify_EarlierOfAnySize_IsFromOneToTheSize(int size, bool good)
    {
        var older = Good.Signed.Checkpoint with { Size = size };
        var bundle = Good with { Earlier = new(SignedCheckpoint.Sign(older, Log.Signers), new([], [])) };

        Assert.Equal(good ? [] : ["earlier.consistency.sha256", "earlier.consistency.sm3"], Verify(bundle).Failing);
    }

    [Fact]
    public void Verify_ErasedContent_PassesAndSkipsTheContent()
    {
        var report = Verify(Good with { Items = [Log.Item(7, 300, erased: true), Good.Items[1]] }, Log.Log);

        Assert.True(report.Passed);
        Assert.Equal(["items[0].content"], report.Checks.Where(check => check.State == CheckState.Skipped).Select(check => check.Name));
    }

    [Fact]
    public void Verify_FingerprintChangedEverywhere_IsForKeysToFind()
    {
        var fingerprint = Good.Log.Keys[1].Fingerprint;
        var bytes = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Good.ToBytes()).Replace(fingerprint, new string('0', 32), StringComparison.Ordinal));

        Assert.Equal(["keys"], BundleVerification.Full.Verify(bytes).Value.Failing);
        Assert.True(Without("keys").Verify(bytes).Value.Passed);
    }

    [Fact]
    public void Verify_KeyOrSignatureLeftOut_FailsWhatItWasFor()
    {
        var noKey = Good with { Log = Good.Log with { Keys = [Good.Log.Keys[0]] } };
        Assert.Equal(["keys", "signature.sm2-sm3", "earlier.signature.sm2-sm3"], Verify(noKey).Failing);

        var twice = Good with { Signed = Good.Signed with { Signatures = [Good.Signed.Signatures[0], Good.Signed.Signatures[0]] } };
        Assert.Equal(["signature.ecdsa-p256-sha256", "signature.sm2-sm3"], Verify(twice).Failing);

        var none = Good with { Signed = Good.Signed with { Signatures = [] } };
        Assert.Equal(["signature.ecdsa-p256-sha256", "signature.sm2-sm3"], Verify(none).Failing);
    }

    [Fact]
    public void Verify_KnownCheckpoint_ShowsAForkOfTheSameSize()
    {
        KnownCheckpoint Known(SignedCheckpoint signed) => KnownCheckpoint.Read(signed.ToBytes()).Value;
        var fork = new LogSample(300, seed: 3);
        var forked = SignedCheckpoint.Sign(fork.Checkpoint(300).Checkpoint with { Origin = Log.Log.Origin }, Log.Signers);
        var strange = SignedCheckpoint.Sign(Good.Signed.Checkpoint, Other.Signers);

        Assert.True(Verify(Good, null, Known(Log.Checkpoint(300)), Known(Log.Checkpoint(260)), KnownCheckpoint.Read(Good.ToBytes()).Value).Passed);
        Assert.Equal(CheckState.Skipped, Verify(Good, null, Known(Log.Checkpoint(299))).Checks[^1].State);
        Assert.Equal(["known[1]", "known[2]", "known[3]"], Verify(Good, null, Known(Log.Checkpoint(300)), Known(forked), Known(Other.Checkpoint(300)), Known(strange)).Failing);
        Assert.True(Without("known").Verify(Good.ToBytes(), null, [Known(forked)]).Value.Passed);
        Assert.Equal(["known[0]"], Verify(Good, null, KnownCheckpoint.Read(forked.Checkpoint.ToBytes()).Value).Failing);
    }

    [Theory]
    [InlineData("\"salt\":\"", "\"salt\":null,\"salt\":\"", "form")]
    [InlineData("\"earlier\":", "\"earlier\":null,\"earlier\":", "form")]
    [InlineData("\"index\":7", "\"index\":7.0", "form")]
    [InlineData("\"index\":7", "\"index\":-7", "form")]
    [InlineData("\"index\":7", "\"index\":\"7\"", "form")]
    [InlineData("\"index\":7,", "", "form")]
    [InlineData("\"index\":7", "\"index\":7,\"indey\":7", "form")]
    [InlineData("\"by\":\"本机用户\"", "\"by\":\"\"", "form")]
    [InlineData("12:00:00.007123Z", "12:00:00.007123+00:00", "form")]
    [InlineData("12:00:00.007123Z", "24:00:00.007123Z", "form")]
    [InlineData("12:00:00.007123Z", "12:00:00.007Z", "form")]
    [InlineData("\"n\":7", "\"n\":7.5", "form items[0].content")]
    [InlineData("\"n\":7", "\"n\":8", "items[0].content")]
    [InlineData("\"n\":7", "\"n\": 7", "form")]
    [InlineData("\"第 7", "\"\\u7b2c 7", "form")]
    [InlineData("zhirong/evidence/v1", "zhirong/evidence/v2", "form")]
    public void Verify_ValuesOutOfForm_AreNamedByTheForm(string found, string replacement, string failing)
    {
        var text = Encoding.UTF8.GetString(Good.ToBytes());
        var at = text.IndexOf(found, StringComparison.Ordinal);
        Assert.True(at >= 0, found);

        var report = BundleVerification.Full.Verify(Encoding.UTF8.GetBytes(string.Concat(text.AsSpan(0, at), replacement, text.AsSpan(at + found.Length)))).Value;

        Assert.Equal(failing, string.Join(' ', report.Failing));
    }

    [Theory]
    [InlineData("", "EVD-0203")]
    [InlineData("not json", "EVD-0203")]
    [InlineData("{}", "EVD-0206")]
    [InlineData("[]", "EVD-0206")]
    [InlineData("{\"schema\":\"zhirong/checkpoint/v1\"}", "EVD-0206")]
    [InlineData("{\"schema\":1}", "EVD-0206")]
    public void Verify_WhatIsNoBundle_IsRefused(string text, string code) =>
        Assert.Equal(code, Assert.Single(BundleVerification.Full.Verify(Encoding.UTF8.GetBytes(text)).Refusals).Code);

    [Fact]
    public void Read_LogKeyFileOutOfForm_IsRefusedWithItsField()
    {
        var text = Encoding.UTF8.GetString(Log.Log.ToBytes());
        var key = Log.Log.Keys[0];
        string Code(string changed) => LogIdentity.Read(Encoding.UTF8.GetBytes(changed)).Refusals is [var first, ..] ? $"{first.Code} {first.Path}" : "";

        Assert.Equal("", Code(text));
        Assert.Equal("EVD-0207 keys", Code(text.Replace(key.Fingerprint, new string('a', 32), StringComparison.Ordinal)));
        Assert.Equal("EVD-0207 origin", Code(text.Replace("zhirong/019", "zhirong/X19", StringComparison.Ordinal)));
        Assert.Equal("EVD-0207 ", Code(" " + text));
        Assert.Equal("EVD-0206 schema", Code(text.Replace("evidence-log", "evidence-lag", StringComparison.Ordinal)));
    }
}
