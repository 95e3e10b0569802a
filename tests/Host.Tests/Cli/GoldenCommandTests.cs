using System.Globalization;
using System.Text.Json;
using Xunit;

namespace Zhirong.Host.Tests.Cli;

/// <summary>
/// <c>loan schedule</c>, <c>share</c> and <c>subsidy</c> as a person runs them, a file in and JSON out, over every golden vector of schedules (the
/// sixteen of loan-schedules.json, A, B and C1 and C2 of lending.json), of risk shares (R_*) and of aid (S_*); every figure to the fen. Which vectors
/// there are is read from the files: one that is added and not compared fails.
/// </summary>
public sealed class GoldenCommandTests(ITestOutputHelper output)
{
    private static readonly JsonElement Lending = Golden("lending.json");

    private readonly List<string> differs = [];
    private readonly HashSet<string> vectors = new(StringComparer.Ordinal);
    private int figures;

    [Fact]
    public void LoanSchedule_OfEveryVector_IsItsAnswer()
    {
        var schedules = Golden("loan-schedules.json").GetProperty("schedules").EnumerateArray().ToList();
        foreach (var vector in schedules)
        {
            var id = vector.GetProperty("id").GetString()!;
            var made = Schedule(id, Terms(vector));
            Same(id, "instalments", string.Join('\n', vector.GetProperty("periods").EnumerateArray().Select(p => Line(p, "n", "dueDate", "interest", "principal", "due", "balance"))), string.Join('\n', Instalments(made).Select(i => Line(i, "n", "dueDate", "interest", "principal", "due", "balance"))), 6 * vector.GetProperty("periods").GetArrayLength());
        }

        foreach (var id in Lending.EnumerateObject().Select(p => p.Name).Where(n => n.Length == 2 && n[0] is 'A' or 'B' && char.IsAsciiDigit(n[1])))
        {
            Level(id, Lending.GetProperty(id));
        }

        var interest = Schedule("C1", """{"principal":"3000000","annualRate":"0.0345","disbursedOn":"2025-03-05","count":12,"every":"1M","method":"interestThenBullet","interestDay":20}""");
        Same("C1", "rows", string.Join('\n', Lending.GetProperty("C1").GetProperty("rows").EnumerateArray().Select(r => $"{r[1]} {r[2]} {r[3]}")), string.Join('\n', Instalments(interest).Select(i => Line(i, "dueDate", "days", "interest"))), 3 * Lending.GetProperty("C1").GetProperty("rows").GetArrayLength());
        Same("C1", "total", Lending.GetProperty("C1").GetProperty("total").GetString()!, Sum(interest, "interest"));
        foreach (var (dayCount, name) in ((string, string)[])[("ACT/360", "act360"), ("ACT/365F", "act365")])
        {
            Same("C2", name, Lending.GetProperty("C2").GetProperty(name).GetString()!, Sum(Schedule("C2", $$"""{"principal":2000000,"annualRate":0.035,"disbursedOn":"2025-03-05","count":12,"method":"bullet","dayCount":"{{dayCount}}"}"""), "interest"));
        }

        All([.. schedules.Select(s => s.GetProperty("id").GetString()!), .. Names(n => n.Length == 2 && n[0] is 'A' or 'B' && char.IsAsciiDigit(n[1])), "C1", "C2"]);
    }

