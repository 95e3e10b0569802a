using Xunit;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Tests.Storage;

/// <summary>Instants of queries: an offset must be said, and a day is one of Asia/Shanghai.</summary>
public sealed class QueryMomentTests
{
    [Theory]
    [InlineData("2026-12-31T16:00:00Z", "2026-12-31T16:00:00.0000000+00:00")]
    [InlineData("2026-12-31T16:00Z", "2026-12-31T16:00:00.0000000+00:00")]
    [InlineData("2026-12-31T16:00:00.123456+08:00", "2026-12-31T08:00:00.1234560+00:00")]
    [InlineData("2026-12-31", "2026-12-30T16:00:00.0000000+00:00")]
    [InlineData("2026-12-31T16:00:00", null)]
    [InlineData("2026-12-31 16:00:00", null)]
    [InlineData("31.12.2026", null)]
    [InlineData("16:00", null)]
    [InlineData("0001-01-01", null)]
    [InlineData("x", null)]
    public void From_AnyText_IsTheInstantItMeansOrARefusal(string text, string? instant)
    {
        var read = QueryMoment.From("from", text);
        Assert.Equal(instant is null ? "WEB-0106" : "", read.Ok ? "" : read.Refusals[0].Code);
        Assert.Equal(instant is null ? null : Instant.Of(DateTimeOffset.Parse(instant, null)), read.Ok ? read.Value : null);
    }

    [Fact]
    public void UpTo_ADay_IsItsLastMicrosecondInShanghai()
    {
        Assert.Equal(Instant.Of(DateTimeOffset.Parse("2026-12-31T16:00:00Z", null)) - 1, QueryMoment.UpTo("recorded", "2026-12-31").Value);
        Assert.Equal(Instant.Of(DateTimeOffset.Parse("2026-12-31T16:00:00Z", null)), QueryMoment.Before("to", "2026-12-31").Value);
        Assert.Equal(Instant.Of(DateTimeOffset.Parse("2026-12-31T16:00:00.001Z", null)) + 999, QueryMoment.UpTo("recorded", "2026-12-31T16:00:00.001Z").Value);
        Assert.Null(QueryMoment.UpTo("recorded", "").Value);
    }
}
