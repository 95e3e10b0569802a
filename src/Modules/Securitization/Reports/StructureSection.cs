using Zhirong.Modules.Securitization.Analysis;
using Zhirong.Platform.Office.Reports;

namespace Zhirong.Modules.Securitization.Reports;

/// <summary>交易结构: the picture from obligors through vehicles to tranches, with who supports and serves.</summary>
internal static class StructureSection
{
    /// <summary>Vehicles, tranches, supports or parties drawn; more stand in the tables.</summary>
    public const int MostBoxes = 8;

    public static IReadOnlyList<ReportBlock> Of(ReportInput input, Wording wording)
    {
        var outline = input.Outline;
        var claim = ReportTerms.Claim(outline.Structure, wording);
        var obligors = Obligors(input, wording);
        var originator = outline.Parties.FirstOrDefault(p => p.Role == "originator");
        var vehicles = outline.Spv.Count > 0
            ? outline.Spv.OrderBy(Issues).Select(v => new StructureBox(wording.T("特殊目的载体", "Vehicle"), ReportTerms.Vehicle(v.Kind.Length > 0 ? v.Kind : v.Id, wording), Wording.Plain(v.Id))).ToList()
            : [new(wording.T("特殊目的载体", "Vehicle"), wording.T("资产支持证券载体", "Issuing vehicle"), Wording.Plain(outline.Code))];
        var tranches = outline.Tranches.Select(t => Tranche(t, wording)).ToList();
        var supports = outline.Supports.Select(s => Support(s, wording)).ToList();
        var parties = outline.Parties.Where(p => p.Role != "originator").Select(p => new StructureBox(ReportTerms.Role(p.Role, wording), Wording.Plain(p.Name), "")).ToList();
        var seller = originator is null ? null : new StructureBox(ReportTerms.Role("originator", wording), Wording.Plain(originator.Name), "");
        return
        [
            new ReportText(TextRole.Lead, wording.T($"债务人按约支付{claim}，{(seller is null ? "" : "经原始权益人转让后")}归入特殊目的载体，按分配顺序向各档证券兑付；增信方在约定范围内补足。",
                $"Obligors pay {claim}{(seller is null ? "" : ", which the originator has sold,")} to the vehicle; it pays the tranches in the order of payments, and the supports make up for shortages within their terms.")),
            new ReportStructure
            {
                Title = wording.T("交易结构", "Structure"),
                Obligors = obligors,
                Originator = seller,
                Vehicles = vehicles,
                Tranches = tranches,
                Supports = supports,
                Parties = parties,
                Flows = new(claim, wording.T("转让基础资产", "sells the claims"), wording.T("按分配顺序兑付", "in the order of payments"), wording.T("补足", "makes up"), wording.T("服务", "serve")),
                Table = Table(obligors, seller, vehicles, tranches, supports, parties, wording),
            },
        ];
    }

    /// <summary>The vehicle that issues stands last, next to the tranches: money comes through the trust to the plan.</summary>
    private static bool Issues(SpvView vehicle) => vehicle.Kind.Contains("专项计划", StringComparison.Ordinal) || vehicle.Id == "plan";

    private static StructureBox Obligors(ReportInput input, Wording wording)
    {
        var (count, rights) = (input.Outline.Obligors.Count, input.Deal.Definition.Pool.Obligors.Sum(o => o.Rights ?? 0));
        var behind = rights > 0 ? wording.T($"，知识产权 {rights} 项", $", {rights} rights") : "";
        return new(wording.T("债务人（底层企业）", "Obligors"), wording.T($"{count} 户{behind}", $"{count} firms{behind}"), ReportContents.Amount(Wording.Fen(input.Outline.PoolBalance), wording));
    }

    private static StructureBox Tranche(TrancheView tranche, Wording wording)
    {
        var rating = tranche.Rating is null ? "" : wording.T($"　{Wording.Plain(tranche.Rating)}", $", {Wording.Plain(tranche.Rating)}");
        var terms = tranche.Residual ? wording.T("剩余收益", "residual") : Wording.Rate(Wording.Number(tranche.Coupon));
        return new(wording.Name(tranche.NameZh, tranche.NameEn, tranche.Id), ReportContents.Amount(Wording.Fen(tranche.Size), wording), $"{Wording.Percent(tranche.Share)}{wording.T("　", ", ")}{terms}{rating}");
    }

    private static StructureBox Support(SupportView support, Wording wording) => new(
        $"{wording.Name(support.NameZh, support.NameEn, support.Id)}{wording.T("（", " (")}{ReportTerms.SupportKind(support.Kind, wording)}{wording.T("）", ")")}",
        support.Provider is null ? wording.T(support.Kind == "cash_reserve" ? "由回收款积累" : "提供方未载明", support.Kind == "cash_reserve" ? "filled from collections" : "provider not stated") : Wording.Plain(support.Provider),
        SupportSection.Limit(support, wording));

    private static ReportTable Table(StructureBox obligors, StructureBox? seller, List<StructureBox> vehicles, List<StructureBox> tranches, List<StructureBox> supports, List<StructureBox> parties, Wording wording)
    {
        var rows = new List<ReportRow>();
        Add(wording.T("资产端", "Assets"), [obligors, .. seller is null ? Array.Empty<StructureBox>() : [seller]]);
        Add(wording.T("载体", "Vehicles"), vehicles);
        Add(wording.T("证券端", "Securities"), tranches);
        Add(wording.T("增信", "Supports"), supports);
        Add(wording.T("其他参与方", "Other parties"), parties);
        return new()
        {
            Title = wording.T("交易结构", "Structure"),
            Columns = [new(wording.T("层次", "Layer"), ColumnKind.Code), new(wording.T("角色", "Role"), ColumnKind.Text), new(wording.T("主体", "Who"), ColumnKind.Text), new(wording.T("要点", "Terms"), ColumnKind.Text)],
            Rows = rows,
        };

        void Add(string layer, IReadOnlyList<StructureBox> boxes) => rows.AddRange(boxes.Select(box =>
            new ReportRow(RowRole.Plain, [layer, box.Role, box.Name, box.Detail.Length == 0 ? Wording.None : box.Detail])));
    }
}
