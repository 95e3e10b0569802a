using Zhirong.Engine.Appraisal.Facts;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Valuation.Reports.Requests;
using Zhirong.Platform.Office.Workbooks;

namespace Zhirong.Modules.Valuation.Batches;

/// <summary>A method of a group: its value and its weight in the conclusion.</summary>
/// <param name="Id">Its id in the request; groups of one template share ids.</param>
/// <param name="Word">The method's word.</param>
/// <param name="Weight">Null where there is no conclusion.</param>
internal sealed record BookMethod(string Id, string Word, decimal Value, decimal? Weight);

/// <summary>A group with the methods of the appraisal it was kept as.</summary>
internal sealed record BookGroup(BatchGroupResult Result, IReadOnlyList<BookMethod> Methods);

/// <summary>A firm's figures of its newest year that ends by the base date; null where not known.</summary>
internal sealed record BookFirm(Guid Id, string Name, DateOnly? Year, decimal? Revenue, decimal? NetProfit, decimal? NetAssets);

/// <summary>
/// 批量结果工作簿: summary, firms, product groups and rights. Totals, parts and checks are formulas over the methods' values and the
/// weights: whoever changes one sees what follows, and what was kept stands beside what is computed.
/// </summary>
internal sealed class BatchBook(string name, DateOnly baseDate, string purpose, IReadOnlyList<BookGroup> groups, IReadOnlyList<BookFirm> firms, Language language)
{
    private const int Head = 4, First = Head + 1, MostSaid = 2_000;

    /// <summary>The first column of the methods' values on the sheet of groups.</summary>
    private const int Methods = 7;

    private readonly List<(string Id, string Word)> methods = [.. groups.SelectMany(g => g.Methods).Select(m => (m.Id, m.Word)).DistinctBy(m => m.Id).OrderBy(m => m.Id, StringComparer.Ordinal)];
    private readonly List<(BatchGroupResult Group, BatchPart Right, bool Residual)> rights = [.. groups.SelectMany(g => Parts(g.Result))];

    private string GroupSheet => CellAddress.Quoted(T("产品组", "Groups"));

    private string RightSheet => CellAddress.Quoted(T("权利", "Rights"));

    private int Computed => Methods + (2 * methods.Count);

    private int LastGroup => Head + Math.Max(1, groups.Count);

    private int LastRight => Head + Math.Max(1, rights.Count);

    public byte[] Write()
    {
        var book = new Workbook { Title = name, Subject = T("批量价值分析结果", "Result of a batch of appraisals") };
        Summary(book.Add(T("汇总", "Summary")));
        Firms(book.Add(T("企业", "Firms")));
        Groups(book.Add(T("产品组", "Groups")));
        Rights(book.Add(T("权利", "Rights")));
        return WorkbookWriter.Write(book);
    }

    private static IEnumerable<(BatchGroupResult, BatchPart, bool)> Parts(BatchGroupResult group)
    {
        // What rounding leaves goes to the largest weight, of two alike to the first.
        var largest = group.Rights.Where(r => r.Value is not null).MaxBy(r => Number(r.Weight));
        return group.Rights.Select(r => (group, r, r == largest));
    }

