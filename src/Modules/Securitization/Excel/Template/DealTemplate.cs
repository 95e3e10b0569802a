using Zhirong.Engine.Basics;

namespace Zhirong.Modules.Securitization.Excel.Template;

/// <summary>One sheet of the template with its forms and tables from top to bottom.</summary>
/// <param name="Optional">The sheet may be deleted; it then counts as empty.</param>
internal sealed record TemplateSheet(string Name, Words Title, Words Note, IReadOnlyList<Block> Blocks, bool Optional);

/// <summary>The one template of a deal: its sheets in the order people work.</summary>
internal static class DealTemplate
{
    /// <summary>Changes whenever a workbook of before would be read differently.</summary>
    public const string Version = "ipabs-xlsx/1";

    public const string Guide = "说明";

    public static IReadOnlyList<TemplateSheet> Sheets { get; } =
    [
        Sheet(Guide, "证券化交易模板", "Deal template", "一份工作簿就是一笔交易", "one workbook is one deal", false,
            new VersionBlock("#template", new("模板", "template"), [new("version", FieldKind.Text, "模板版本", "template version") { Required = true, Note = new("请勿修改", "leave as it is") }], Version)),
        Sheet("基本信息", "基本信息", "Deal", "名称、场所、规模与参与机构", "name, market, size and parties", false,
            new FormBlock("#deal", new("交易要素", "Terms"), "", DealFields.Deal),
            new PartyBlock("#parties", new("参与机构", "Parties")) { MaxRows = 200, Spare = 6 },
            new TableBlock("#spv", new("特殊目的载体", "Vehicles"), "spv", DealFields.Vehicles) { Spare = 3 }),
        Sheet("日期", "日期", "Dates", "T 为顺延后的兑付日，之前的步骤以负的工作日数填写", "T is the rolled payment date; steps before it are negative business days", false,
            new FormBlock("#dates", new("日期", "Dates"), "dates", DealFields.Dates),
            new DateListBlock("#payment_dates", new("逐个列明的兑付日", "Payment dates one by one"), "dates.payment_dates.list", DealFields.PaymentDates) { Spare = 6 }),
        Sheet("资产", "资产", "Assets", "一行一户；“本户合同”只填与“合同与限额”不同的项", "one obligor in a row; own contract terms only where they differ", false,
            new TableBlock("#obligors", new("资产", "Obligors"), "pool.obligors", DealFields.Obligors) { MaxRows = 20_000, Spare = 30 }),
        Sheet("合同与限额", "合同与限额", "Contract and limits", "全部资产共用的合同条款与集中度限额", "terms shared by all assets, and limits of concentration", false,
            new FormBlock("#pool", new("合同与限额", "Contract and limits"), "pool", DealFields.Pool)),
        Sheet("证券", "证券", "Notes", "各档证券，由优先到次级", "the tranches, from senior to residual", false,
            new TableBlock("#tranches", new("证券", "Tranches"), "tranches", DealFields.Tranches) { Spare = 5 }),
        Sheet("费用", "费用", "Fees", "税与费；费率为年费率", "taxes and fees; rates are annual", true,
            new TableBlock("#fees", new("费用", "Fees"), "fees", DealFields.Fees)),
        Sheet("增信", "增信", "Support", "准备金、差额支付、担保与流动性支持", "reserves, shortfall payment, guarantees and liquidity", true,
            new TableBlock("#support", new("增信", "Support"), "support", DealFields.Supports) { Spare = 6 }),
        Sheet("触发", "触发", "Triggers", "条件成立即转入另一顺序，或执行所列动作", "when the condition holds the order changes or the act is done", true,
            new TableBlock("#triggers", new("触发", "Triggers"), "triggers", DealFields.Triggers) { Spare = 6 }),
        Sheet("顺序", "顺序", "Orders", "四种顺序写在同一张表，按序号由上到下支付", "all orders of payment in one table, paid by rising number", false,
            new OrderBlock("#steps", new("顺序", "Steps")) { Spare = 20 }),
        Sheet("账户", "账户", "Accounts", "不分账户时留空", "leave empty for a single account", true,
            new TableBlock("#accounts", new("账户", "Accounts"), "accounts", DealFields.Accounts) { Spare = 4 }),
        Sheet("储架", "储架", "Shelf", "储架发行时填写", "for a series of a shelf", true,
            new FormBlock("#shelf", new("储架额度", "Shelf"), "shelf", DealFields.Shelf),
            new TableBlock("#shelf_used", new("已发各期", "Series issued"), "shelf.used", DealFields.ShelfUsed) { Spare = 10 }),
        Sheet("成本", "成本", "Costs", "企业综合成本的构成，以及用来比较的普通贷款报价", "what financing costs the firms in all, and the loan quote to compare with", true,
            new TableBlock("#costs", new("成本项目", "Cost items"), "costs.items", DealFields.Costs) { Spare = 10 },
            new FormBlock("#quote", new("普通贷款报价", "Loan quote"), "costs.quote", DealFields.Quote),
            new TableBlock("#quote_items", new("普通贷款的其他成本", "Other costs of the loan"), "costs.quote.items", DealFields.Costs) { Spare = 6 }),
        Sheet("豁免", "豁免", "Waivers", "知悉并接受的检查结果，须写明理由", "findings the parties accept, each with its reason", true,
            new TableBlock("#waivers", new("豁免", "Waivers"), "waivers", DealFields.Waivers) { Spare = 6 }),
        Sheet("来源", "来源", "Origins", "重要数据从哪里来：披露、导入、录入、假设或计算", "where figures come from", true,
            new TableBlock("#origins", new("来源", "Origins"), "origins", DealFields.Origins) { MaxRows = 50_000, Spare = 15 }),
        Sheet("其他", "其他", "Other", "其他工作表没有列的内容，一行一个值", "what the other sheets have no column for, one value in a row", true,
            new LooseBlock("#other", new("其他", "Other")) { MaxRows = 200_000, Spare = 10 }),
    ];

    /// <summary>The order of keys in a deal that was read from a workbook.</summary>
    public static IReadOnlyList<string> RootKeys { get; } =
    [
        "schema", "id", "name", "market", "shelf", "spv", "structure", "currency", "money", "parties", "dates", "size", "pool", "tranches", "accounts",
        "fees", "support", "triggers", "waterfalls", "waivers", "payout", "costs", "origins", "reports",
    ];

    public static IReadOnlyList<string> PoolKeys { get; } =
        ["asset_kind", "contract", "obligors", "closing_collections", "ip_kinds", "eligibility", "appraised", "limits"];

    private static TemplateSheet Sheet(string name, string zh, string en, string note, string noteEn, bool optional, params IReadOnlyList<Block> blocks) =>
        new(name, new(zh, en), new(note, noteEn), blocks, optional);
}
