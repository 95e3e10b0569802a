using Xunit;
using Zhirong.Engine.Waterfall;

namespace Zhirong.Engine.Tests.Waterfall;

/// <summary>Scenario files: what does not fit the deal is refused in the scenario, and what is set is what runs.</summary>
public sealed class ScenarioTests
{
    [Theory]
    [InlineData(""" "defaults":[{"obligor":"C99","period":1}] """, "SCEN-0101 defaults.0.obligor")]
    [InlineData(""" "defaults":[{"obligor":"C01","period":99}] """, "SCEN-0102 defaults.0.period")]
    [InlineData(""" "defaults":[{"obligor":"C01","period":13}] """, "SCEN-0102 defaults.0.period")]
    [InlineData(""" "defaults":[{"obligor":"C01","period":12}] """, "")]
    [InlineData(""" "defaults":[{"obligor":"C01","period":0}] """, "FLD-0102 defaults.0.period")]
    [InlineData(""" "defaults":[{"obligor":"C01","period":1},{"obligor":"C01","period":2}] """, "SCEN-0103 defaults.1")]
    [InlineData(""" "defaults":[{"obligor":"C01","period":1,"recovery":"1.01"}] """, "FLD-0102 defaults.0.recovery")]
    [InlineData(""" "prepayments":[{"obligor":"C99","period":1,"share":"1"}] """, "SCEN-0101 prepayments.0.obligor")]
    [InlineData(""" "prepayments":[{"obligor":"C01","period":1}] """, "FLD-0101 prepayments.0.share")]
    [InlineData(""" "prepayments":[{"obligor":"C01","period":1,"share":"0.1"},{"obligor":"C01","period":1,"share":"0.2"}] """, "SCEN-0106 prepayments.1")]
    [InlineData(""" "assumptions":[{"scope":"obligor:C99","cdr":["0.02"]}] """, "SCEN-0101 assumptions.0.scope")]
    [InlineData(""" "assumptions":[{"scope":"industry:软件","cdr":["0.02"]}] """, "SCEN-0107 assumptions.0.scope")]
    [InlineData(""" "assumptions":[{"scope":"industry:医药健康","cdr":["0.02"]}] """, "")]
    [InlineData(""" "assumptions":[{"scope":"region:x"}] """, "SCEN-0104 assumptions.0.scope")]
    [InlineData(""" "assumptions":[{"scope":"pool","cdr":["1.5"]}] """, "FLD-0102 assumptions.0.cdr")]
    [InlineData(""" "assumptions":[{"scope":"pool","cdr":["-0.1"]}] """, "FLD-0102 assumptions.0.cdr.0")]
    [InlineData(""" "facts":{"servicer.grade":"AA"} """, "SCEN-0105 facts.servicer.grade")]
    [InlineData(""" "facts":{"servicer.rating":"Aa2"} """, "SCEN-0105 facts.servicer.rating")]
    [InlineData(""" "facts":{"servicer.insolvent":"maybe"} """, "SCEN-0105 facts.servicer.insolvent")]
    [InlineData(""" "set":{"triggers.acel.when":"true"} """, "DOC-0021 triggers.acel.when")]
    [InlineData(""" "set":{"pool.obligors.C99.principal":"1"} """, "DOC-0021 pool.obligors.C99.principal")]
    [InlineData(""" "set":{"":"1"} """, "FLD-0104 ")]
    [InlineData(""" "set":{"triggers.accel.whn":"true"} """, "FLD-0104 triggers.accel.whn")]
    [InlineData(""" "set":{"size":"abc"} """, "FLD-0102 size")]
    [InlineData(""" "set":{"dates.payment_dates.last":"2025-01-01"} """, "DEAL-0103 dates.payment_dates")]
    [InlineData(""" "default":[] """, "FLD-0104 default")]
    public void Prepare_ScenarioThatDoesNotFitTheDeal_IsRefusedInTheScenario(string body, string expected)
    {
        var prepared = Deals.Prepare(Deals.Ctex, $"{{\"schema\":\"ipabs-scenario/v1\",\n{body}\n}}");

        Assert.Equal(expected, string.Join("; ", prepared.ShapeRefusals.Select(r => $"{r.Code} {r.Path}")));
        Assert.All(prepared.ShapeRefusals, r => Assert.Equal(2, r.Line));
        if (expected.Length > 0)
        {
            Assert.Equal(InputFile.Scenario, prepared.RefusedFile);
        }
    }

    [Fact]
    public void Run_SetOfTheLimit_RunsTheDealAsSet()
    {
        // Without the top-up the first date after the default fails, and the date switches to the accelerated order.
        var run = Deals.Run(Deals.Ctex, """{"schema":"ipabs-scenario/v1","id":"no top-up","defaults":[{"obligor":"C01","period":2}],"set":{"support.topup.limit":"0","triggers.accel.when":"support.failed"}}""");

        var modes = run.GetProperty("periods").EnumerateArray().Select(p => p.GetProperty("mode").GetString()!).ToList();
        Assert.Equal(["normal", .. Enumerable.Repeat("accelerated", 11)], modes);
        Assert.Equal("no top-up", run.GetProperty("scenario").GetString());
    }

    [Theory]
    [InlineData("", "TRG-0101")]
    [InlineData(""" "servicer.rating":"AA-" """, "TRG-0103")]
    [InlineData(""" "servicer.rating":"AA" """, "TRG-0101")] // not below AA, and insolvency is still not known
    [InlineData(""" "servicer.rating":"AA","servicer.insolvent":false """, "")]
    public void Run_FactsOfTheServicer_AreToldAndMoveNoMoney(string facts, string code)
    {
        var run = Deals.Run(Deals.Ningbo, $$"""{"schema":"ipabs-scenario/v1","facts":{ {{facts}} } }""");

        Assert.Equal(code, string.Concat(run.GetProperty("warnings").EnumerateArray().Select(w => w.GetProperty("code").GetString()).Where(c => c!.StartsWith("TRG", StringComparison.Ordinal))));
        Assert.Equal("normal", run.GetProperty("periods")[0].GetProperty("mode").GetString());
        Assert.Equal(376_478.44m, run.GetProperty("periods")[0].Yuan("paid", "SUB.residual"));
    }

    [Fact]
    public void Assumption_NarrowerScope_Wins()
    {
        const string Broad = """{"scope":"pool","cdr":["0.5"]}""";
        string Defaulted(string more) => Deals.Run(Deals.Ctex, $$"""{"schema":"ipabs-scenario/v1","assumptions":[{{more}}]}""").GetProperty("periods")[0].GetProperty("defaulted").GetString()!;

        // All but one industry at 50 %, then that industry's own obligor at nothing.
        var pool = decimal.Parse(Defaulted(Broad));
        var industry = decimal.Parse(Defaulted($$"""{"scope":"industry:医药健康","cdr":["0"]},{{Broad}}"""));
        var obligor = decimal.Parse(Defaulted($$"""{"scope":"industry:医药健康","cdr":["0"]},{{Broad}},{"scope":"obligor:C06","cdr":["0.5"]}"""));

        Assert.Equal(42m / 337, (pool - industry) / pool, 6);
        Assert.Equal(16m / 337, (pool - obligor) / pool, 6);
    }
}
