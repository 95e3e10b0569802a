using Zhirong.Engine.Basics;
using Zhirong.Modules.Payments.Files;
using Zhirong.Modules.Payments.Reconciling;
using Zhirong.Modules.Payments.Sheets;
using Zhirong.Modules.Payments.UseCases;
using Zhirong.Platform.Office.Files;
using Zhirong.Platform.Office.Workbooks;

namespace Zhirong.Modules.Payments.Model;

/// <summary>One row of a table of payments: the item, where it stands, and the source named by the bank's reference.</summary>
internal sealed record TableRow(NewItem Item, string Place, string? Source);

/// <summary>Reads a table of payments as people have it: copied from a spreadsheet, xlsx, or csv in UTF-8 or GBK; columns by their titles.</summary>
internal static class ItemTable
{
    /// <summary>The titles stand within the first so many rows.</summary>
    private const int HeadRows = 30;

    private static readonly Dictionary<string, string[]> Titles = new(StringComparer.Ordinal)
    {
        ["payeeName"] = ["收款人名称", "收款人户名", "收款户名", "收款人", "户名", "payee", "payeename", "name"],
        ["account"] = ["收款人账号", "收款账号", "账号", "钱包编号", "钱包id", "account", "accountnumber", "walletid"],
        ["amount"] = ["金额", "金额(元)", "付款金额", "付款金额(元)", "amount"],
        ["kind"] = ["账户类型", "账户种类", "kind"],
        ["agentName"] = ["收款行名称", "收款人开户行", "开户行", "开户银行", "bank"],
        ["agentCnaps"] = ["收款行行号", "支付系统行号", "联行号", "行号", "cnaps"],
        ["operatingBank"] = ["钱包运营机构", "运营机构", "operatingbank"],
        ["purpose"] = ["用途", "付款用途", "purpose"],
        ["purposeCode"] = ["用途代码", "purposecode"],
        ["remittance"] = ["附言", "摘要", "备注", "remittance", "memo"],
        ["loanNo"] = ["借据号", "借据编号", "loanno"],
        ["counterAccount"] = ["对方科目", "counteraccount"],
        ["source"] = ["资金来源", "来源流水号", "source"],
    };

    private static readonly Dictionary<string, string> FieldOf = Titles.SelectMany(t => t.Value.Select(v => (Title: Key(v), t.Key))).ToDictionary(t => t.Title, t => t.Key, StringComparer.Ordinal);

    public static Result<IReadOnlyList<TableRow>> Read(byte[] bytes)
    {
        var rows = bytes.AsSpan().StartsWith("PK"u8) || bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF]) ? OfWorkbook(bytes) : OfText(bytes);
        return rows.Ok ? OfRows(rows.Value) : Result<IReadOnlyList<TableRow>>.Refused(rows.Refusals);
    }

    private static Result<IReadOnlyList<TableRow>> OfRows(IReadOnlyList<(string Place, IReadOnlyList<string> Cells)> rows)
    {
        for (var head = 0; head < Math.Min(HeadRows, rows.Count); head++)
        {
            var fields = rows[head].Cells.Select(c => FieldOf.GetValueOrDefault(Key(c))).ToList();
            if (fields.Contains("payeeName") && fields.Contains("account") && fields.Contains("amount"))
            {
                return Result<IReadOnlyList<TableRow>>.Of([.. rows.Skip(head + 1).Where(r => !Empty(r.Cells, fields)).Select(r => Row(r.Place, r.Cells, fields))]);
            }
        }

        return AccountRefusals.Titles(rows.Count == 0 ? "—" : string.Join(" | ", rows[0].Cells.Take(12)));
    }

    /// <summary>Blank rows, and the row of totals, which names neither payee nor account.</summary>
    private static bool Empty(IReadOnlyList<string> cells, IReadOnlyList<string?> fields) =>
        Cell(cells, fields, "account") is null && (Cell(cells, fields, "payeeName") is not { } name || Key(name) is "合计" or "总计" or "total");

    private static TableRow Row(string place, IReadOnlyList<string> cells, IReadOnlyList<string?> fields)
    {
        string? Of(string field) => Cell(cells, fields, field);
        var wallet = Of("kind") is { } kind ? kind.Contains("数字", StringComparison.Ordinal) || kind.Contains("钱包", StringComparison.Ordinal) || kind == ItemForm.Wallet : Of("operatingBank") is not null;
        var amount = ChineseAmount.Read(Of("amount") ?? "");
        var item = new NewItem(
            Of("payeeName") ?? "", (Of("account") ?? "").Replace(" ", "", StringComparison.Ordinal), amount.Ok ? $"{amount.Value}" : Of("amount") ?? "", wallet ? ItemForm.Wallet : ItemForm.Bank, Of("agentName"), Of("agentCnaps"), Of("operatingBank"), Of("purpose"), Of("purposeCode"), Of("remittance"), Of("loanNo"), Of("counterAccount"));
        return new(item, place, Of("source"));
    }

    private static string? Cell(IReadOnlyList<string> cells, IReadOnlyList<string?> fields, string field)
    {
        for (var n = 0; n < Math.Min(cells.Count, fields.Count); n++)
        {
            if (fields[n] == field && cells[n].Trim() is { Length: > 0 } text)
            {
                return text;
            }
        }

        return null;
    }

    private static Result<IReadOnlyList<(string Place, IReadOnlyList<string> Cells)>> OfWorkbook(byte[] bytes)
    {
        var read = WorkbookReader.Read(bytes);
        if (!read.Ok)
        {
            return Result<IReadOnlyList<(string, IReadOnlyList<string>)>>.Refused(read.Refusals);
        }

        var rows = new List<(string, IReadOnlyList<string>)>();
        foreach (var row in read.Value.Sheets.FirstOrDefault(s => !s.Hidden && s.Cells.Count > 0)?.Cells.GroupBy(c => c.Row).OrderBy(g => g.Key) ?? Enumerable.Empty<IGrouping<int, ReadCell>>())
        {
            var cells = new List<string>();
            foreach (var cell in row.Where(c => c.Column <= CsvRows.MostFields).OrderBy(c => c.Column))
            {
                cells.AddRange(Enumerable.Repeat("", cell.Column - 1 - cells.Count));
                cells.Add(cell.Text);
            }

            rows.Add(($"A{row.Key}", cells));
        }

        return Result<IReadOnlyList<(string, IReadOnlyList<string>)>>.Of(rows);
    }

    private static Result<IReadOnlyList<(string Place, IReadOnlyList<string> Cells)>> OfText(byte[] bytes) => FileRefused.Catch(() =>
    {
        using var stream = new PeekedStream(new MemoryStream(bytes, writable: false));
        var encoding = TextEncodings.OfText(stream);
        using var reader = new StreamReader(stream, encoding, true);
        var text = reader.ReadToEnd();
        var first = text.Split('\n', 2)[0];
        var separator = first.Contains('\t', StringComparison.Ordinal) || text.Contains('\t', StringComparison.Ordinal) ? '\t' : first.Contains(';', StringComparison.Ordinal) ? ';' : ',';
        return (IReadOnlyList<(string, IReadOnlyList<string>)>)[.. new CsvRows(new StringReader(text), separator).All().Select(r => ($"line {r.Line}", (IReadOnlyList<string>)r.Fields))];
    });

    /// <summary>Titles are compared as names are, in lower case.</summary>
    private static string Key(string title) => NameKey.Of(title)?.ToLowerInvariant() ?? "";
}