    private void Summary(Sheet sheet)
    {
        sheet.Width(1, 46);
        sheet.Width(2, 24);
        sheet.Width(3, 60);
        sheet.Set(1, 1, Cell.Text(name, CellStyle.Title));
        sheet.Set(2, 1, Cell.Text($"{baseDate:yyyy-MM-dd} · {RequestWords.Value("purpose", purpose)?.In(language) ?? purpose} · {T("单位：元", "in CNY")}", CellStyle.Subtle));
        var (total, kept) = (Range(GroupSheet, Computed, LastGroup), Range(GroupSheet, Computed + 1, LastGroup));
        var known = groups.Sum(g => Number(g.Result.Total) ?? 0);
        (string Title, Cell Cell, string Note)[] lines =
        [
            (T("产品组", "Groups"), Cell.Formula($"COUNT({Range(GroupSheet, 1, LastGroup)})", groups.Count, CellStyle.Whole), ""),
            (T("权利", "Rights"), Cell.Formula($"COUNTA({Range(RightSheet, 2, LastRight)})", rights.Count, CellStyle.Whole), ""),
            (T("其中有价值的", "Of them valued"), Cell.Formula($"COUNT({Range(RightSheet, 10, LastRight)})", rights.Count(r => r.Right.Value is not null), CellStyle.Whole), ""),
            (T("合计（按方法与权重计算）", "Total by methods and weights"), Cell.Formula($"SUM({total})", known, CellStyle.Money), T("各产品组结论之和", "The groups' conclusions, summed")),
            (T("合计（保存的结论）", "Total of the kept conclusions"), Cell.Formula($"SUM({kept})", known, CellStyle.Money), T("方法值已取整到分，加权后与保存的结论每组至多差一分", "Methods' values are rounded to the fen: a group may differ by one")),
            (T("相差超过一分的产品组", "Groups that differ by more than a fen"), Cell.Formula($"SUMPRODUCT(--(ABS({total}-{kept})>0.0101))", 0m, CellStyle.Check), ""),
            (T("各权利之和与产品组不符的", "Groups whose rights do not sum to it"), Cell.Formula($"SUMPRODUCT(--(ABS({Range(GroupSheet, Computed + 3, LastGroup)})>0.001))", 0m, CellStyle.Check), ""),
            (T("出现两次的权利", "Rights listed twice"), Cell.Formula($"SUMPRODUCT(--({Range(RightSheet, 13, LastRight)}>1))", 0m, CellStyle.Check), T("每项权利只计一次", "Each right counts once")),
        ];
        foreach (var (n, line) in lines.Index())
        {
            sheet.Set(First + n, 1, Cell.Text(line.Title, CellStyle.Label));
            sheet.Set(First + n, 2, line.Cell);
            sheet.Set(First + n, 3, Cell.Text(line.Note, CellStyle.Note));
        }
    }

    private void Firms(Sheet sheet)
    {
        Heading(sheet, T("企业规模对照", "Against the firms' figures"), [("#", 6), (T("企业", "Firm"), 34), (T("年度", "Year to"), 13), (T("营业收入", "Revenue"), 20), (T("净利润", "Net profit"), 20), (T("净资产", "Net assets"), 20), (T("组合价值", "Value"), 20), (T("÷ 营业收入", "÷ revenue"), 13), (T("÷ 净利润", "÷ net profit"), 13), (T("÷ 净资产", "÷ net assets"), 13)]);
        foreach (var (n, firm) in firms.Index())
        {
            var row = First + n;
            var value = groups.Where(g => g.Result.FirmId == firm.Id).Sum(g => Number(g.Result.Total) ?? 0);
            sheet.Set(row, 1, Cell.Number(n + 1, CellStyle.Whole));
            sheet.Set(row, 2, Cell.Text(firm.Name, CellStyle.Wrapped));
            sheet.Set(row, 3, firm.Year is { } year ? Cell.Date(year) : Cell.Text("—"));
            decimal?[] figures = [firm.Revenue, firm.NetProfit, firm.NetAssets];
            foreach (var (c, figure) in figures.Index())
            {
                sheet.Set(row, 4 + c, figure is { } yuan ? Cell.Number(yuan, CellStyle.Money) : Cell.Text("—"));
                var cell = CellAddress.Of(row, 4 + c);
                var ratio = $"IF(AND(ISNUMBER({cell}),N({cell})>0),ROUND({CellAddress.Of(row, 7)}/{cell},4),\"—\")";
                sheet.Set(row, 8 + c, figure > 0 ? Cell.Formula(ratio, Rounding.Decimals(value / figure.Value, 4), CellStyle.Percent) : Cell.Formula(ratio, "—", CellStyle.Percent));
            }

            sheet.Set(row, 7, Cell.Formula($"SUMIF({Range(GroupSheet, 2, LastGroup)},{CellAddress.Of(row, 1)},{Range(GroupSheet, Computed, LastGroup)})", value, CellStyle.Money));
        }
    }

