using System.Globalization;
using System.Text.Json.Nodes;
using Zhirong.Engine.Appraisal.Facts;
using Zhirong.Engine.Appraisal.Life;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Assets;
using Zhirong.Modules.Assets.UseCases;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Valuation.Drafting;

/// <summary>The methods usual for the category, each with what the register knows of it.</summary>
internal sealed class MethodDraft(ZhirongContext read, ValuationDesk desk, DraftOrder order, ProductView? product, IReadOnlyList<RightRow> rights, List<Lack> missing)
{
    /// <summary>Deals listed of others' rights.</summary>
    private const int MostDeals = 10;

    public JsonArray Write()
    {
        var usual = rights.Select(r => desk.Parameters.Presets.Of(r.Kind)?.Methods ?? []).Aggregate((IEnumerable<Method>?)null, (all, of) => all is null ? of : all.Intersect(of)) ?? [];
        var written = new JsonArray();
        foreach (var method in usual)
        {
            var entry = new JsonObject { ["id"] = method.Word(), ["method"] = method.Word() };
            Known(method, entry);
            foreach (var (key, title) in MethodNeeds.Of(method).Where(need => !Has(entry, need.Key)))
            {
                missing.Add(new($"methods.{method.Word()}.{key}", key == "income.growth" ? Growth(method, title) : key == "income.years" ? Years(title) : title));
            }

            written.Add(entry);
        }

        if (written.Count == 0)
        {
            missing.Add(new("methods", new("各项权利类别没有共同的常用方法，请选择", "The categories have no usual method in common; choose")));
        }

        return written;
    }

    private void Known(Method method, JsonObject entry)
    {
        switch (method)
        {
            case Method.RevenueShare or Method.ProfitShare:
                Income(method, entry);
                break;
            case Method.Replacement when rights is [{ Filed: { } filed, Expires: { } expires }] && filed < order.BaseDate && expires > order.BaseDate:
                entry["used_years"] = Stated.Figure(Stated.Number(Rounding.Decimals(EconomicLife.YearsBetween(filed, order.BaseDate), 4)), "基准日 − 申请日", "computed", order.BaseDate);
                entry["remaining_years"] = Stated.Figure(Stated.Number(Rounding.Decimals(EconomicLife.YearsBetween(order.BaseDate, expires), 4)), "届满日 − 基准日", "computed", order.BaseDate);
                break;
            case Method.Comparables:
                Deals(entry);
                break;
            case Method.RenewalBound when rights is [var only]:
                Renewal(only, entry);
                break;
            default:
                break;
        }
    }

    private void Income(Method method, JsonObject entry)
    {
        if (Newest(method) is not { } last)
        {
            return;
        }

        // What is kept is a forecast: it begins at a figure that is shown and goes on as the appraiser states.
        var income = Stated.Origin(new() { ["first_year"] = last.Year + 1, ["last"] = method == Method.ProfitShare ? last.Profit : last.Revenue }, $"{last.Source}（{last.Year} 年实际，其后为预测）", "assumption", last.AsOf);
        if (order.Growth is { } growth)
        {
            income["growth"] = Stated.Number(growth);
        }

        if (order.Years is { } years)
        {
            income["years"] = years;
        }

        entry["income"] = income;
    }

    private IncomeView? Newest(Method method) => product?.Income.Where(i => i.Year <= order.BaseDate.Year && i.AsOf <= order.BaseDate.AddYears(1) && (method != Method.ProfitShare || i.Profit is not null)).MaxBy(i => i.Year);

    /// <summary>Sales of others' rights of the same category and class; weights and adjustments are the appraiser's.</summary>
    private void Deals(JsonObject entry)
    {
        if (rights.Select(r => r.Kind).Distinct().ToList() is not [var kind] || rights.Select(r => r.Ipc is { Length: >= 4 } ipc ? ipc[..4] : null).Distinct().ToList() is not [{ } subclass])
        {
            return;
        }

        var own = rights.Select(r => r.Id).ToHashSet();
        var deals = RightDoor.Trades(read, new() { Kind = kind, IpcPrefix = subclass, SignedUntil = order.BaseDate }).Where(t => t is { Fen: > 0, Related: false, Trade: "transfer" } && !own.Contains(t.Right)).Take(MostDeals).ToList();
        if (deals.Count == 0)
        {
            return;
        }

        entry["deals"] = new JsonArray([.. deals.Select(t => new JsonObject { ["id"] = $"{t.Id:D}", ["price"] = Stated.Figure(Money.FenText(t.Fen!.Value), $"登记簿交易：{t.RightNumber} {t.RightTitle}", "contract", t.Signed) })]);
        missing.Add(new("methods.comparables.deals", new($"登记簿有 {deals.Count} 项同类（{subclass}）转让，请填各项权重与修正（compare）", $"the register holds {deals.Count} sales of the same class ({subclass}); state their weights and adjustments (compare)")));
    }

    private void Renewal(RightRow only, JsonObject entry)
    {
        var table = $"{only.Office.ToLowerInvariant()}-{only.Kind.Replace('_', '-')}";
        if (desk.Parameters.Fees.Any(f => f.Id == table))
        {
            entry["fees"] = table;
        }

        if (desk.Rights.Profile(read, only.Id, order.BaseDate)?.Fees.Where(f => f.State == "paid").Select(f => f.Year).DefaultIfEmpty(0).Max() is > 0 and var paid)
        {
            entry["years_paid"] = Stated.Figure($"{paid}", "登记簿缴费事件", "evidence", only.State.AsOf);
        }
    }

    /// <summary>What the history shows, said beside what is asked: the forecast stays the appraiser's.</summary>
    private Words Growth(Method method, Words title)
    {
        var history = product?.Income.Where(i => method != Method.ProfitShare || i.Profit is not null).OrderBy(i => i.Year).TakeLast(3).Select(i => (i.Year, Amount: decimal.Parse(method == Method.ProfitShare ? i.Profit! : i.Revenue, CultureInfo.InvariantCulture))).ToList() ?? [];
        if (method == Method.ExcessEarnings || history.Count < 2 || history.Exists(h => h.Amount <= 0))
        {
            return title;
        }

        var (first, last) = (history[0], history[^1]);
        var yearly = Math.Pow((double)(last.Amount / first.Amount), 1.0 / (last.Year - first.Year)) - 1;
        var text = yearly.ToString("0.0 %", CultureInfo.InvariantCulture);
        return new($"{title.Zh}；登记簿 {first.Year} 至 {last.Year} 年复合增长 {text}", $"{title.En}; by the register it grew {text} a year from {first.Year} to {last.Year}");
    }

    private Words Years(Words title)
    {
        var end = rights.Min(r => r.Expires);
        if (end is not { } first || first <= order.BaseDate)
        {
            return title;
        }

        var left = Rounding.Decimals(EconomicLife.YearsBetween(order.BaseDate, first), 1).ToString("0.0", CultureInfo.InvariantCulture);
        return new($"{title.Zh}；最先到期的权利尚余 {left} 年", $"{title.En}; the first right to expire has {left} years left");
    }

    private static bool Has(JsonObject entry, string key)
    {
        JsonNode? at = entry;
        foreach (var step in key.Split('.'))
        {
            at = (at as JsonObject)?[step];
        }

        return at is not null;
    }
}
