using System.Text;
using Xunit;
using Zhirong.Engine.Basics;
using Zhirong.Platform.Access.Approvals.Routes;

namespace Zhirong.Modules.Tests.Approvals;

public sealed class RouteTests
{
    private const string Small = """
        schema: zhirong/approvals/v1
        code: small
        zh: 小路径
        en: Small routes
        version: 1
        dated: 2026-11-28
        source: {zh: 自编, en: our own}
        origin: made up
        rules:
          - {act: ledger.hold.place, zh: 预留, en: Hold, exempt: {zh: 可撤销, en: Can be undone}}
          - act: payments.batch.approve
            zh: 批准批次
            en: Approve a batch
            mandate: true
            levels:
              - up_to: 5000000.00
                steps:
                  - {kind: person, roles: [checker]}
              - decide_days: 10
                steps:
                  - {kind: investigators, roles: [investigator]}
                  - {kind: parallel, seats: [[risk], [approver, head]]}
                  - {kind: committee, roles: [member, head], quorum: 2/3, votes: ">1/2", recusal: lowers, veto: [head], chair: [head]}
        """;

    [Fact]
    public void Read_SmallFile_GivesItsRules()
    {
        var set = Read(Small).Value;
        Assert.Equal(("small", 1, new DateOnly(2026, 11, 28), 2), (set.Code, set.Version, set.Dated, set.Rules.Count));
        Assert.Equal(new Words("可撤销", "Can be undone"), set.Rules[0].Exempt);
        var rule = set.Rules[1];
        Assert.True(rule.Mandate);
        Assert.Equal([StepKind.Investigators, StepKind.Parallel, StepKind.Committee], rule.Levels[1].Steps.Select(s => s.Kind));
        Assert.Equal((10, 90), (rule.Levels[1].DecideDays, rule.Levels[1].ValidDays));
        Assert.Equal([["investigator"], ["investigator"]], rule.Levels[1].Steps[0].Seats);
        Assert.Equal([["risk"], ["approver", "head"]], rule.Levels[1].Steps[1].Seats);
        var ballot = rule.Levels[1].Steps[2].Ballot!;
        Assert.Equal((new(2, 3), new Threshold(1, 2, true), true, false), (ballot.Quorum, ballot.Votes, ballot.RecusalLowers, ballot.OfMembers));
    }

    [Theory]
    [InlineData("4999999.99", "person")]
    [InlineData("5000000.00", "person")]
    [InlineData("5000000.01", "investigators")]
    [InlineData("999999999.99", "investigators")]
    [InlineData(null, "investigators")]
    public void LevelOf_AroundTheLimit_TakesTheLevelToTheFen(string? amount, string first) =>
        Assert.Equal(first, Read(Small).Value.Rules[1].LevelOf(amount is null ? null : Money.Cny(decimal.Parse(amount))).Steps[0].Kind.Word());

