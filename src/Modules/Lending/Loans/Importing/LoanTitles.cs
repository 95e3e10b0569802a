using System.Text;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Lending.InstantLoans;

namespace Zhirong.Modules.Lending.Loans.Importing;

/// <summary>Titles of columns in officers' sheets (or in another kind of file, with its own fields) and the fields they stand for; a mapping of one's own is laid over them.</summary>
public sealed class LoanTitles
{
    /// <summary>The field of columns that are known and left unread.</summary>
    private const string Unread = "-";

    private static readonly string[] Known =
    [
        "number", "contract", "borrower", "borrower_code", "purpose", "principal", "balance", "line_amount", "line_kind", "overdue", "interest", "penalty", "rate", "method", "every", "interest_day",
        "disbursed_on", "maturity", "since", "past_due", "class", "rights", "registration_no", "resolution_no", "resolution_until", "officer", "as_of", "note",
    ];

    private readonly IReadOnlyDictionary<string, string> words;

    private LoanTitles(IReadOnlyDictionary<string, string> words) => this.words = words;

    /// <summary>The fields a column may stand for.</summary>
    public static IReadOnlyList<string> Fields => Known;

    /// <summary>The fields without which a sheet is no register of loans.</summary>
    public static IReadOnlyList<string> Needed { get; } = ["number", "borrower", "principal", "balance", "rate", "method", "disbursed_on", "maturity"];

    /// <summary>Reads <c>field,title|title</c> lines; LEN-0731 for a line that is none, a field there is not, a title that stands twice.</summary>
    public static Result<LoanTitles> Read(ReadOnlySpan<byte> csv) => Read(csv, Known);

    /// <summary>As <see cref="Read(ReadOnlySpan{byte})"/>, for files of a bank's own indices.</summary>
    public static Result<LoanTitles> ReadForIndices(ReadOnlySpan<byte> csv) => Read(csv, IndexSheet.Fields);

    private static Result<LoanTitles> Read(ReadOnlySpan<byte> csv, IReadOnlyList<string> fields)
    {
        var (words, faults) = (new Dictionary<string, string>(StringComparer.Ordinal), new List<Refusal>());
        foreach (var (n, text) in Encoding.UTF8.GetString(csv).TrimStart('\uFEFF').Split('\n').Index())
        {
            var line = text.Trim();
            if (line.Length == 0 || line[0] == '#' || line.StartsWith("field,", StringComparison.Ordinal))
            {
                continue;
            }

            var comma = line.IndexOf(',', StringComparison.Ordinal);
            var field = comma < 1 ? "" : line[..comma].Trim();
            foreach (var title in comma < 1 ? [] : line[(comma + 1)..].Trim('"').Split('|', StringSplitOptions.RemoveEmptyEntries))
            {
                Add(words, faults, title, field, n + 1, fields);
            }

            if (comma < 1)
            {
                faults.Add(LoanSheetRefusals.Mapping(line, n + 1));
            }
        }

        return faults.Count == 0 ? new LoanTitles(words) : Result<LoanTitles>.Refused(faults);
    }

    /// <summary>As <see cref="Read(ReadOnlySpan{byte})"/>, of titles given one by one; an empty field leaves the column unread.</summary>
    /// <param name="fields">The fields a column may stand for; null for those of a register of loans.</param>
    public static Result<LoanTitles> Of(IReadOnlyDictionary<string, string> columns, IReadOnlyList<string>? fields = null)
    {
        var (words, faults) = (new Dictionary<string, string>(StringComparer.Ordinal), new List<Refusal>());
        foreach (var (title, field) in columns)
        {
            Add(words, faults, title, string.IsNullOrEmpty(field) ? Unread : field, 0, fields ?? Known);
        }

        return faults.Count == 0 ? new LoanTitles(words) : Result<LoanTitles>.Refused(faults);
    }

    /// <summary>These titles with others laid over them.</summary>
    public LoanTitles With(LoanTitles over)
    {
        var both = new Dictionary<string, string>(words, StringComparer.Ordinal);
        foreach (var (title, field) in over.words)
        {
            both[title] = field;
        }

        return new(both);
    }

    /// <summary>The field of a title, with or without its unit in brackets; null for none or one left unread.</summary>
    public string? Find(string title) => Word(title) is { } word && word != Unread ? word : null;

    /// <summary>Whether a title is known at all.</summary>
    public bool Knows(string title) => Word(title) is not null;

    private string? Word(string title) => words.GetValueOrDefault(Key(title)) ?? words.GetValueOrDefault(Key(Bare(title)));

    /// <summary>A title without what stands in brackets.</summary>
    private static string Bare(string title) => title.IndexOfAny(['(', '（']) is > 0 and var at ? title[..at] : title.IndexOf(", ", StringComparison.Ordinal) is > 0 and var comma ? title[..comma] : title;

    private static string Key(string title) => string.Concat(title.Normalize(NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c) && c is not ('*' or ':'))).ToLowerInvariant();

    private static void Add(Dictionary<string, string> words, List<Refusal> faults, string title, string field, int line, IReadOnlyList<string> known)
    {
        if (field != Unread && !known.Contains(field))
        {
            faults.Add(LoanSheetRefusals.Mapping(field, line));
        }
        else if (Key(title).Length > 0 && !words.TryAdd(Key(title), field) && words[Key(title)] != field)
        {
            faults.Add(LoanSheetRefusals.Mapping(title, line));
        }
    }
}
