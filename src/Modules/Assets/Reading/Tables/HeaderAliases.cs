using Zhirong.Engine.Basics;
using Zhirong.Modules.Assets.Reading.Text;

namespace Zhirong.Modules.Assets.Reading.Tables;

/// <summary>
/// Which titles of columns stand for which field: csv with <c>field,headers</c>, titles separated by <c>|</c>, as in
/// <c>data/rights/header-aliases.csv</c>. A mapping of one's own is laid over it; its field <c>-</c> leaves columns unread.
/// </summary>
public sealed class HeaderAliases
{
    private const int LongestTitle = 60;

    private readonly IReadOnlyDictionary<string, string?> words;
    private readonly Dictionary<string, RightsField> fields;

    private HeaderAliases(IReadOnlyDictionary<string, string?> words)
    {
        this.words = words;
        fields = words.Where(w => w.Value is not null).ToDictionary(w => w.Key, w => RightsFields.Read(w.Value!)!.Value, StringComparer.Ordinal);
    }

    /// <summary>The fields a mapping may name.</summary>
    public static IReadOnlyList<string> Fields => RightsFields.Words;

    /// <summary>The titles, or every refusal with its line: IMP-0501 a title twice, IMP-0502 an unknown field, IMP-0503 another shape.</summary>
    public static Result<HeaderAliases> Read(ReadOnlySpan<byte> csv)
    {
        var read = TitleMap.Read(csv, RightsFields.Words);
        return read.Ok ? new HeaderAliases(read.Value) : Result<HeaderAliases>.Refused(read.Refusals);
    }

    /// <summary>As <see cref="Read"/>, of titles and fields given one by one; an empty field leaves the column unread.</summary>
    public static Result<HeaderAliases> Of(IReadOnlyDictionary<string, string> columns)
    {
        var read = TitleMap.Of(columns, RightsFields.Words);
        return read.Ok ? new HeaderAliases(read.Value) : Result<HeaderAliases>.Refused(read.Refusals);
    }

    /// <summary>This mapping with another laid over it: what the other says of a title stands.</summary>
    public HeaderAliases With(HeaderAliases over)
    {
        var both = new Dictionary<string, string?>(words, StringComparer.Ordinal);
        foreach (var (title, field) in over.words)
        {
            both[title] = field;
        }

        return new(both);
    }

    /// <summary>The field a title stands for, by its word; null for a title that is unknown or left unread.</summary>
    public string? FieldOf(string title) => Find(title)?.Word();

    internal RightsField? Find(string title) => title.Length is > 0 and <= LongestTitle && fields.TryGetValue(Folding.Key(title), out var field) ? field : null;
}
