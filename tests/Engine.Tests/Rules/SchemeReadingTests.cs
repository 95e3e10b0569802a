using System.Text;
using Xunit;
using Zhirong.Engine.Rules.Sharing;
using Zhirong.Engine.Rules.Subsidies;
using static Zhirong.Engine.Tests.Rules.Schemes;

namespace Zhirong.Engine.Tests.Rules;

/// <summary>Files of schemes: what is shipped, what is refused with its place, what is unknown.</summary>
public sealed class SchemeReadingTests
{
    private static string Folder => Path.Combine(Repo.Root, "data", "schemes");

    [Fact]
    public void Shipped_EveryScheme_IsReadNamesItsSourceAndIsUnverified()
    {
        var subsidies = Directory.GetFiles(Path.Combine(Folder, "subsidy")).Select(f => (f, Head: SubsidyRuleReader.Read(File.ReadAllBytes(f)).Value.Head)).ToList();
        var shares = Directory.GetFiles(Path.Combine(Folder, "share")).Select(f => (f, Head: ShareRuleReader.Read(File.ReadAllBytes(f)).Value.Head)).ToList();
        Assert.Equal((18, 16), (subsidies.Count, shares.Count));
        Assert.All(subsidies.Concat(shares), s =>
        {
            Assert.Equal(Path.GetFileNameWithoutExtension(s.f), s.Head.Id);
            Assert.False(s.Head.Verified);
            Assert.NotEqual("", s.Head.Source);
            Assert.NotEqual(s.Head.Title.Zh, s.Head.Title.En);
        });
    }

    /// <summary>A scheme whose figures are not published gives neither an amount nor a part, whatever is known of the case.</summary>
    [Fact]
    public void Shipped_WithoutFigures_AnswerOpen()
    {
        foreach (var file in Directory.GetFiles(Path.Combine(Folder, "subsidy")))
        {
            var rule = SubsidyRuleReader.Read(File.ReadAllBytes(file)).Value;
            if (rule.Items.Count == 0)
            {
                var made = Aid(rule, "application.filed: 2026-03-01\napplication.event_year: 2025\nloan.fully_repaid: true\nloan.term_months: 12\naid.other: false");
                Assert.Equal((file, AidState.Open, null), (file, made.State, made.TotalFen));
            }
        }
    }

    [Theory]
    [InlineData("2026-02-09", "2025", AidState.Refused)]
    [InlineData("2026-02-10", "2025", AidState.Open)]
    [InlineData("2026-03-31", "2025", AidState.Open)]
    [InlineData("2026-04-01", "2025", AidState.Refused)]
    [InlineData("2026-03-01", "2024", AidState.Refused)]
    public void Window_AroundItsDays_TakesOrRefuses(string filed, string year, AidState state) =>
        Assert.Equal(state, Aid(Subsidy("ningbo-qianwan"), $"application.filed: {filed}\napplication.event_year: {year}").State);

    [Theory]
    [InlineData("subsidy", "xuchang-aid", "multiplier: 0.50", "multiplier: 11", "FLD-0102 items.valuation.multiplier")]
    [InlineData("subsidy", "xuchang-aid", "fact: paid.valuation_fee", "fact: paid.valuation", "SCH-0103 items.valuation.base.fact")]
    [InlineData("subsidy", "xuchang-aid", "fact: paid.valuation_fee", "fact: firm.size", "SCH-0104 items.valuation.base.fact")]
    [InlineData("subsidy", "xuchang-aid", "{id: premium_year,", "{id: valuation_year,", "FLD-0102 items.premium.caps.valuation_year.id")]
    [InlineData("subsidy", "xuchang-aid", "version:", "versoin:", "FLD-0101 version")]
    [InlineData("subsidy", "xuchang-aid", "amount: 100000}", "amount: 很多}", "FLD-0102 items.valuation.caps.valuation_year.amount")]
    [InlineData("subsidy", "qingdao-interest", "path: firm.is_patentee, is: true", "path: firm.is_patente, is: true", "RULE-0106 eligibility.patentee.path")]
    [InlineData("subsidy", "qingdao-interest", "ge: 1}", "ge: 1, le: 3}", "SCH-0110 eligibility.first_pledge")]
    [InlineData("subsidy", "qingdao-interest", "rate: lpr}", "rate: lrp}", "SCH-0108 items.interest.base.rate")]
    [InlineData("subsidy", "shenzhen-aid", "items: [interest, premium, guarantee_fee]", "items: [interest, premiun]", "SCH-0108 groups.together.items.1")]
    [InlineData("subsidy", "shenzhen-aid", "en: further loan, value", "en: further loan, when: loan.first, value", "SCH-0106 items.interest.multiplier")]
    [InlineData("subsidy", "ningbo-qianwan", "closes: 2026-03-31", "closes: 2026-02-09", "SCH-0109 windows.2025.closes")]
    [InlineData("subsidy", "ningbo-qianwan", "open:\n", "opens:\n", "FLD-0104 opens")]
    [InlineData("share", "zhongshan", "fund: 0.54", "fund: 0.5400001", "SCH-0101 tiers.rows.all.shares")]
    [InlineData("share", "zhongshan", "appraiser: 0.04", "appraisr: 0.04", "SCH-0102 tiers.rows.all.shares.appraisr")]
    [InlineData("share", "zhongshan", "residual: bank", "residual: bnak", "SCH-0102 residual")]
    [InlineData("share", "jiangsu-suzhidai", "up_to: 30000000", "up_to: 10000000", "SCH-0105 tiers.rows.large.up_to")]
    [InlineData("share", "shenzhen-sme-pool", "at_least: substandard", "at_least: bad", "FLD-0103 trigger.npl.at_least")]
    [InlineData("share", "zhuhai", "party: fund, scope: fund_balance", "party: bank, scope: fund_balance", "SCH-0102 limits.fund_balance.party")]
    public void Read_ABrokenRule_IsRefusedWithItsPlace(string kind, string name, string whole, string broken, string expected)
    {
        var text = Text(kind, name);
        Assert.Contains(whole, text, StringComparison.Ordinal);
        var bytes = Encoding.UTF8.GetBytes(text.Replace(whole, broken, StringComparison.Ordinal));
        var refusals = kind == "share" ? ShareRuleReader.Read(bytes).Refusals : SubsidyRuleReader.Read(bytes).Refusals;
        Assert.Contains(expected, refusals.Select(r => $"{r.Code} {r.Path}"));
        Assert.All(refusals.Where(r => r.Path.Length > 0), r => Assert.True(r.Line > 0, r.Path));
    }

