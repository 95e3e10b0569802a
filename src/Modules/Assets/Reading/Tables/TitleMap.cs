using System.Text;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Assets.Reading.Text;

namespace Zhirong.Modules.Assets.Reading.Tables;

/// <summary>Titles and the fields they stand for, as mappings write them: <c>field,headers</c>, titles separated by <c>|</c>.</summary>
internal static class TitleMap
{
    /// <summary>The field of a mapping that leaves its columns unread.</summary>
    public const string Ignored = "-";

    /// <summary>Title (as a key) to field; null for columns left unread. Or every refusal: IMP-0501 a title twice, IMP-0502 an unknown field, IMP-0503 another shape.</summary>
    public static Result<IReadOnlyDictionary<string, string?>> Read(ReadOnlySpan<byte> csv, IReadOnlyList<string> known)
    {
        var fields = new Dictionary<string, string?>(StringComparer.Ordinal);
        var refusals = new List<Refusal>();
        var lines = Encoding.UTF8.GetString(csv).TrimStart('\uFEFF').Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].Trim();
            if (line.Length == 0 || line[0] == '#' || (i == 0 && line.StartsWith("field,", StringComparison.Ordinal)))
            {
                continue;
            }

            var comma = line.IndexOf(',', StringComparison.Ordinal);
            var word = comma < 1 ? "" : line[..comma].Trim();
            if (word.Length == 0)
            {
                refusals.Add(ImportRefusals.MappingShape(line, i + 1));
            }
            else if (word != Ignored && !known.Contains(word))
            {
                refusals.Add(ImportRefusals.UnknownField(word, i + 1, known));
            }
            else
            {
                Add(fields, word == Ignored ? null : word, line[(comma + 1)..].Trim('"').Split('|'), i + 1, refusals);
            }
        }

        return refusals.Count > 0 ? Result<IReadOnlyDictionary<string, string?>>.Refused(refusals)
            : fields.Count > 0 ? Result<IReadOnlyDictionary<string, string?>>.Of(fields)
            : ImportRefusals.MappingShape("—", 1);
    }

    /// <summary>As <see cref="Read"/>, of titles given one by one; an empty field leaves the column unread.</summary>
    public static Result<IReadOnlyDictionary<string, string?>> Of(IReadOnlyDictionary<string, string> columns, IReadOnlyList<string> known)
    {
        var fields = new Dictionary<string, string?>(StringComparer.Ordinal);
        var refusals = new List<Refusal>();
        foreach (var ((title, field), n) in columns.Select((c, n) => (c, n)))
        {
            if (field.Length > 0 && !known.Contains(field))
            {
                refusals.Add(ImportRefusals.UnknownField(field, n + 1, known));
            }
            else
            {
                Add(fields, field.Length == 0 ? null : field, [title], n + 1, refusals);
            }
        }

        return refusals.Count > 0 ? Result<IReadOnlyDictionary<string, string?>>.Refused(refusals) : Result<IReadOnlyDictionary<string, string?>>.Of(fields);
    }

    private static void Add(Dictionary<string, string?> fields, string? field, string[] titles, int line, List<Refusal> refusals)
    {
        foreach (var title in titles.Select(Folding.Key).Where(t => t.Length > 0).Distinct(StringComparer.Ordinal))
        {
            if (!fields.TryAdd(title, field) && fields[title] != field)
            {
                refusals.Add(ImportRefusals.ColumnTwice(title, line));
            }
        }
    }
}