    private void Groups(Sheet sheet)
    {
        List<(string, double)> columns = [("#", 6), (T("企业 #", "Firm #"), 8), (T("企业", "Firm"), 30), (T("产品", "Product"), 24), (T("状态", "State"), 14), (T("权利数", "Rights"), 9)];
        columns.AddRange(methods.Select(m => (Title(m), 20.0)));
        columns.AddRange(methods.Select(m => ($"{Title(m)} {T("权重", "weight")}", 12.0)));
        columns.AddRange([(T("结论（计算）", "Conclusion, computed"), 20), (T("结论（保存）", "Conclusion, kept"), 20), (T("权利之和", "Sum of rights"), 20), (T("差额", "Difference"), 14), (T("区间低", "Low"), 20), (T("区间高", "High"), 20), (T("理由与提示", "Reason and remarks"), 60)]);
        Heading(sheet, T("产品组：各方法并列", "Product groups, methods side by side"), columns);
        foreach (var (n, group) in groups.Index())
        {
            var (row, result) = (First + n, group.Result);
            sheet.Set(row, 1, Cell.Number(result.No + 1, CellStyle.Whole));
            sheet.Set(row, 2, Cell.Number(firms.Index().First(f => f.Item.Id == result.FirmId).Index + 1, CellStyle.Whole));
            sheet.Set(row, 3, Cell.Text(result.FirmName, CellStyle.Wrapped));
            sheet.Set(row, 4, Cell.Text(result.ProductName, CellStyle.Wrapped));
            sheet.Set(row, 5, Cell.Text(State(result.State)));
            sheet.Set(row, 6, Cell.Formula($"COUNTIF({Range(RightSheet, 5, LastRight)},{CellAddress.Of(row, 1)})", result.Rights.Count, CellStyle.Whole));
            foreach (var (m, method) in methods.Index())
            {
                var found = group.Methods.FirstOrDefault(g => g.Id == method.Id);
                sheet.Set(row, Methods + m, found is null ? Cell.Blank(CellStyle.Money) : Cell.Number(found.Value, CellStyle.InputMoney));
                sheet.Set(row, Methods + methods.Count + m, found?.Weight is { } weight ? Cell.Number(weight, CellStyle.InputPercent) : Cell.Blank(CellStyle.Percent));
            }

            Concluded(sheet, row, result);
        }
    }

    private void Concluded(Sheet sheet, int row, BatchGroupResult result)
    {
        if (Number(result.Total) is { } total)
        {
            var (values, weights) = (CellAddress.Range(row, Methods, row, Methods + methods.Count - 1), CellAddress.Range(row, Methods + methods.Count, row, Computed - 1));
            var sum = Number(result.Total)!.Value;
            sheet.Set(row, Computed, Cell.Formula($"ROUND(SUMPRODUCT({values},{weights}),2)", sum, CellStyle.Money));
            sheet.Set(row, Computed + 1, Cell.Number(total, CellStyle.Money));
            sheet.Set(row, Computed + 2, Cell.Formula($"SUMIF({Range(RightSheet, 5, LastRight)},{CellAddress.Of(row, 1)},{Range(RightSheet, 9, LastRight)})", sum, CellStyle.Money));
            sheet.Set(row, Computed + 3, Cell.Formula($"ROUND({CellAddress.Of(row, Computed)}-{CellAddress.Of(row, Computed + 2)},2)", 0m, CellStyle.Check));
        }

        sheet.Set(row, Computed + 4, Yuan(result.Low));
        sheet.Set(row, Computed + 5, Yuan(result.High));
        var said = string.Join("；", new[] { result.Reason }.Concat(result.Remarks.Select(r => $"{(language == Language.En ? r.En : r.Zh)} {r.Code}")).Where(s => s.Length > 0));
        sheet.Set(row, Computed + 6, Cell.Text(said.Length <= MostSaid ? said : said[..MostSaid], CellStyle.Wrapped));
    }