    [Fact]
    public void Read_ARuleWithoutFiguresAndWithoutWords_IsRefused() =>
        Assert.Equal("SCH-0107", SubsidyRuleReader.Read("schema: zhirong/subsidy-rule/v1\nid: a\nversion: \"1\"\njurisdiction: CN\nsource: s\ndated: 2026-01-01\n"u8.ToArray()).Refusals.Single().Code);

    [Theory]
    [InlineData("loan.principle: 5", "SCH-0103 facts.loan.principle")]
    [InlineData("loan.principal: -5", "FLD-0102 facts.loan.principal")]
    [InlineData("loan.principal: 1.005", "FLD-0102 facts.loan.principal")]
    [InlineData("loan.principal: [5]", "FLD-0102 facts.loan.principal")]
    [InlineData("loan.principal: 1000000000000000", "FLD-0102 facts.loan.principal")]
    [InlineData("firm.size: 小", "FLD-0103 facts.firm.size")]
    [InlineData("loan.first: maybe", "FLD-0102 facts.loan.first")]
    [InlineData("loan.signed: 2024-02-30", "FLD-0102 facts.loan.signed")]
    [InlineData("loan: {principal: 5}\nloan.principal: 6", "SCH-0201 facts.loan.principal")]
    [InlineData("used: {firm_yaer: 5}", "SCH-0108 used.firm_yaer")]
    public void Sheet_OfAWrongFact_IsRefusedWithItsPlace(string facts, string expected)
    {
        var rule = Subsidy("qingdao-interest");
        Assert.Contains(expected, Sheet(facts, rule.Vocabulary, rule.CountedCaps).Refusals.Select(r => $"{r.Code} {r.Path}"));
    }

    /// <summary>Each fact taken away leaves the answer open, names that fact and states no amount.</summary>
    [Theory]
    [InlineData("firm.is_patentee", "186000.00")]
    [InlineData("pledge.first_time_patents", "186000.00")]
    [InlineData("loan.principal", "?")]
    [InlineData("loan.signed", "?")]
    [InlineData("used", "186000.00")]
    public void Aid_WithAFactUnknown_IsOpenAndNeverZero(string unknown, string atMost)
    {
        string[] facts = ["firm.is_patentee: true", "pledge.first_time_patents: 1", "loan.signed: 2024-12-05", "loan.principal: 10000000", "used: {}"];
        Assert.Equal("186000.00", Yuan(Aid(Subsidy("qingdao-interest"), string.Join('\n', facts)).TotalFen));
        var made = Aid(Subsidy("qingdao-interest"), string.Join('\n', facts.Where(f => !f.StartsWith(unknown + ":", StringComparison.Ordinal))));
        Assert.Equal((AidState.Open, null, atMost), (made.State, made.TotalFen, Yuan(made.AtMostFen)));
        Assert.Contains(made.Missing, m => m.StartsWith(unknown, StringComparison.Ordinal));
    }

    /// <summary>What is known to fail is refused although other facts are unknown.</summary>
    [Fact]
    public void Aid_WithACondtionKnownToFail_IsRefusedAtOnce() =>
        Assert.Equal((AidState.Refused, 0L), (Aid(Subsidy("qingdao-interest"), "firm.is_patentee: false") is var made ? made.State : default, made.TotalFen));

