using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Zhirong.Engine.Basics;
using Zhirong.Platform.Office.Workbooks;

namespace Zhirong.Modules.Valuation.Batches;

/// <summary>A right of a template: by number, with what people see of it.</summary>
internal sealed record FileRight(string Number, string Title);

/// <summary>A product group of a template.</summary>
/// <param name="Key">Short name by which the sheet of parameters speaks of it: <c>G1</c>.</param>
/// <param name="Firm">Unified social credit code.</param>
internal sealed record FileGroup(string Key, string Firm, string FirmName, string Product, IReadOnlyList<FileRight> Rights, IReadOnlyList<BatchParameter> Parameters);

/// <summary>
/// <c>zhirong/batch-template/v1</c>: what a batch is asked, as a file to download, fill in and upload again; JSON and a workbook of three
/// sheets hold the same.
/// </summary>
/// <param name="Terms">name, base_date, purpose, value_type, weights_by; as text.</param>
/// <param name="Parameters">For every group.</param>
internal sealed record BatchFile(IReadOnlyDictionary<string, string> Terms, IReadOnlyList<FileGroup> Groups, IReadOnlyList<BatchParameter> Parameters)
{
    public const string Schema = "zhirong/batch-template/v1";

    public static IReadOnlyList<(string Key, Words Title)> TermKeys { get; } =
    [
        ("name", new("批次名称", "Name")), ("base_date", new("基准日", "Base date")), ("purpose", new("评估目的", "Purpose")), ("value_type", new("价值类型", "Type of value")), ("weights_by", new("组内权重", "Weights in a group")),
    ];

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly (string Key, Words Title, double Width)[] RightColumns =
        [("group", new("组", "Group"), 8), ("firm", new("统一社会信用代码", "Credit code"), 22), ("firm_name", new("企业", "Firm"), 30), ("product", new("产品", "Product"), 24), ("number", new("权利号码", "Number"), 22), ("title", new("名称", "Title"), 44)];

    private static readonly (string Key, Words Title, double Width)[] ParameterColumns =
        [("group", new("组（空为全部）", "Group (empty: all)"), 16), ("path", new("参数", "Parameter"), 44), ("value", new("取值", "Value"), 20), ("kind", new("取得方式", "Origin"), 16), ("source", new("来源", "Source"), 40), ("date", new("来源日期", "Day of the source"), 14)];

    public byte[] Json()
    {
        var made = new JsonObject { ["schema"] = Schema };
        foreach (var (key, _) in TermKeys)
        {
            made[key] = Terms.GetValueOrDefault(key) is { Length: > 0 } text ? text : null;
        }

        made["parameters"] = BatchParameters.Template(Parameters);
        made["groups"] = new JsonArray([.. Groups.Select(g => (JsonNode)new JsonObject
        {
            ["group"] = g.Key,
            ["firm"] = g.Firm,
            ["firm_name"] = g.FirmName,
            ["product"] = g.Product,
            ["rights"] = new JsonArray([.. g.Rights.Select(r => (JsonNode)new JsonObject { ["number"] = r.Number, ["title"] = r.Title })]),
            ["parameters"] = BatchParameters.Template(g.Parameters),
        })]);
        return JsonSerializer.SerializeToUtf8Bytes(made, Readable);
    }

    public byte[] Workbook(Language language)
    {
        var book = new Workbook { Title = new Words("批量价值分析模板", "Template of a batch of appraisals").In(language), Subject = Schema };
        var terms = book.Add(new Words("批次", "Batch").In(language));
        (string, Words, double)[] head = [("key", new("项目", "Item"), 22), ("value", new("内容", "Content"), 44)];
        Head(terms, head, language);
        foreach (var (n, (key, title)) in TermKeys.Index())
        {
            terms.Set(3 + n, 1, Cell.Text($"{title.In(language)} {key}", CellStyle.Label));
            terms.Set(3 + n, 2, Cell.Text(Terms.GetValueOrDefault(key) ?? "", CellStyle.Input));
        }

        var rights = book.Add(new Words("权利", "Rights").In(language));
        Head(rights, RightColumns, language);
        foreach (var (n, (g, r)) in Groups.SelectMany(g => g.Rights.Select(r => (g, r))).Index())
        {
            Row(rights, 3 + n, [g.Key, g.Firm, g.FirmName, g.Product, r.Number, r.Title]);
        }

        var parameters = book.Add(new Words("参数", "Parameters").In(language));
        Head(parameters, ParameterColumns, language);
        foreach (var (n, (key, p)) in Parameters.Select(p => ("", p)).Concat(Groups.SelectMany(g => g.Parameters.Select(p => (g.Key, p)))).Index())
        {
            Row(parameters, 3 + n, [key, p.Path, p.Value, p.Kind, p.Source, p.Date]);
        }

        return WorkbookWriter.Write(book);
    }