    [Fact]
    public void Share_OfEveryVector_IsItsAnswer()
    {
        const string Suzhidai = "loan.term_months: 36\nloan.rate: 0.035\nloan.signed: 2024-03-01\n";
        foreach (var (part, balance, interest) in ((string, string, string)[])[("a", "8000000", "96000"), ("b", "10000000", "0"), ("c", "10000000.01", "0"), ("d", "20000000", "310000")])
        {
            var made = Share("R_JS", "jiangsu-suzhidai", $"{Suzhidai}loan.balance: {balance}\nloss.principal: {balance}\nloss.interest: {interest}");
            Same("R_JS", $"{part}.fund", G("R_JS", part, "fund"), Party(made, "fund", "total"));
            Same("R_JS", $"{part}.bankPrincipal", G("R_JS", part, "bankPrincipal"), Party(made, "bank", "shared"));
            Same("R_JS", $"{part}.bankInterest", G("R_JS", part, "bankInterest"), Party(made, "bank", "outside"));
        }

        foreach (var (part, loss) in ((string, string)[])[("a", "3000000"), ("b", "1000000.01"), ("c", "0.05")])
        {
            Parties("R_ZS", part, Share("R_ZS", "zhongshan", $"loss.principal: {loss}"), "total");
        }

        var recovered = Share("R_REC", "zhongshan", "loss.principal: 3000000\nrecovery.gross: 450000\nrecovery.costs: 30000");
        Parties("R_REC", "back", recovered, "returned");
        Parties("R_REC", "netloss", recovered, "final");
        Parties("R_REC", "direct", Share("R_REC", "zhongshan", "loss.principal: 2580000"), "total");
        var zhuhai = Share("R_ZH", "zhuhai", "loss.principal: 2000000\nfund.balance: 40000000");
        var bad = Share("R_SZ1to1", "shenzhen-sme-pool", "loss.principal: 2000001\nloan.classification: substandard");
        foreach (var party in (string[])["fund", "bank"])
        {
            Same("R_ZH", party, G("R_ZH", party), Party(zhuhai, party, "total"));
            Same("R_SZ1to1", party, G("R_SZ1to1", party), Party(bad, party, "total"));
        }

        var haikou = Share("R_HK", "haikou", "loan.ip_pledged: true\nloss.principal: 5000000\nloss.ip_principal: 3000000\nfund.size: 30000000\nfund.balance: 30000000\nfund.portfolio: 300000000");
        Same("R_HK", "leverage", Two(G("R_HK", "leverage")), $"{haikou.GetProperty("filing").GetProperty("maxPortfolio")}");
        var quarter = Share("R_SZ2016", "shenzhen-ip-fund", "guarantee.kind: guarantor\nloss.principal: 2000000\nfund.size: 30000000\nfund.portfolio: 2000000");
        Same("R_SZ2016", "comp", G("R_SZ2016", "comp"), Party(quarter, "fund", "total"));
        Same("R_SZ2016", "cap", Two(G("R_SZ2016", "cap")), $"{quarter.GetProperty("filing").GetProperty("maxPortfolio")}");
        All(Names(n => n.StartsWith("R_", StringComparison.Ordinal)));
    }

    [Fact]
    public void Subsidy_OfEveryVector_IsItsAnswer()
    {
        const string Qingdao = "firm.is_patentee: true\npledge.first_time_patents: 1\nloan.signed: 2024-12-05\nloan.principal: ";
        Same("S_QD", "a", G("S_QD", "a"), Total(Aid("S_QD", "qingdao-interest", Qingdao + "10000000")));
        var large = Aid("S_QD", "qingdao-interest", Qingdao + "30000000");
        Same("S_QD", "b", Two(G("S_QD", "b")), Total(large));
        Same("S_QD", "b_raw", G("S_QD", "b_raw"), large.GetProperty("items")[0].GetProperty("steps").EnumerateArray().Single(s => s.GetProperty("kind").GetString() == "rounded").GetProperty("value").GetString()!);
        foreach (var (part, facts, principal) in ((string, string, string)[])[("plain", "guarantee.kind: none\nloan.rate: 0.04", "5000000"), ("guar", "guarantee.kind: surety_insurance\nloan.rate: 0.031", "5000000"), ("low", "guarantee.kind: policy_guarantor\nloan.rate: 0.03", "5000000"), ("capd", "guarantee.kind: surety_insurance\nloan.rate: 0.05", "20000000")])
        {
            Same("S_FJ", part, Two(G("S_FJ", part)), Total(Aid("S_FJ", "fujian-interest", $"firm.size: small\nloan.term_months: 12\nloan.repaid: 2024-06-30\n{facts}\nloan.principal: {principal}")));
        }

        foreach (var (part, rate, interest) in ((string, string, string)[])[("ok", "0.05", "500000"), ("capd", "0.05", "1500000"), ("no", "0.055", "550000")])
        {
            Same("S_ZGC", part, Two(G("S_ZGC", part).Split(' ')[0]), Total(Aid("S_ZGC", "zhongguancun-interest", $"firm.revenue: 200000000\nloan.signed: 2021-06-01\nloan.rate: {rate}\npaid.interest: {interest}", part == "no" ? 1 : 0)));
        }

        var limit = Aid("S_ZGC", "zhongguancun-interest", $"firm.revenue: 200000000\nloan.signed: 2021-06-01\nloan.rate: {G("S_ZGC", "limit")}\npaid.interest: 500000");
        Same("S_ZGC", "limit", "granted", limit.GetProperty("state").GetString()!);
        Items("S_SZ", "a", Aid("S_SZ", "shenzhen-aid", "loan.first: true\npaid.interest: 400000\npaid.premium: 60000\npaid.guarantee_fee: 100000"));
        var second = Aid("S_SZ", "shenzhen-aid", "loan.first: false\npaid.interest: 1200000\npaid.premium: 300000\npaid.guarantee_fee: 900000");
        var capped = Lending.GetProperty("S_SZ").GetProperty("b").EnumerateArray().Select(e => Two(e.GetString()!)).ToList();
        Same("S_SZ", "b", $"{capped[0]} {capped[1]} {capped[3]}", $"{Amount(second, 0)} {Amount(second, 1)} {Total(second)}", 3);
        foreach (var (part, principal, interest, fee, valuation) in ((string, string, string, string, string)[])[("a", "5000000", "172500", "75000", "20000"), ("b", "15000000", "600000", "225000", "90000")])
        {
            Items("S_36", part, Aid("S_36", "city-x-aid", $"loan.principal: {principal}\nloan.fully_repaid: true\nloan.disbursed: true\npaid.interest: {interest}\npaid.guarantee_fee: {fee}\npaid.valuation_fee: {valuation}"));
        }

        foreach (var (valuation, premium, first, other) in ((string, string, string, string)[])[("180000", "36000", "val", "prem"), ("260000", "60000", "val2", "prem2")])
        {
            var made = Aid("S_XC", "xuchang-aid", $"paid.valuation_fee: {valuation}\npaid.premium: {premium}");
            Same("S_XC", $"{first} {other}", $"{Two(G("S_XC", first))} {Two(G("S_XC", other))}", $"{Amount(made, 0)} {Amount(made, 1)}", 2);
        }

        Same("S_TL", "", Lending.GetProperty("S_TL").GetString()!, Total(Aid("S_TL", "tongliang-pool", "approved.amount: 100000", 0, "pool: {before: [900000]}\n")));
        Same("S_SC", "sub365", G("S_SC", "sub365"), Total(Aid("S_SC", "sichuan-tianfu", "loan.principal: 1000000\nloan.rate: 0.045\nloan.fee_rate: 0.01\nloan.term_months: 12\nloan.signed: 2025-06-01\nloan.drawn: 2025-06-10\nloan.due: 2026-06-10")));
        All(Names(n => n.StartsWith("S_", StringComparison.Ordinal)));
    }

