using System.Text;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Assets.Reading.Text;

namespace Zhirong.Modules.Assets.Reading.Tables;

/// <summary>
/// Which titles of columns stand for which field: csv with <c>field,headers</c>, titles separated by <c>|</c>, as in
/// <c>data/rights/header-aliases.csv</c>. A mapping of one's own is laid over it; its field <c>-</c> leaves columns unread.
/// </summary>
public sealed class HeaderAliases
{
    private const string Ignored = "-";

    private readonly Dictionary<string, RightsField?> fields;

    private HeaderAliases(Dictionary<string, RightsField?> fields) => this.fields = fields;

    /// <summary>How many titles are known.</summary>
    public int Count => fields.Count;

    /// <summary>The titles, or every refusal with its line: IMP-0501 a title twice, IMP-0502 an unknown field, IMP-0503 another shape.</summary>
    public static Result<HeaderAliases> Read(ReadOnlySpan<byte> csv)
    {
        var fields = new Dictionary<string, RightsField?>(StringComparer.Ordinal);
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
            if (comma < 1)
            {
                refusals.Add(ImportRefusals.MappingShape(line, i + 1));
                continue;
            }

            var word = line[..comma].Trim();
            if (RightsFields.Read(word) is not { } field && word != Ignored)
            {
                refusals.Add(ImportRefusals.UnknownField(word, i + 1, RightsFields.Words));
                continue;
            }

            Add(fields, word == Ignored ? null : RightsFields.Read(word), line[(comma + 1)..].Trim('"').Split('|'), i + 1, refusals);
        }

        return refusals.Count > 0 ? Result<HeaderAliases>.Refused(refusals) : fields.Count > 0 ? new HeaderAliases(fields) : ImportRefusals.MappingShape("—", 1);
    }

    /// <summary>This mapping with another laid over it: what the other says of a title stands.</summary>
    public HeaderAliases With(HeaderAliases over)
    {
        var both = new Dictionary<string, RightsField?>(fields, StringComparer.Ordinal);
        foreach (var (title, field) in over.fields)
        {
            both[title] = field;
        }

        return new(both);
    }

    /// <summary>The field a title stands for; null for a title that is unknown or left unread.</summary>
    internal RightsField? Find(string title) => title.Length is > 0 and <= 60 && fields.TryGetValue(Folding.Key(title), out var field) ? field : null;

    private static void Add(Dictionary<string, RightsField?> fields, RightsField? field, string[] titles, int line, List<Refusal> refusals)
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
