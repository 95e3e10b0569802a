using Spectre.Console;
using Zhirong.Cases.Plays;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Credit;

namespace Zhirong.Host.Tables;

/// <summary>The records a case's run made, for people: one table for each kind.</summary>
internal static class RecordTable
{
    private static readonly Dictionary<string, Words> Titles = new()
    {
        ["firm"] = new("企业", "Firms"),
        ["right"] = new("权利", "Rights"),
        ["cost"] = new("成本项目", "Cost items"),
        ["licence_fee"] = new("许可费", "Licence fees"),
        ["royalty"] = new("反授权许可费", "Royalties"),
    };

    private static readonly Dictionary<string, string> Heads = new()
    {
        ["name"] = "名称",
        ["sector"] = "行业",
        ["tags"] = "称号",
        ["kind"] = "类别",
        ["owner"] = "权利人",
        ["title"] = "名称",
        ["firm"] = "企业",
        ["date"] = "日期",
        ["amount"] = "金额（元）",
        ["payer"] = "付款人",
        ["source"] = "依据",
        ["licence"] = "许可",
    };

    private static readonly Dictionary<string, Words> Terms = new()
    {
        ["patent"] = new("专利", "patent"),
        ["trademark"] = new("商标", "trademark"),
        ["copyright"] = new("著作权", "copyright"),
        ["data_ip"] = new("数据知识产权", "data right"),
        ["ic_layout"] = new("集成电路布图设计", "layout design"),
        ["plant_variety"] = new("植物新品种", "plant variety"),
        ["geo_indication"] = new("地理标志", "geographical indication"),
        [CostItem.Borrower] = new("企业", "borrower"),
    };

    public static void Print(IReadOnlyList<CaseRecord> records, bool zh)
    {
        foreach (var kind in records.GroupBy(r => r.Kind))
        {
            var title = Titles.TryGetValue(kind.Key, out var words) ? zh ? words.Zh : words.En : kind.Key;
            var table = Page.Table($"{title} {kind.Count()}", ["id", .. kind.First().Fields.Select(f => Head(f.Key, zh))]);
            foreach (var record in kind)
            {
                table.AddRow([Page.Plain(record.Id), .. record.Fields.Select(f => Page.Plain(Cell(f.Key, f.Value, zh)))]);
            }

            Page.Write(table);
        }
    }

    private static string Head(string name, bool zh) => (zh ? Heads.GetValueOrDefault(name, name) : name) + (name == "amount" ? "#" : "");

    private static string Cell(string name, string value, bool zh)
    {
        if (name == "amount" && decimal.TryParse(value, out var yuan))
        {
            return $"{yuan:#,##0.00}";
        }

        Words? words = Terms.TryGetValue(value, out var term) ? term : name == "kind" ? CostKinds.Parse(value)?.Title() : null;
        return words is { } known ? zh ? known.Zh : known.En : value;
    }
}
