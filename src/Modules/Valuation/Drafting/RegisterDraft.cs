using System.Text.Json.Nodes;
using Zhirong.Engine.Appraisal.Facts;
using Zhirong.Engine.Appraisal.Reading;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Assets.Model;
using Zhirong.Modules.Assets.UseCases;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Valuation.Drafting;

/// <summary>Writes what the register knows as a request; what it does not know is left out and listed, never replaced.</summary>
internal sealed class RegisterDraft
{
    private readonly ZhirongContext read;
    private readonly ValuationDesk desk;
    private readonly DraftOrder order;
    private readonly List<Lack> missing = [];

    private RegisterDraft(ZhirongContext read, ValuationDesk desk, DraftOrder order) => (this.read, this.desk, this.order) = (read, desk, order);

    public static Result<Drafted> Of(ZhirongContext read, ValuationDesk desk, DraftOrder order) => new RegisterDraft(read, desk, order).Write();

    private Result<Drafted> Write()
    {
        if (desk.Rights.Firm(read, order.Firm) is not { } firm)
        {
            return ValuationRefusals.Firm("firmId", $"{order.Firm}");
        }

        var product = firm.Products.FirstOrDefault(p => p.Id == order.Product);
        if (order.Product is { } asked && product is null)
        {
            return ValuationRefusals.Product("productId", $"{asked}");
        }

        var rights = Rights(firm, product);
        if (!rights.Ok)
        {
            return Result<Drafted>.Refused(rights.Refusals);
        }

        List<RightRow> over = [.. rights.Value.Where(Over)], kept = [.. rights.Value.Where(r => !Over(r))];
        if (kept.Count == 0)
        {
            return ValuationRefusals.NoRights("rightIds");
        }

        missing.AddRange(over.Select(r => new Lack("group.rights", new($"{r.Number} 在基准日{r.State.LastKnownTitle ?? r.State.StateTitle}，未列入", $"{r.Number} was {r.State.LastKnown ?? r.State.State} on the base date and is left out"))));
        var request = new JsonObject
        {
            ["schema"] = ValueRequestReader.Schema,
            ["id"] = $"{firm.Firm.Code}-{Stated.Day(order.BaseDate)}",
            ["base_date"] = Stated.Day(order.BaseDate),
            ["purpose"] = order.Purpose,
            ["group"] = Group(firm, product, kept),
        };
        Terms(request);
        if (new FirmFigureDraft(firm, order.BaseDate, missing).Write() is { } figures)
        {
            request["firm"] = figures;
        }

        request["methods"] = new MethodDraft(read, desk, order, product, kept, missing).Write();
        Closing(kept);
        return new Drafted(request, firm, product, kept, over, missing);
    }

    private void Terms(JsonObject request)
    {
        if (order.ValueType is { } type)
        {
            request["value_type"] = type;
        }
        else
        {
            missing.Add(new("value_type", new($"价值类型：{string.Join("、", TermWords.Standards)}", $"the value type: {string.Join(", ", TermWords.Standards)}")));
        }
    }

    private Result<IReadOnlyList<RightRow>> Rights(FirmProfile firm, ProductView? product)
    {
        var named = order.Rights ?? product?.Rights;
        var ids = named ?? FirmRights.Of(read, desk, order.Firm, order.BaseDate);
        if (ids.Count > ValueRequestReader.MostRights)
        {
            return ValuationRefusals.TooMany("rightIds", ids.Count, ValueRequestReader.MostRights);
        }

        var rows = desk.Rights.Rows(read, ids, order.BaseDate);
        if (order.Rights is { } chosen && chosen.Except(rows.Select(r => r.Id)).ToList() is [var unseen, ..])
        {
            return ValuationRefusals.Right($"rightIds.{chosen.ToList().IndexOf(unseen)}", $"{unseen}");
        }

        if (named is null && firm.Products.Count > 0)
        {
            missing.Add(new("group.income_stream", new($"未指定产品，列入该企业全部权利；该企业有产品：{string.Join("、", firm.Products.Select(p => p.Name))}", $"No product was chosen, so all the firm's rights are listed; its products: {string.Join(", ", firm.Products.Select(p => p.Name))}")));
        }

        return Result<IReadOnlyList<RightRow>>.Of(rows);
    }

    private JsonObject Group(FirmProfile firm, ProductView? product, List<RightRow> rights)
    {
        var group = new JsonObject { ["id"] = product is null ? firm.Firm.Code : $"{product.Id:D}", ["zh"] = product is null ? firm.Firm.Name : $"{firm.Firm.Name} {product.Name}" };
        if (product is not null)
        {
            group["income_stream"] = product.Name;
        }
        else
        {
            missing.Add(new("group.income_stream", new("这组权利背后的收益来源", "the income stream behind these rights")));
        }

        var weights = RightWeights.Of(read, rights, order.WeightsBy, missing);
        group["rights"] = new JsonArray([.. rights.Select((r, i) => Right(r, weights[i]))]);
        if (rights.Count > 1)
        {
            missing.Add(new("group.rights", new("未标明核心权利：在标明 core 之前，收益期以最先到期的一项为限", "No right is called core: until one is, the first to expire bounds the life")));
        }

        return group;
    }

    private JsonObject Right(RightRow right, decimal weight)
    {
        var path = $"group.rights.{right.Id:D}";
        var written = new JsonObject { ["id"] = $"{right.Id:D}", ["number"] = right.Number, ["zh"] = right.Title };
        if (right.TitleEn is { } english)
        {
            written["en"] = english;
        }

        if (desk.Parameters.Presets.KindWords.Contains(right.Kind))
        {
            written["kind"] = right.Kind;
        }
        else
        {
            missing.Add(new($"{path}.kind", new($"{right.Number} 的权利类别", $"the category of {right.Number}")));
        }

        if (right.Expires is { Year: >= 1990 and <= 2199 } end)
        {
            written["expires"] = Stated.Day(end);
        }
        else
        {
            missing.Add(new($"{path}.expires", new($"{right.Number} 的届满日：登记簿事实不足", $"when {right.Number} expires: the register lacks facts")));
        }

        written["weight"] = Stated.Number(weight);
        if (!right.State.InForce)
        {
            missing.Add(new(path, new($"{right.Number} 在基准日的状态为“{right.State.StateTitle}”，请核实", $"{right.Number} reads {right.State.State} on the base date; verify it")));
        }

        return written;
    }

    private void Closing(IReadOnlyList<RightRow> rights)
    {
        var methods = rights.Select(r => desk.Parameters.Presets.Of(r.Kind)?.Methods ?? []).ToList();
        if (methods.SelectMany(m => m).Any(MethodNeeds.Discounts))
        {
            missing.Add(new("discount", new("折现率：五种途径之一，并注明税前或税后", "the discount rate: one of five ways, before or after tax")));
        }

        missing.Add(new("life.technical", new("技术寿命（年）；不填则收益期只以法定期限为限", "the technical life in years; without it the term by law alone bounds the income")));
        missing.Add(new("conclusion", new("结论：各方法的权重或采用的方法，并写明理由", "the conclusion: weights of the methods or the one taken, with the reason")));
        if (order.Purpose == TermWords.Purposes[(int)Purpose.Pledge])
        {
            missing.Add(new("pledge", new("质押价值所需：权利存续概率与变现折扣", "for the pledge value: the chance that the right stands and the discount of a quick sale")));
        }
    }

    private static bool Over(RightRow right) => RightStates.Read(right.State.LastKnown ?? right.State.State)?.Over() == true;
}
