using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Lending.Pledges;
using Zhirong.Modules.Lending.Registration.Rules;
using Zhirong.Platform.Office.Printing;
using Zhirong.Platform.Office.Reports;
using Zhirong.Platform.Office.Workbooks;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Lending.Registration.Filing;

/// <summary>报送包: everything a filing needs as one zip, made from the records: form set, data, undertaking, declarations, and a manifest with the hash of each.</summary>
internal static class FilingPackage
{
    public const string Schema = "zhirong/filing-package/v1";

    private static readonly DateTimeOffset EntryTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The zip's bytes; the same records give the same bytes.</summary>
    /// <param name="printed">The papers as PDF, by their names without ending; none where the set goes without.</param>
    public static byte[] Of(FilingForm form, IReadOnlyDictionary<string, byte[]> printed)
    {
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal) { ["data.json"] = Encoding.UTF8.GetBytes(Data(form).ToJsonString(Json)), ["rights.xlsx"] = Rights(form) };
        foreach (var paper in FilingPapers.All(form))
        {
            files[$"{paper.Name}.docx"] = FilingPapers.Document(paper);
            if (printed.TryGetValue(paper.Name, out var pdf))
            {
                files[$"{paper.Name}.pdf"] = pdf;
            }
        }

        files["manifest.json"] = Encoding.UTF8.GetBytes(Manifest(form, files).ToJsonString(Json));
        return Zip(files);
    }

    /// <summary>Every paper of the set as PDF, with the form's day as its date; refused where the machine cannot print (OFF-0201 … OFF-0203).</summary>
    public static async Task<Result<IReadOnlyDictionary<string, byte[]>>> Print(FilingForm form, PagePrinter printer, CancellationToken cancel)
    {
        var printed = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var paper in FilingPapers.All(form))
        {
            var pdf = await printer.Print(ReportPage.Write(paper.Says), new(form.Day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero), cancel);
            if (!pdf.Ok)
            {
                return Result<IReadOnlyDictionary<string, byte[]>>.Refused(pdf.Refusals);
            }

            printed[paper.Name] = pdf.Value;
        }

        return Result<IReadOnlyDictionary<string, byte[]>>.Of(printed);
    }

    private static byte[] Zip(SortedDictionary<string, byte[]> files)
    {
        using var written = new MemoryStream();
        using (var zip = new ZipArchive(written, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
                entry.LastWriteTime = EntryTime;
                using var to = entry.Open();
                to.Write(content);
            }
        }

        return written.ToArray();
    }

    private static JsonObject Manifest(FilingForm form, SortedDictionary<string, byte[]> files) => new()
    {
        ["schema"] = Schema,
        ["reference"] = form.Reference,
        ["registry"] = form.Rules.Code,
        ["form"] = form.Form.Word(),
        ["formTitle"] = form.FormTitle.Zh,
        ["rulesVersion"] = form.Rules.Version,
        ["day"] = RowValues.Of(form.Day),
        ["files"] = new JsonArray([.. files.Select(f => new JsonObject { ["name"] = f.Key, ["bytes"] = f.Value.Length, ["sha256"] = Convert.ToHexStringLower(SHA256.HashData(f.Value)) })]),
        ["documents"] = new JsonArray([.. form.Rules.Documents.Select(d => new JsonObject { ["id"] = d.Id, ["title"] = d.Title.Zh, ["required"] = d.Required })]),
    };

    private static JsonObject Data(FilingForm form) => new()
    {
        ["schema"] = "zhirong/filing-data/v1",
        ["reference"] = form.Reference,
        ["registry"] = form.Rules.Code,
        ["form"] = form.Form.Word(),
        ["registrationNo"] = form.RegistrationNo,
        ["contractNo"] = form.ContractNo,
        ["mainContractNo"] = form.MainContractNo,
        ["pledgors"] = new JsonArray([.. form.Parties.Pledgors.Select(Party)]),
        ["pledgee"] = Party(form.Parties.Pledgee),
        ["debtor"] = Party(form.Parties.Debtor),
        ["claimKind"] = form.ClaimKind,
        ["maximum"] = form.Maximum,
        ["secured"] = Money.FenText(form.SecuredFen),
        ["currency"] = "CNY",
        ["debtFrom"] = RowValues.Of(form.DebtFrom),
        ["debtTo"] = RowValues.Of(form.DebtTo),
        ["expires"] = RowValues.Of(form.Expires),
        ["change"] = form.Change,
        ["scope"] = form.Scope,
        ["rights"] = new JsonArray([.. form.Rights.Select(Right)]),
        ["statements"] = new JsonArray([.. form.Statements.Select(s => new JsonObject { ["kind"] = s.Kind, ["ground"] = s.Ground, ["right"] = RowValues.Of(s.RightId), ["who"] = s.Who, ["document"] = s.Document, ["sha256"] = s.Sha256, ["on"] = RowValues.Of(s.OnDay) })]),
    };

    private static JsonObject Party(PledgeParty party) => new() { ["name"] = party.Name, ["code"] = party.Code ?? "", ["address"] = party.Address ?? "" };

    private static JsonObject Right(FiledRight r) => new()
    {
        ["number"] = r.Number,
        ["kind"] = r.Kind,
        ["title"] = r.Title,
        ["filed"] = RowValues.Of(r.Filed),
        ["granted"] = RowValues.Of(r.Granted),
        ["allocated"] = Money.FenText(r.AllocatedFen),
        ["value"] = r.ValueFen is { } fen ? Money.FenText(fen) : null,
        ["valueSource"] = r.ValueSource,
        ["dataHash"] = r.DataHash,
    };

    private static readonly (string Title, double Width)[] Heads = [("序号", 6), ("号码", 22), ("类别", 14), ("名称", 40), ("申请日", 12), ("授权公告日", 12), ("分摊金额（元）", 20), ("价值（元）", 20), ("价值来源", 24)];

    private static byte[] Rights(FilingForm form)
    {
        var book = new Workbook { Title = form.FormTitle.Zh, Subject = form.ContractNo };
        var sheet = book.Add("权利清单");
        foreach (var (n, head) in Heads.Index())
        {
            sheet.Set(1, n + 1, Cell.Text(head.Title, CellStyle.Header));
            sheet.Width(n + 1, head.Width);
        }

        foreach (var (n, r) in form.Rights.Index())
        {
            var row = n + 2;
            sheet.Set(row, 1, Cell.Number(n + 1, CellStyle.Whole));
            sheet.Set(row, 2, Cell.Text(r.Number));
            sheet.Set(row, 3, Cell.Text(r.Kind));
            sheet.Set(row, 4, Cell.Text(r.Title, CellStyle.Wrapped));
            sheet.Set(row, 5, r.Filed is { } filed ? Cell.Date(filed) : Cell.Blank());
            sheet.Set(row, 6, r.Granted is { } granted ? Cell.Date(granted) : Cell.Blank());
            sheet.Set(row, 7, Cell.Number(r.AllocatedFen / 100m, CellStyle.Money));
            sheet.Set(row, 8, r.ValueFen is { } value ? Cell.Number(value / 100m, CellStyle.Money) : Cell.Blank());
            sheet.Set(row, 9, Cell.Text(r.ValueSource));
        }

        sheet.Freeze(1, 2);
        sheet.PrintSetup(landscape: true, repeatRows: 1);
        return WorkbookWriter.Write(book);
    }
}
