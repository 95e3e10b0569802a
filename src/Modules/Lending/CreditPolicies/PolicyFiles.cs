using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Rules.Dmn;
using Zhirong.Engine.Rules.Policies;
using Zhirong.Engine.Rules.Writing;
using Zhirong.Platform.Office.Workbooks;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Lending.CreditPolicies;

/// <param name="Text"><c>zhirong/policy/v1</c>.</param>
/// <param name="Step">Id of a decision table in it.</param>
public sealed record PolicySheetRequest(string Text, string Step);

/// <summary>DMN tables as a draft policy; a decision table as a workbook, and a workbook's rows back again. It keeps nothing.</summary>
internal static class PolicyFiles
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Names of the columns that are no input and no output, in their order.</summary>
    public static IReadOnlyList<string> Others { get; } = ["id", "outcome", "reason", "note"];

    private const int MostColumns = 200;

    private const int MostBytes = 5 * 1024 * 1024;

    private static readonly Words[] OtherTitles = [new("行", "Row"), new("结论", "Outcome"), new("理由码", "Reason codes"), new("备注", "Note")];

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/lending/policies/dmn", (Delegate)Dmn).WithName("importDmn").WithSummary("A draft policy of the decision tables in a DMN file").Accepts<byte[]>("application/octet-stream").Produces<PolicyMade>().ProducesProblem(422).Reads("lending");
        api.MapPost("/lending/policies/sheet", Sheet).WithName("exportPolicyTable").WithSummary("A decision table as a workbook").Produces(200, null, ContentType).ProducesProblem(422).Reads("lending");
        api.MapPost("/lending/policies/sheet/rows", (Delegate)Rows).WithName("readPolicyTable").WithSummary("The rows of a decision table's workbook, by the columns' names").Accepts<byte[]>("application/octet-stream").Produces<RuleTableRead>().ProducesProblem(422).Reads("lending");
    }

    /// <summary>Two heading rows: titles for people, names for the way back; then a row for each of the table's.</summary>
    public static byte[] Write(TableStep table, Language language)
    {
        var book = new Workbook { Title = table.Title.In(language), Subject = table.Id };
        var sheet = book.Add("table");
        List<(string Name, string Title, double Width)> columns =
        [
            (Others[0], OtherTitles[0].In(language), 18), .. table.Inputs.Select(i => ($"when.{i.Id}", i.Title?.In(language) ?? i.Is.Text, 22.0)), .. table.Outputs.Select(o => ($"then.{o.Name}", o.Name, 20.0)),
            (Others[1], OtherTitles[1].In(language), 12), (Others[2], OtherTitles[2].In(language), 20), (Others[3], OtherTitles[3].In(language), 30),
        ];
        foreach (var (n, column) in columns.Index())
        {
            sheet.Width(n + 1, column.Width);
            sheet.Set(1, n + 1, Cell.Text(column.Title, CellStyle.Header));
            sheet.Set(2, n + 1, Cell.Text(column.Name, CellStyle.Key));
        }

        foreach (var (r, row) in table.Rows.Index())
        {
            string[] cells = [row.Id, .. row.When.Select(c => c?.Text ?? ""), .. row.Then.Select(c => c?.Text ?? ""), row.Outcome is { } outcome ? PolicyWords.Word(outcome) : "", string.Join(", ", row.Reasons), row.Note];
            foreach (var (c, text) in cells.Index())
            {
                sheet.Set(r + 3, c + 1, Cell.Text(text));
            }
        }

        sheet.Freeze(2, 1);
        sheet.PrintSetup(landscape: true, repeatRows: 2);
        return WorkbookWriter.Write(book);
    }

    /// <summary>The first sheet's rows from the one of names on; refused where there is none.</summary>
    public static Result<RuleTableRead> Read(byte[] bytes)
    {
        var book = WorkbookReader.Read(bytes);
        if (!book.Ok)
        {
            return Result<RuleTableRead>.Refused(book.Refusals);
        }

        var cells = book.Value.Sheets.FirstOrDefault(s => s is { Hidden: false, Cells.Count: > 0 })?.Cells ?? [];
        var rows = cells.Where(c => c.Column <= MostColumns).GroupBy(c => c.Row).OrderBy(g => g.Key).Select(Line).ToList();
        var names = rows.FindIndex(r => r.Count > 0 && r[0] == Others[0]);
        return names >= 0 ? new RuleTableRead([.. rows.Skip(names)])
            : LendingRefusals.Make("LEN-1007", "1", rows.Count > 0 && rows[0].Count > 0 ? rows[0][0] : "—", new("第一列名为 id 的列名行，如导出的表", "a row of names whose first is id, as in an exported table"), new("这不是决策表的工作簿", "This is no workbook of a decision table"));
    }

    private static List<string> Line(IGrouping<int, ReadCell> cells)
    {
        var line = new List<string>();
        foreach (var cell in cells.OrderBy(c => c.Column))
        {
            while (line.Count < cell.Column - 1)
            {
                line.Add("");
            }

            line.Add(cell.Kind == ReadKind.Flag ? cell.Text.ToLower(CultureInfo.InvariantCulture) : cell.Text.Trim());
        }

        return line;
    }

    private static async Task<IResult> Dmn(HttpContext context)
    {
        var bytes = await RequestBytes.Read(context, MostBytes);
        var made = bytes.Ok ? DmnImport.Of(bytes.Value) : Result<string>.Refused(bytes.Refusals);
        return made.Ok ? Results.Json(new PolicyMade(made.Value), WebJson.Options) : Problems.Of(context, made.Refusals);
    }

    private static IResult Sheet(BodyOf<PolicySheetRequest> body, HttpContext context)
    {
        var read = body.Value.Ok ? ExaminePolicy.Read(body.Value.Value.Text) : Result<Decisions.ShippedPolicy>.Refused(body.Value.Refusals);
        if (!read.Ok)
        {
            return Problems.Of(context, read.Refusals);
        }

        return read.Value.Policy.Steps.OfType<TableStep>().FirstOrDefault(s => s.Id == body.Value.Value.Step) is { } table
            ? Results.File(Write(table, RequestLanguage.Of(context)), ContentType, $"{read.Value.Policy.Id}-{table.Id}.xlsx")
            : Problems.Of(context, OriginationRefusals.PolicyStep(body.Value.Value.Step ?? "—"));
    }

    private static async Task<IResult> Rows(HttpContext context)
    {
        var bytes = await RequestBytes.Read(context, MostBytes);
        var read = bytes.Ok ? Read(bytes.Value) : Result<RuleTableRead>.Refused(bytes.Refusals);
        return read.Ok ? Results.Json(read.Value, WebJson.Options) : Problems.Of(context, read.Refusals);
    }
}
