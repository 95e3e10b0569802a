using System.Text.RegularExpressions;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Modules.Payments.Channels;

namespace Zhirong.Modules.Payments.Sheets;

/// <summary>Reads a mapping file (<c>zhirong/sheet/v1</c>, YAML or JSON).</summary>
public static partial class MappingReader
{
    public const string Schema = "zhirong/sheet/v1";

    private static readonly string[] Kinds = ["payout", "result", "statement", "balance"];

    /// <summary>The mapping, or every refusal: FLD-01xx of a field, PAY-0801 to 0806.</summary>
    public static Result<SheetMapping> Read(ReadOnlyMemory<byte> file)
    {
        var document = DocReader.Read(file);
        if (!document.Ok)
        {
            return Result<SheetMapping>.Refused(document.Refusals);
        }

        var refusals = new List<Refusal>();
        if (FieldReader.Open(document.Value, "", refusals) is not { } root)
        {
            return Result<SheetMapping>.Refused(refusals);
        }

        var mapping = Mapping(root, refusals);
        root.Finish();
        return refusals.Count == 0 ? mapping : Result<SheetMapping>.Refused(refusals);
    }

    private static SheetMapping Mapping(FieldReader root, List<Refusal> refusals)
    {
        if (root.Text("schema", required: true) is { } schema && schema != Schema)
        {
            refusals.Add(MappingRefusals.Schema(schema).At(root.Line, root.Column));
        }

        var id = root.Text("id", required: true) ?? "";
        if (!IdShape().IsMatch(id))
        {
            refusals.Add(MappingRefusals.Id(id).At(root.Line, root.Column));
        }

        var kind = (SheetKind)Math.Max(0, Array.IndexOf(Kinds, root.OneOf("kind", Kinds, required: true)));
        var mapping = new SheetMapping
        {
            Id = id,
            Kind = kind,
            Name = Both(root.Map("name", required: true)),
            Version = root.Whole("version", 1, 10_000, required: true) ?? 1,
            Dated = root.Date("dated", required: true) ?? default,
            Source = Both(root.Map("source", required: true)),
            Origin = root.OneOf("origin", ["published", "assumption"], required: true) ?? "",
            Files = [.. root.List("files", required: kind == SheetKind.Payout).Select((n, i) => root.TextOf(n, $"files[{i}]") ?? "")],
            Encoding = root.OneOf("encoding", ["utf-8", "gbk", "gb18030"]) ?? "utf-8",
            Sheet = root.Text("sheet") ?? "Sheet1",
            Columns = Columns(root, kind, refusals),
            Labels = Labels(root, kind, refusals),
            Statuses = Statuses(root, refusals),
            Directions = Directions(root),
        };
        Fits(mapping, root, refusals);
        return mapping;
    }

    private static List<MappedColumn> Columns(FieldReader root, SheetKind kind, List<Refusal> refusals)
    {
        var columns = new List<MappedColumn>();
        foreach (var (n, node) in root.List("columns", required: true).Index())
        {
            if (FieldReader.Open(node, $"columns[{n}]", refusals) is not { } item)
            {
                continue;
            }

            var titles = Texts(item, "titles");
            var field = item.OneOf("field", SheetFields.Of(kind));
            var value = item.Text("value");
            if (titles.Count == 0 || (field is null) == (value is null))
            {
                refusals.Add(MappingRefusals.Column(item.Path).At(item.Line, item.Column));
            }

            columns.Add(new(titles, field, item.Flag("required") ?? false, value));
            item.Finish();
        }

        return columns;
    }

    private static List<MappedLabel> Labels(FieldReader root, SheetKind kind, List<Refusal> refusals)
    {
        var labels = new List<MappedLabel>();
        foreach (var (n, node) in root.List("labels").Index())
        {
            if (FieldReader.Open(node, $"labels[{n}]", refusals) is { } item)
            {
                labels.Add(new(Texts(item, "texts"), item.OneOf("field", SheetFields.Of(kind), required: true) ?? ""));
                item.Finish();
            }
        }

        return labels;
    }