    /// <summary>JSON, or a workbook with the three sheets in their order; the second row of each names its columns.</summary>
    public static Result<BatchFile> Read(byte[] bytes) => bytes is [(byte)'P', (byte)'K', ..] ? OfWorkbook(bytes) : OfJson(bytes);

    private static Result<BatchFile> OfJson(byte[] bytes)
    {
        try
        {
            if (JsonNode.Parse(bytes) is not JsonObject root || $"{root["schema"]}" != Schema)
            {
                return BatchFileRefusals.NotATemplate("schema", "—");
            }

            return new BatchFile(
                TermKeys.ToDictionary(t => t.Key, t => root[t.Key] is { } said ? $"{said}" : "", StringComparer.Ordinal),
                [.. (root["groups"] as JsonArray ?? []).OfType<JsonObject>().Select((g, n) => new FileGroup(
                    g["group"] is { } key ? $"{key}" : $"G{n + 1}", $"{g["firm"]}", $"{g["firm_name"]}", $"{g["product"]}",
                    [.. (g["rights"] as JsonArray ?? []).Select(r => r is JsonObject right ? new FileRight($"{right["number"]}", $"{right["title"]}") : new FileRight($"{r}", ""))], BatchParameters.Lines(g["parameters"] as JsonObject)))],
                BatchParameters.Lines(root["parameters"] as JsonObject));
        }
        catch (JsonException wrong)
        {
            return BatchFileRefusals.NotATemplate($"{wrong.LineNumber + 1}:{wrong.BytePositionInLine + 1}", wrong.Message);
        }
    }

    private static Result<BatchFile> OfWorkbook(byte[] bytes)
    {
        var book = WorkbookReader.Read(bytes);
        if (!book.Ok)
        {
            return Result<BatchFile>.Refused(book.Refusals);
        }

        var tables = book.Value.Sheets.Where(s => !s.Hidden).Take(3).Select(Table).ToList();
        if (tables.Count < 3 || !tables[1].Names.Contains("number") || !tables[2].Names.Contains("path"))
        {
            return BatchFileRefusals.NotATemplate("—", string.Join(" | ", book.Value.Sheets.Select(s => s.Name)));
        }

        var terms = tables[0].Rows.ToDictionary(r => r.Of("key").Split(' ')[^1], r => r.Of("value"), StringComparer.Ordinal);
        var parameters = tables[2].Rows.Where(r => r.Of("path").Length > 0).ToLookup(r => r.Of("group"), r => new BatchParameter(r.Of("path"), r.Of("value"), r.Of("kind"), r.Of("source"), r.Of("date")), StringComparer.Ordinal);
        List<FileGroup> groups = [.. tables[1].Rows.Where(r => r.Of("number").Length > 0).GroupBy(r => r.Of("group"), StringComparer.Ordinal).Select(g => new FileGroup(g.Key, g.First().Of("firm"), g.First().Of("firm_name"), g.First().Of("product"), [.. g.Select(r => new FileRight(r.Of("number"), r.Of("title")))], [.. parameters[g.Key]]))];
        return parameters.FirstOrDefault(p => p.Key.Length > 0 && groups.TrueForAll(g => g.Key != p.Key)) is { } strange
            ? BatchFileRefusals.NoGroup(strange.Key, groups.Select(g => g.Key))
            : new BatchFile(terms, groups, [.. parameters[""]]);
    }

    private static (IReadOnlyList<string> Names, IReadOnlyList<FileLine> Rows) Table(SheetContent sheet)
    {
        var names = sheet.Cells.Where(c => c.Row == 2).ToDictionary(c => c.Column, c => c.Text.Trim());
        return ([.. names.Values], [.. sheet.Cells.Where(c => c.Row > 2 && names.ContainsKey(c.Column)).GroupBy(c => c.Row).OrderBy(g => g.Key).Select(g => new FileLine(g.ToDictionary(c => names[c.Column], c => c.Kind == ReadKind.Flag ? c.Text.ToLower(CultureInfo.InvariantCulture) : c.Text.Trim(), StringComparer.Ordinal)))]);
    }

    private static void Head(Sheet sheet, IReadOnlyList<(string Key, Words Title, double Width)> columns, Language language)
    {
        foreach (var (n, (key, title, width)) in columns.Index())
        {
            sheet.Width(n + 1, width);
            sheet.Set(1, n + 1, Cell.Text(title.In(language), CellStyle.Header));
            sheet.Set(2, n + 1, Cell.Text(key, CellStyle.Key));
        }

        sheet.Freeze(2, 0);
    }

    private static void Row(Sheet sheet, int row, string[] texts)
    {
        foreach (var (c, text) in texts.Index())
        {
            sheet.Set(row, c + 1, Cell.Text(text, CellStyle.Input));
        }
    }

    private sealed record FileLine(IReadOnlyDictionary<string, string> Cells)
    {
        public string Of(string column) => Cells.GetValueOrDefault(column) ?? "";
    }
}