    private void Level(string id, JsonElement v)
    {
        var method = id[0] == 'A' ? "equalInstalment" : "equalPrincipal";
        var principal = v.TryGetProperty("P", out var p) ? $"{p}" : id == "B1" ? "700000" : "400000";
        var made = Schedule(id, $$"""{"principal":"{{principal}}","annualRate":"{{(v.TryGetProperty("r", out var r) ? r.GetString() : "0.049")}}","disbursedOn":"2025-03-05","count":{{(v.TryGetProperty("n", out var n) ? n.GetInt32() : 240)}},"every":"1M","method":"{{method}}","dayCount":"30/360"}""");
        var rows = Instalments(made).ToList();
        foreach (var (name, at) in ((string, int)[])[("first", 0), ("second", 1), ("last", rows.Count - 1)])
        {
            if (v.TryGetProperty(name, out var row))
            {
                Same(id, name, string.Join(' ', row.EnumerateArray()), Line(rows[at], "n", "due", "interest", "principal", "balance"), 5);
            }
        }

        if (v.TryGetProperty("schedTotal", out var total))
        {
            Same(id, "schedTotal", total.GetString()!, Sum(made, "due"));
            Same(id, "pay", v.GetProperty("pay").GetString()!, rows[0].GetProperty("due").GetString()!);
            var after = v.GetProperty("after12");
            Same(id, "after12", $"{after.GetProperty("interest")} {after.GetProperty("principal")} {after.GetProperty("bal")}", $"{Sum(rows.Take(12), "interest")} {Sum(rows.Take(12), "principal")} {rows[11].GetProperty("balance")}", 3);
        }
        else
        {
            Same(id, "interest", v.GetProperty("interest").GetString()!, Sum(made, "interest"));
        }
    }

    private static string Terms(JsonElement v)
    {
        string? Text(string name) => v.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        return JsonSerializer.Serialize(new Dictionary<string, object?>
        {
            ["principal"] = Text("principal"),
            ["annualRate"] = (decimal.Parse(Text("annualRatePercent")!, CultureInfo.InvariantCulture) / 100m).ToString(CultureInfo.InvariantCulture),
            ["disbursedOn"] = Text("disbursedOn"),
            ["count"] = v.GetProperty("numberOfRepayments").GetInt32(),
            ["every"] = $"{v.GetProperty("repaymentEvery")}{Text("frequency")![0]}",
            ["method"] = Text("method") == "EQUAL_INSTALLMENT" ? "equalInstalment" : "equalPrincipal",
            ["dayCount"] = Text("daysInMonth") == "30" ? "30/360" : Text("daysInYear") switch { "ACTUAL" => "ACT/ACT", "365" => "ACT/365F", var days => $"ACT/{days}" },
            ["convention"] = "fineract",
            ["engine"] = Text("engine"),
            ["monthEnd"] = Text("monthEnd") == "FIRST_DAY_OF_NEXT_MONTH" ? "firstOfNext" : "clamp",
            ["downPayment"] = Text("downPayment"),
            ["instalmentMultiple"] = Text("instalmentMultiplesOf"),
            ["interestPeriod"] = Text("interestPeriod") == "SAME_AS_REPAYMENT_PERIOD" ? "same" : "daily",
        });
    }

