using System.Globalization;
using System.Text.Json.Nodes;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Lending.Papers.Templates;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Office.Reports;

namespace Zhirong.Modules.Lending.Papers;

/// <summary>Fills a template from a record: the same two give the same report.</summary>
internal sealed class PaperFill(JsonObject record, Language language)
{
    private const string Nothing = "—";

    public static Report Of(PaperTemplate template, LoanPaper paper, Language asked)
    {
        var language = template.English ? asked : Language.Zh;
        var (fill, number) = (new PaperFill(JsonNode.Parse(paper.Record)!.AsObject(), language), $"{paper.Template}-v{paper.N}");
        return fill.Filled(template, number, paper.AsOf, [new(T("文件版本", "Document").In(language), number), new(T("生成日期", "Made on").In(language), fill.Written($"{paper.AsOf:yyyy-MM-dd}", "day")), new(T("证据编号", "Evidence").In(language), $"{paper.EvidenceId}"), new(T("记录校验值", "Record").In(language), $"sha256:{paper.RecordHash}")]);
    }

    /// <summary>What a document would be by a text that is being written: a specimen says on every page that it is one.</summary>
    public static Report Specimen(PaperTemplate template, JsonObject record, DateOnly day, Language asked)
    {
        var language = template.English ? asked : Language.Zh;
        var (fill, specimen) = (new PaperFill(record, language), T("样稿", "Specimen").In(language));
        return fill.Filled(template, specimen, day, [new(T("文件版本", "Document").In(language), T("样稿，未生成文件", "specimen, no document was made").In(language)), new(T("预览日期", "Shown on").In(language), fill.Written($"{day:yyyy-MM-dd}", "day"))]) with { Watermark = specimen, PrintHint = T("样稿：按所选记录试填，只供核对，未生成文件。", "A specimen filled from the record chosen, to look at; no document was made.").In(language) };
    }

    private static Words T(string zh, string en) => new(zh, en);

    private Report Filled(PaperTemplate template, string number, DateOnly day, ReportFact[] stamp) => new()
    {
        Language = language,
        Kind = PaperSubjects.Of(template.About).Title.In(language),
        Name = template.Title.In(language),
        Head = $"{template.Title.In(language)}  {number}",
        Facts =
        [
            .. Facts(template.Facts, null),
            .. stamp,
            new(T("模板", "Template").In(language), $"{template.Id} v{template.Version}{(template.Verified ? "" : T("（未经法律审定）", " (not reviewed by counsel)").In(language))}"),
        ],
        Sections = [.. template.Sections.Where(s => Stands(s.When)).Select(Section)],
        Disclaimer = template.Disclaimer.In(language),
        PrintHint = T("可直接打印，或下载 PDF、DOCX。", "Print it, or download it as PDF or DOCX.").In(language),
        AsOf = day,
    };

    private ReportSection Section(PaperSection section) => new(section.Id, section.Title.In(language), section.Landscape, [.. section.Blocks.Where(b => Stands(b.When)).SelectMany(Block)]);

    private IEnumerable<ReportBlock> Block(PaperBlock block)
    {
        if (block is PaperTable table)
        {
            return [Table(table)];
        }

        return block.Each is { } list ? Items(list).Select(item => One(block, item)) : [One(block, null)];
    }

    private ReportBlock One(PaperBlock block, JsonObject? item) => block switch
    {
        PaperText text => new ReportText(text.Role, Filled(text.Text.In(language), item)),
        PaperFacts facts => new ReportFacts(Facts(facts.Facts, item)),
        _ => new ReportSeals([.. ((PaperSeals)block).Places.Select(p => new ReportSeal(p.Role.In(language), Filled(p.Name, item), new Words("法定代表人或授权代表：", "Legal or authorised representative:").In(language), new Words("日期：", "Date:").In(language)))]),
    };

    private List<ReportFact> Facts(IReadOnlyList<PaperFact> facts, JsonObject? item) => [.. facts.Where(f => Stands(f.When)).Select(f => new ReportFact(f.Label.In(language), Filled(f.Is, item)))];

    private ReportBlock Table(PaperTable table)
    {
        var items = Items(table.Rows);
        if (items.Count == 0)
        {
            return new ReportText(TextRole.Body, table.Empty.In(language));
        }

        var rows = items.ConvertAll(item => ReportRow.Of([.. table.Columns.Select(c => (ReportCell)Filled(c.Is, item))]));
        if (table.Columns.Any(c => c.Sum))
        {
            rows.Add(ReportRow.Total([.. table.Columns.Select((c, n) => (ReportCell)(c.Sum ? Sum(c, items) : n == 0 ? new Words("合计", "Total").In(language) : ""))]));
        }

        return new ReportTable { Title = Filled(table.Title.In(language), null), Columns = [.. table.Columns.Select(c => new ReportColumn(c.Title.In(language), c.Kind))], Rows = rows };
    }

    /// <summary>The sum of a column's amounts, to the fen; nothing where one of them is not known.</summary>
    private string Sum(PaperColumn column, List<JsonObject> items)
    {
        var field = PaperPlaces.Place().Match(column.Is).Groups["field"].Value;
        var amounts = items.ConvertAll(i => decimal.TryParse(Raw(i[field]), NumberStyles.Number, CultureInfo.InvariantCulture, out var yuan) ? yuan : (decimal?)null);
        return amounts.Contains(null) ? Nothing : Written(amounts.Sum()!.Value.ToString("0.00", CultureInfo.InvariantCulture), "money");
    }

    private List<JsonObject> Items(string list) => [.. record[list]!.AsArray().Select(i => i!.AsObject())];

    private bool Stands(string? when)
    {
        if (when is null)
        {
            return true;
        }

        var there = record[when.TrimStart('!')] switch { JsonArray list => list.Count > 0, var node => Raw(node) is not ("" or "false") };
        return there != when.StartsWith('!');
    }

    private string Filled(string text, JsonObject? item) => PaperPlaces.Place().Replace(text, place =>
    {
        var field = place.Groups["field"].Value;
        return Written(Raw(item is not null && item.ContainsKey(field) ? item[field] : record[field]), place.Groups["format"].Value);
    });

    private string Raw(JsonNode? node) => Raw(node, language);

    /// <summary>A field as it is kept; of words in two languages the one asked for.</summary>
    public static string Raw(JsonNode? node, Language language) => node switch { null => "", JsonObject words => $"{words[language == Language.En ? "en" : "zh"]}", _ => $"{node}" };

    /// <summary>A field as a place asks for it, and as it stands where it cannot be written so.</summary>
    public static string Written(string raw, string format, Language language)
    {
        if (raw.Length == 0)
        {
            return Nothing;
        }

        var number = decimal.TryParse(raw, NumberStyles.Number, CultureInfo.InvariantCulture, out var read) ? read : (decimal?)null;
        return format switch
        {
            "money" when number is { } yuan => yuan.ToString("#,##0.00", CultureInfo.InvariantCulture),
            "capital" when number is { } yuan => ChineseAmount.Capital(Money.Cny(yuan)),
            "percent" when number is { } rate => $"{(rate * 100m).ToString("0.####", CultureInfo.InvariantCulture)}%",
            "day" when language == Language.Zh && DateOnly.TryParseExact(raw, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture),
            _ => raw,
        };
    }

    private string Written(string raw, string format) => Written(raw, format, language);
}