    [Fact]
    public void Aid_OnTheDrawnBalance_CountsItsDays()
    {
        var rule = SubsidyOf(Text("subsidy", "sichuan-tianfu").Replace("percent: 0.015}", "percent: 0.015}\n    time: {basis: ACT/360, accrue: balances, max_months: 3}", StringComparison.Ordinal));
        const string Facts = "loan.principal: 1000000\nloan.rate: 0.045\nloan.fee_rate: 0.01\nloan.term_months: 12\nloan.signed: 2025-06-01\nloan.drawn: 2025-06-10\nloan.due: 2026-06-10\n";
        // 30 days on 1,000,000 and 62 on 500,000, then the three months are over.
        Assert.Equal("2541.67", Yuan(Aid(rule, Facts + "balances: [{from: 2025-06-01, balance: 1000000}, {from: 2025-07-10, balance: 500000}, {from: 2025-09-10, balance: 999999}]").TotalFen));
        Assert.Contains("balances", Aid(rule, Facts).Missing);
    }

    [Fact]
    public void Loss_ByMarginalTiers_SharesEachSlice()
    {
        var rule = ShareOf(Text("share", "jiangsu-suzhidai").Replace("mode: whole", "mode: marginal", StringComparison.Ordinal));
        var made = Loss(rule, "loan.term_months: 12\nloan.rate: 0.03\nloan.signed: 2024-03-01\nloan.balance: 20000000\nloss.principal: 20000000");
        Assert.Equal("fund 13000000.00, bank 7000000.00", Parts(made, p => p.TotalFen));
    }

    [Fact]
    public void Loss_OfLayersAndChains_IsCutWhereTheyAttach()
    {
        const string Head = "schema: zhirong/share-rule/v1\nid: r\nversion: \"1\"\njurisdiction: CN\nsource: s\ndated: 2026-01-01\nparties: [{id: bank}, {id: fund}, {id: insurer}]\nresidual: bank\nloss: {of: principal}\n";
        var layered = ShareOf(Head + "layers: [{id: first, from: 0, to: 100, shares: {bank: 1}}, {id: second, from: 100, to: 1000, shares: {fund: 0.5, insurer: 0.5}}, {id: rest, from: 1000, shares: {bank: 1}}]\n");
        Assert.Equal("bank 100.00, fund 0.00, insurer 0.00", Parts(Loss(layered, "loss.principal: 100"), p => p.TotalFen));
        Assert.Equal("bank 100.00, fund 450.00, insurer 450.00", Parts(Loss(layered, "loss.principal: 1000"), p => p.TotalFen));
        Assert.Equal("bank 100.01, fund 450.00, insurer 450.00", Parts(Loss(layered, "loss.principal: 1000.01"), p => p.TotalFen));
        Assert.Equal("bank 0.01, fund 100.00, insurer 100.00", Parts(Loss(layered, "loss.principal: 1000.01\nrecovery.gross: 200.01\nrecovery.costs: 0"), p => p.ReturnedFen));
        // The insurer half, the fund four tenths of what remains; what a limit cuts is left to those after.
        var chained = ShareOf(Head + "tiers: {by: loss.base, rows: [{id: all, chain: [{party: insurer, share: 0.5}, {party: fund, share: 0.4}]}]}\nlimits: [{id: most, party: insurer, scope: loan, amount: 600}]\n");
        Assert.Equal("bank 300.00, fund 200.00, insurer 500.00", Parts(Loss(chained, "loss.principal: 1000"), p => p.TotalFen));
        Assert.Equal("bank 840.00, fund 560.00, insurer 600.00", Parts(Loss(chained, "loss.principal: 2000"), p => p.TotalFen));
    }

    [Theory]
    [InlineData("recovery.gross: 100\nrecovery.costs: 100.01", "SCH-0203")]
    [InlineData("loss.ip_principal: 3000000.01", "SCH-0204")]
    public void Loss_OfContradictingFacts_IsRefused(string facts, string code)
    {
        var rule = ShareOf(Text("share", "zhongshan").Replace("loss: {of: principal}", facts.StartsWith("loss", StringComparison.Ordinal) ? "loss: {of: principal, ip_portion_only: true}" : "loss: {of: principal}", StringComparison.Ordinal));
        Assert.Equal(code, LossSharing.Of(rule, Sheet($"loss.principal: 3000000\n{facts}", rule.Vocabulary, []).Value, Rates).Refusals.Single().Code);
    }

    [Fact]
    public void Loss_AboveTheFirmsLimit_FallsOnTheBank()
    {
        var rule = ShareOf(Text("share", "zhongshan") + "limits:\n  - {id: firm, zh: 单户, en: a firm, party: fund, scope: firm, amount: 2000000}\n");
        Assert.Equal("fund 1620000.00, bank 780000.00, insurer 480000.00, appraiser 120000.00", Parts(Loss(rule, "loss.principal: 3000000\nused: {firm: 380000}"), p => p.TotalFen));
        Assert.Equal("fund 1619999.99, bank 780000.01, insurer 480000.00, appraiser 120000.00", Parts(Loss(rule, "loss.principal: 3000000\nused: {firm: 380000.01}"), p => p.TotalFen));
        Assert.Equal(ShareState.Open, Loss(rule, "loss.principal: 3000000").State);
    }
}