    private JsonElement Schedule(string id, string terms) => Said(id, terms, "terms.json", 0, f => ["loan", "schedule", f, "--json"]);

    private JsonElement Share(string id, string rule, string facts) => Said(id, Facts(facts, ""), "facts.yaml", null, f => ["share", rule, f, "--json"]);

    private JsonElement Aid(string id, string rule, string facts, int code = 0, string more = "") => Said(id, Facts(facts, more + "used: {}\n"), "facts.yaml", code, f => ["subsidy", rule, f, "--json"]);

    private static string Facts(string facts, string more) => $"schema: zhirong/scheme-facts/v1\n{more}facts:\n{string.Concat(facts.Split('\n').Select(line => $"  {line}\n"))}";

    private JsonElement Said(string id, string text, string name, int? code, Func<string, string[]> command)
    {
        vectors.Add(id);
        using var kept = Cli.Keep(text, name);
        var said = Cli.Run(command(kept.Path));
        Assert.True((code is null || said.Code == code) && said.Err.Length == 0, $"{id}: exit {said.Code} {said.Err} {said.Out}");
        return JsonDocument.Parse(said.Out).RootElement;
    }

    private void Parties(string id, string part, JsonElement made, string what)
    {
        foreach (var party in Lending.GetProperty(id).GetProperty(part).EnumerateObject())
        {
            Same(id, $"{part}.{party.Name}", party.Value.GetString()!, Party(made, party.Name, what));
        }
    }

    private void Items(string id, string part, JsonElement made)
    {
        var wanted = Lending.GetProperty(id).GetProperty(part).EnumerateArray().Select(e => Two(e.GetString()!)).ToList();
        var items = made.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("amount").GetString()!).ToList();
        Same(id, part, string.Join(' ', wanted), string.Join(' ', wanted.Count > items.Count ? [.. items, Total(made)] : items), wanted.Count);
    }

    private void Same(string id, string what, string wanted, string found, int count = 1)
    {
        figures += count;
        if (wanted != found)
        {
            differs.Add($"{id} {what}: {wanted} / {found}");
        }
    }

    /// <summary>Every vector there is was compared, none differs; how many is printed.</summary>
    private void All(IReadOnlyCollection<string> wanted)
    {
        output.WriteLine($"{vectors.Count} vectors, {figures} figures compared, {differs.Count} differ");
        Assert.Empty(wanted.Except(vectors));
        Assert.Empty(differs);
    }

    private static JsonElement Golden(string name) => JsonDocument.Parse(Repo.Read("tests", "golden", name)).RootElement;

    private static IReadOnlyCollection<string> Names(Func<string, bool> which) => [.. Lending.EnumerateObject().Select(p => p.Name).Where(which)];

    private static JsonElement.ArrayEnumerator Instalments(JsonElement made) => made.GetProperty("instalments").EnumerateArray();

    private static string Line(JsonElement row, params string[] fields) => string.Join(' ', fields.Select(f => $"{row.GetProperty(f)}"));

    private static string Sum(JsonElement made, string field) => Sum(Instalments(made), field);

    private static string Sum(IEnumerable<JsonElement> rows, string field) => rows.Sum(r => decimal.Parse(r.GetProperty(field).GetString()!, CultureInfo.InvariantCulture)).ToString("0.00", CultureInfo.InvariantCulture);

    private static string Party(JsonElement made, string party, string what) => made.GetProperty("parties").EnumerateArray().Single(p => p.GetProperty("id").GetString() == party).GetProperty(what).GetString()!;

    private static string Total(JsonElement made) => made.GetProperty("total").GetString()!;

    private static string Amount(JsonElement made, int item) => made.GetProperty("items")[item].GetProperty("amount").GetString()!;

    private static string G(string name, string part) => Lending.GetProperty(name).GetProperty(part).GetString()!;

    private static string G(string name, string part, string field) => Lending.GetProperty(name).GetProperty(part).GetProperty(field).GetString()!;

    private static string Two(string number) => decimal.Parse(number, CultureInfo.InvariantCulture).ToString("0.00", CultureInfo.InvariantCulture);
}
