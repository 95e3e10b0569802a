using Xunit;
using Zhirong.Engine.Basics.Documents;

namespace Zhirong.Engine.Tests.Documents;

public sealed class DocChangesTests
{
    [Theory]
    [InlineData("a: 1", "a: 1.00 # the same number", "")]
    [InlineData("a: 1", "a: '1'", "")]
    [InlineData("a: 1", "a: 2", "a 1>2")]
    [InlineData("a: 1", "b: 1", "a 1>; b >1")]
    [InlineData("a: {x: 1}", "a: 5", "a >5; a.x 1>")]
    [InlineData("a: 5", "a: {x: 1}", "a 5>; a.x >1")]
    [InlineData("a: {x: 1}", "a: [1, 2]", "a.x 1>; a.0 >1; a.1 >2")]
    [InlineData("a: [1, 2]", "a: [1, 3, 4]", "a.1 2>3; a.2 >4")]
    [InlineData("a: [{id: X, v: 1}, {id: Y, v: 2}]", "a: [{id: Y, v: 3}]", "a.X.id X>; a.X.v 1>; a.Y.v 2>3")]
    [InlineData("a: [{id: X, v: 1}, {id: Y, v: 2}]", "a: [{id: Y, v: 2}, {id: X, v: 1}]", "a X, Y>Y, X")]
    [InlineData("a: [{id: X}, {id: X}]", "a: [{id: X}]", "a.X.id >X; a.0.id X>; a.1.id X>")]
    [InlineData("1", "2", " 1>2")]
    [InlineData("word", "a: 1", " word>; a >1")]
    [InlineData("[1]", "word", " >word; 0 1>")]
    [InlineData("[1]", "a: 1", "0 1>; a >1")]
    [InlineData("{}", "a: {b: [{id: X}]}", "a.b.X.id >X")]
    public void Between_TwoDocuments_ListsEveryLeafThatDiffers(string before, string after, string expected)
    {
        var changes = DocChanges.Between(DocReader.Read(before).Value, DocReader.Read(after).Value);
        Assert.Equal(expected.Split("; ").Order(), string.Join("; ", changes.Select(c => $"{c.Path} {c.Before}>{c.After}")).Split("; ").Order());
    }

    [Fact]
    public void Between_ADocumentAndItself_IsNothing()
    {
        var deal = DocReader.Read(Repo.Read("cases", "S05", "deal.yaml")).Value;
        Assert.Empty(DocChanges.Between(deal, deal));
    }
}
