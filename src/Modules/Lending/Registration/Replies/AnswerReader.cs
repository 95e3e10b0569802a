using System.Globalization;
using System.Text;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Platform.Office.Files;
using Zhirong.Platform.Office.Workbooks;

namespace Zhirong.Modules.Lending.Registration.Replies;

/// <summary>
/// Reads a registry's answers: a table (CSV in UTF-8 or GB18030, XLSX) with a row of titles, or JSON
/// <c>{"schema": "zhirong/registry-answers/v1", "answers": [{"reference", "result", "on", …}]}</c>. A line that is wrong costs itself alone.
/// </summary>
internal static class AnswerReader
{
    public const string Schema = "zhirong/registry-answers/v1";
    public const int Most = 5_000;

    private static readonly string[] Fields = ["reference", "result", "on", "effective", "receiptNo", "registrationNo", "expires", "due", "note", "grounds"];
    private static readonly string[] DayShapes = ["yyyy-MM-dd", "yyyy/M/d", "yyyy.M.d", "yyyyMMdd", "yyyy年M月d日", "yyyy-M-d"];

    /// <returns>The answers in the order of the file, faults with them; refused where it is no such file, or holds none or too many.</returns>
    public static Result<IReadOnlyList<AnswerRead>> Read(byte[] bytes)
    {
        Result<IReadOnlyList<AnswerRead>> read;
        try
        {
            read = Open(bytes);
        }
        catch (FileFaultException fault)
        {
            return AnswerRefusals.NotAFile($"{fault.Kind}");
        }

        return !read.Ok ? read
            : read.Value.Count == 0 ? AnswerRefusals.Empty()
            : read.Value.Count > Most ? AnswerRefusals.TooMany(read.Value.Count, Most)
            : read;
    }

    private static Result<IReadOnlyList<AnswerRead>> Open(byte[] bytes)
    {
        switch (TextEncodings.Kind(bytes))
        {
            case FileKind.Workbook:
                var book = WorkbookReader.Read(bytes);
                return book.Ok ? Table(AnswerRows.OfSheet(book.Value)) : Result<IReadOnlyList<AnswerRead>>.Refused(book.Refusals);
            case FileKind.Xml:
                return AnswerRefusals.NotAFile("xml");
            default:
                return Text(bytes) is not { } text ? AnswerRefusals.NotAFile("—")
                    : text.TrimStart().StartsWith('{') ? Json(text)
                    : Table(AnswerRows.OfText(text));
        }
    }

    private static string? Text(byte[] bytes)
    {
        foreach (var encoding in (Encoding[])[TextEncodings.Utf8, TextEncodings.Gb18030])
        {
            try
            {
                return encoding.GetString(bytes).TrimStart('\uFEFF');
            }
            catch (DecoderFallbackException)
            {
                // The next one may read it.
            }
        }

        return null;
    }

    private static Result<IReadOnlyList<AnswerRead>> Table(IReadOnlyList<AnswerCells> rows)
    {
        var head = rows.Take(20).Select((row, at) => (Columns: row.Cells.Select(AnswerWords.Column).ToList(), At: at)).FirstOrDefault(h => h.Columns.Contains("reference") && h.Columns.Contains("result") && h.Columns.Contains("on"));
        if (head.Columns is null)
        {
            return AnswerRefusals.NoTitles(string.Join(", ", rows.Take(1).SelectMany(r => r.Cells).Take(10)));
        }

        return Result<IReadOnlyList<AnswerRead>>.Of([.. rows.Skip(head.At + 1).Select(row =>
        {
            var given = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var (column, cell) in head.Columns.Zip(row.Cells).Where(p => p.First is not null))
            {
                given[column!] = given.TryGetValue(column!, out var before) && before.Length > 0 ? before : cell;
            }

            return row.Broken ? new AnswerRead(row.Line, "", "", null, null) { Fault = AnswerRefusals.Broken(row.Line) } : One(row.Line, given, null);
        })]);
    }

    private static Result<IReadOnlyList<AnswerRead>> Json(string text)
    {
        var document = DocReader.Read(text);
        if (!document.Ok)
        {
            return Result<IReadOnlyList<AnswerRead>>.Refused(document.Refusals);
        }

        var answers = new List<AnswerRead>();
        var whole = FileFields.Node(document.Value, Schema, (root, _) =>
        {
            foreach (var (n, node) in root.List("answers", required: true).Index())
            {
                var faults = new List<Refusal>();
                var given = new Dictionary<string, string>(StringComparer.Ordinal);
                if (FieldReader.Open(node, $"answers.{n}", faults) is { } item)
                {
                    foreach (var field in Fields)
                    {
                        given[field] = item.Text(field) ?? "";
                    }

                    item.Finish();
                }

                answers.Add(One(Math.Max(1, node.Line), given, faults.FirstOrDefault()));
            }

            return answers.Count;
        });
        return whole.Ok ? Result<IReadOnlyList<AnswerRead>>.Of(answers) : Result<IReadOnlyList<AnswerRead>>.Refused(whole.Refusals);
    }

    private static AnswerRead One(int line, Dictionary<string, string> given, Refusal? fault)
    {
        string Of(string field) => given.GetValueOrDefault(field, "").Trim();
        DateOnly? Day(string field)
        {
            if (Of(field) is not { Length: > 0 } text)
            {
                return null;
            }

            if (DateOnly.TryParseExact(text.Split(' ')[0], DayShapes, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1990 and <= 2199)
            {
                return day;
            }

            fault ??= AnswerRefusals.Day(field, text, line);
            return null;
        }

        var (act, on, reference) = (AnswerWords.Read(Of("result")), Day("on"), Of("reference"));
        fault ??= reference.Length == 0 ? AnswerRefusals.NoReference(line) : act is null ? AnswerRefusals.Word(Of("result"), line) : on is null ? AnswerRefusals.Day("on", "—", line) : null;
        var (effective, expires, due) = (Day("effective"), Day("expires"), Day("due"));
        return new(line, Cut(reference, 100), Cut(Of("result"), 40), act, on)
        {
            Effective = effective,
            ReceiptNo = Cut(Of("receiptNo"), 100),
            RegistrationNo = Cut(Of("registrationNo"), 100),
            Expires = expires,
            Due = due,
            Note = Cut(Of("note"), 2_000),
            Grounds = [.. Of("grounds").Split([',', ';', '，', '；', '、', ' '], StringSplitOptions.RemoveEmptyEntries)],
            Fault = fault,
        };
    }

    private static string Cut(string text, int most) => string.Concat((text.Length <= most ? text : text[..most]).Where(c => !char.IsControl(c) || c == '\n'));
}