    [Theory]
    [InlineData("schema: zhirong/approvals/v1", "schema: ipabs/v1", "APV-0201", "schema", "ipabs/v1")]
    [InlineData("version: 1\n", "version: 0\n", "FLD-0102", "version", "0")]
    [InlineData("dated: 2026-11-28", "dated: 2026-11-31", "FLD-0102", "dated", "2026-11-31")]
    [InlineData("source: {zh: 自编, en: our own}", "source: {zh: 自编}", "FLD-0101", "source.en", "—")]
    [InlineData("origin: made up\n", "", "FLD-0101", "origin", "—")]
    [InlineData("act: ledger.hold.place", "act: Ledger hold", "APV-0202", "rules[0].act", "Ledger hold")]
    [InlineData("act: ledger.hold.place", "act: payments.batch.approve", "APV-0203", "rules[1].act", "payments.batch.approve")]
    [InlineData(", exempt: {zh: 可撤销, en: Can be undone}", "", "APV-0204", "rules.ledger.hold.place.levels", "—")]
    [InlineData("exempt: {zh: 可撤销, en: Can be undone}", "exempt: {zh: '', en: Can be undone}", "APV-0210", "rules.ledger.hold.place.exempt.zh", "0")]
    [InlineData("exempt: {zh: 可撤销, en: Can be undone}", "exempt: {zh: 可撤销, en: Can be undone}, mandate: true", "APV-0204", "rules.ledger.hold.place.exempt", "exempt")]
    [InlineData("up_to: 5000000.00", "up_to: 5000000.001", "FLD-0102", "rules.payments.batch.approve.levels[0].up_to", "5000000.001")]
    [InlineData("- up_to: 5000000.00\n        steps", "- steps", "APV-0205", "rules.payments.batch.approve.levels[0].up_to", "—")]
    [InlineData("decide_days: 10", "up_to: 4000000.00", "APV-0205", "rules.payments.batch.approve.levels[1].up_to", "4000000.00")]
    [InlineData("decide_days: 10", "decide_days: 0", "FLD-0102", "rules.payments.batch.approve.levels[1].decide_days", "0")]
    [InlineData("kind: person", "kind: persons", "FLD-0103", "rules.payments.batch.approve.levels[0].steps[0].kind", "persons")]
    [InlineData("roles: [checker]", "roles: []", "APV-0207", "rules.payments.batch.approve.levels[0].steps[0].roles", "list[0]")]
    [InlineData("roles: [checker]", "roles: [checker, checker]", "APV-0207", "rules.payments.batch.approve.levels[0].steps[0].roles", "list[2]")]
    [InlineData("roles: [checker]", "roles: [复核]", "APV-0207", "rules.payments.batch.approve.levels[0].steps[0].roles", "复核")]
    [InlineData("seats: [[risk], [approver, head]]", "seats: [[risk]]", "APV-0206", "rules.payments.batch.approve.levels[1].steps[1].seats", "1")]
    [InlineData("quorum: 2/3", "quorum: 4/3", "APV-0208", "rules.payments.batch.approve.levels[1].steps[2].quorum", "4/3")]
    [InlineData("quorum: 2/3", "quorum: most", "APV-0208", "rules.payments.batch.approve.levels[1].steps[2].quorum", "most")]
    [InlineData("votes: \">1/2\"", "votes: \">2/2\"", "APV-0208", "rules.payments.batch.approve.levels[1].steps[2].votes", ">2/2")]
    [InlineData("votes: \">1/2\"", "votes: 1/0", "APV-0208", "rules.payments.batch.approve.levels[1].steps[2].votes", "1/0")]
    [InlineData("recusal: lowers", "recusal: lower", "FLD-0103", "rules.payments.batch.approve.levels[1].steps[2].recusal", "lower")]
    [InlineData("veto: [head]", "veto: [boss]", "APV-0209", "rules.payments.batch.approve.levels[1].steps[2].veto", "boss")]
    [InlineData("veto: [head]", "vetos: [head]", "FLD-0104", "rules.payments.batch.approve.levels[1].steps[2].vetos", "vetos")]
    public void Read_BrokenFile_NamesPlaceAndField(string found, string replacement, string code, string path, string raw)
    {
        var broken = Small.Replace(found, replacement, StringComparison.Ordinal);
        Assert.NotEqual(Small, broken);
        var refusals = Read(broken).Refusals;
        Assert.True(refusals.Any(r => (r.Code, r.Path, r.Found) == (code, path, raw) && r.Line > 0 && r.Expected.Zh.Length > 0), string.Join("\n", refusals.Select(r => $"{r.Line} {r.Path} {r.Code} {r.Found}")));
    }

    [Theory]
    [InlineData("", "DOC-0004")]
    [InlineData("[1, 2]", "FLD-0102")]
    [InlineData("schema: [", "DOC-0005")]
    [InlineData("schema: zhirong/approvals/v1\nrules: []", "APV-0211")]
    [InlineData("schema: zhirong/approvals/v1\nrules: [1, null, {}]", "FLD-0102")]
    [InlineData("schema: zhirong/approvals/v1\nrules: [{act: a.b, levels: [{steps: [{kind: committee}]}]}]", "FLD-0101")]
    public void Read_NoRoutesAtAll_IsRefused(string text, string code) =>
        Assert.Contains(Read(text).Refusals, r => r.Code == code);

    private static Result<RouteSet> Read(string text) => RouteReader.Read(Encoding.UTF8.GetBytes(text));
}