    private void Rights(Sheet sheet)
    {
        Heading(sheet, T("权利：每项只计一次", "Rights, each once"), [("#", 6), (T("号码", "Number"), 22), (T("类别", "Category"), 16), (T("名称", "Title"), 42), (T("产品组 #", "Group #"), 10), (T("企业", "Firm"), 28), (T("产品", "Product"), 22), (T("组内权重", "Weight"), 14), (T("价值（计算）", "Value, computed"), 20), (T("价值（保存）", "Value, kept"), 20), (T("区间低", "Low"), 18), (T("区间高", "High"), 18), (T("出现次数", "Times listed"), 10), (T("理由", "Reason"), 60)]);
        foreach (var (n, (group, right, residual)) in rights.Index())
        {
            var (row, at) = (First + n, First + groups.Index().First(g => g.Item.Result.No == group.No).Index);
            sheet.Set(row, 1, Cell.Number(n + 1, CellStyle.Whole));
            sheet.Set(row, 2, Cell.Text(right.Number));
            sheet.Set(row, 3, Cell.Text(RequestWords.Value("kind", right.Kind)?.In(language) ?? right.Kind));
            sheet.Set(row, 4, Cell.Text(right.Title, CellStyle.Wrapped));
            sheet.Set(row, 5, Cell.Number(group.No + 1, CellStyle.Whole));
            sheet.Set(row, 6, Cell.Text(group.FirmName, CellStyle.Wrapped));
            sheet.Set(row, 7, Cell.Text(group.ProductName, CellStyle.Wrapped));
            sheet.Set(row, 8, Number(right.Weight) is { } weight ? Cell.Number(weight, CellStyle.Percent4) : Cell.Blank(CellStyle.Percent4));
            if (Number(right.Value) is { } value)
            {
                sheet.Set(row, 9, Cell.Formula(residual ? Rest(row, at) : $"ROUND({Total(at)}*{CellAddress.Of(row, 8)},2)", value, CellStyle.Money));
            }

            sheet.Set(row, 10, Yuan(right.Value));
            sheet.Set(row, 11, Yuan(right.Low));
            sheet.Set(row, 12, Yuan(right.High));
            sheet.Set(row, 13, Cell.Formula($"COUNTIF({CellAddress.Range(First, 2, LastRight, 2, absolute: true)},{CellAddress.Of(row, 2)})", rights.Count(r => r.Right.Number == right.Number), CellStyle.Whole));
            sheet.Set(row, 14, Cell.Text(language == Language.En ? right.ReasonEn : right.Reason, CellStyle.Wrapped));
        }

        string Total(int at) => $"{GroupSheet}!{CellAddress.Of(at, Computed)}";

        // The group's conclusion less every other right of it, which stand together above and below.
        string Rest(int row, int at)
        {
            var others = rights.Index().Where(r => r.Item.Group.No == rights[row - First].Group.No && r.Index != row - First && r.Item.Right.Value is not null).Select(r => First + r.Index).ToList();
            var parts = new[] { others.Where(r => r < row).ToList(), others.Where(r => r > row).ToList() }.Where(p => p.Count > 0).Select(p => $"-SUM({CellAddress.Range(p[0], 9, p[^1], 9)})");
            return $"ROUND({Total(at)}{string.Concat(parts)},2)";
        }
    }

    private static void Heading(Sheet sheet, string title, IReadOnlyList<(string Title, double Width)> columns)
    {
        sheet.Set(1, 1, Cell.Text(title, CellStyle.Title));
        foreach (var (n, column) in columns.Index())
        {
            sheet.Width(n + 1, column.Width);
            sheet.Set(Head, n + 1, Cell.Text(column.Title, CellStyle.Header));
        }

        sheet.Freeze(Head, 2);
        sheet.PrintSetup(landscape: true, repeatRows: Head);
    }

    private static string Range(string sheet, int column, int last) => $"{sheet}!{CellAddress.Range(First, column, last, column, absolute: true)}";

    private static Cell Yuan(string? yuan) => Number(yuan) is { } number ? Cell.Number(number, CellStyle.Money) : Cell.Blank(CellStyle.Money);

    private static decimal? Number(string? text) => text is null ? null : decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private string Title((string Id, string Word) method) => Engine.Appraisal.Facts.Methods.Read(method.Word) is { } known ? $"{known.Title().In(language)}（{method.Id}）" : method.Id;

    private string State(string state) => state switch { BatchGroupResult.Valued => T("已估值", "valued"), BatchGroupResult.Open => T("无结论", "no conclusion"), _ => T("不能计算", "refused") };

    private string T(string zh, string en) => language == Language.En ? en : zh;
}