    private static Dictionary<string, AnswerStatus> Statuses(FieldReader root, List<Refusal> refusals)
    {
        var statuses = new Dictionary<string, AnswerStatus>(StringComparer.Ordinal);
        if (root.Map("statuses") is not { } map)
        {
            return statuses;
        }

        foreach (var word in AnswerWords.All)
        {
            foreach (var text in Texts(map, word))
            {
                if (!statuses.TryAdd(SheetText.Key(text), (AnswerStatus)AnswerWords.All.ToList().IndexOf(word)))
                {
                    refusals.Add(MappingRefusals.Twice(map.Join(word), text).At(map.Line, map.Column));
                }
            }
        }

        map.Finish();
        return statuses;
    }

    private static Dictionary<string, int> Directions(FieldReader root)
    {
        var directions = new Dictionary<string, int>(StringComparer.Ordinal);
        if (root.Map("directions") is { } map)
        {
            foreach (var (key, sign) in ((string, int)[])[("in", 1), ("out", -1)])
            {
                foreach (var text in Texts(map, key))
                {
                    directions[SheetText.Key(text)] = sign;
                }
            }

            map.Finish();
        }

        return directions;
    }

    private static void Fits(SheetMapping mapping, FieldReader root, List<Refusal> refusals)
    {
        foreach (var field in SheetFields.Needed(mapping.Kind).Where(f => !mapping.Columns.Any(c => c.Field == f)))
        {
            refusals.Add(MappingRefusals.Needed(field).At(root.Line, root.Column));
        }

        bool has(string field) => mapping.Columns.Any(c => c.Field == field);
        var amounts = mapping.Kind != SheetKind.Statement || has("amount") || (has("credit") && has("debit"));
        var statuses = mapping.Kind != SheetKind.Result || mapping.Statuses.Count > 0;
        var directions = !has("direction") || mapping.Directions.Count > 0;
        if (!amounts || !statuses || !directions)
        {
            refusals.Add(MappingRefusals.Needed(!amounts ? "amount | credit + debit" : !statuses ? "statuses" : "directions").At(root.Line, root.Column));
        }

        foreach (var title in mapping.Columns.SelectMany(c => c.Titles).GroupBy(SheetText.Key, StringComparer.Ordinal).Where(g => g.Skip(1).Any()))
        {
            refusals.Add(MappingRefusals.Twice("columns", title.First()).At(root.Line, root.Column));
        }

        if (mapping.Files.Any(f => f is not ("xlsx" or "csv")))
        {
            refusals.Add(MappingRefusals.Files(string.Join(", ", mapping.Files)).At(root.Line, root.Column));
        }
    }

    private static Words Both(FieldReader? map)
    {
        if (map is null)
        {
            return default;
        }

        var words = new Words(map.Text("zh", required: true) ?? "", map.Text("en", required: true) ?? "");
        map.Finish();
        return words;
    }

    private static List<string> Texts(FieldReader map, string key) =>
        [.. map.List(key).Select((n, i) => map.TextOf(n, $"{map.Join(key)}[{i}]")).OfType<string>().Where(t => t.Length > 0)];

    [GeneratedRegex(@"^[a-z][a-z0-9-]{1,39}\z", RegexOptions.CultureInvariant)]
    private static partial Regex IdShape();
}

/// <summary>The numbered refusals of a mapping file beyond those of a single field.</summary>
internal static class MappingRefusals
{
    public static Refusal Schema(string found) => Make("PAY-0801", "schema", found, Words.Same(MappingReader.Schema), new("不是表格映射文件", "Not a sheet mapping"));

    public static Refusal Id(string found) => Make("PAY-0802", "id", found, new("2 到 40 位小写字母、数字和连字符", "2 to 40 small letters, digits and hyphens"), new("映射编号写法不对", "The mapping's id is not well formed"));

    public static Refusal Column(string path) => Make("PAY-0803", path, "—", new("titles，以及 field 与 value 之一", "titles, and either field or value"), new("列的定义不完整", "The column is incomplete"));

    public static Refusal Twice(string path, string found) => Make("PAY-0804", path, found, new("每个词只出现一次", "each word once"), new("映射中有重复的词", "A word stands twice in the mapping"));

    public static Refusal Needed(string what) => Make("PAY-0805", "columns", "—", Words.Same(what), new($"映射缺少 {what}", $"The mapping lacks {what}"));

    public static Refusal Files(string found) => Make("PAY-0806", "files", found, Words.Same("xlsx | csv"), new("不认识的文件种类", "An unknown kind of file"));

    private static Refusal Make(string code, string path, string found, Words expected, Words message) =>
        new() { Code = code, Path = path, Found = found.Length == 0 ? "—" : found, Expected = expected, Message = message };
}
