using System.Globalization;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Assets.Deriving;
using Zhirong.Modules.Assets.Model;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Storage.Shares;

namespace Zhirong.Modules.Assets.Storage;

/// <summary>Rights found by our own words and by what follows of them.</summary>
internal static class RightSearch
{
    /// <summary>Matches are counted up to here; beyond, a list only says that there are more.</summary>
    public const int CountedUpTo = 1_000;

    /// <summary>Longest list sorted by a column without an index.</summary>
    private const int SortedUpTo = 10_000;

    public static IReadOnlyList<string> Sorts { get; } = ["newest", "number", "filed", "expires", "title", "holder"];

    /// <summary>Words for several states at once, beside the states' own.</summary>
    public static IReadOnlyDictionary<string, RightState[]> Groups { get; } = new Dictionary<string, RightState[]>(StringComparer.Ordinal)
    {
        ["in_force"] = [.. Enum.GetValues<RightState>().Where(s => s.InForce())],
        ["pending"] = [.. Enum.GetValues<RightState>().Where(s => s.Pending())],
        ["over"] = [.. Enum.GetValues<RightState>().Where(s => s.Over())],
    };

    public static List<long> Page(ZhirongContext read, RightQuery query, RegisterLaw law)
    {
        var conditions = new Conditions();
        var from = From(read, query, law, conditions);
        return read.Session.List($"SELECT r.no FROM {from}{conditions.Where} ORDER BY {Order(read, query)} LIMIT {query.Take.ToString(CultureInfo.InvariantCulture)} OFFSET {query.Skip.ToString(CultureInfo.InvariantCulture)}", row => row.Long(0), conditions.Values);
    }

    /// <summary>The ids of what a query skips to, where nothing else is asked.</summary>
    public static List<Guid> Ids(ZhirongContext read, RightQuery query, RegisterLaw law)
    {
        var conditions = new Conditions();
        var from = From(read, query, law, conditions);
        return read.Session.List($"SELECT r.id FROM {from}{conditions.Where} ORDER BY {Order(read, query)} LIMIT {query.Take.ToString(CultureInfo.InvariantCulture)} OFFSET {query.Skip.ToString(CultureInfo.InvariantCulture)}", row => row.Id(0), conditions.Values);
    }

    /// <summary>How many there are, counted no further than <see cref="CountedUpTo"/> and one.</summary>
    public static int Count(ZhirongContext read, RightQuery query, RegisterLaw law)
    {
        var conditions = new Conditions();
        var from = From(read, query, law, conditions);

        // In the order of the list, so that the same index leads there and reading stops early.
        return read.Session.First($"SELECT count(*) FROM (SELECT 1 FROM {from}{conditions.Where} ORDER BY {Order(read, query)} LIMIT {CountedUpTo + 1}) AS found", row => row.Int(0), conditions.Values);
    }

    /// <summary>
    /// Titles and holders have no index of their own, which every import would pay for: a list is sorted by them where it is short enough.
    /// </summary>
    public static Refusal? TooLongToSort(ZhirongContext read, RightQuery query, RegisterLaw law)
    {
        if (query.Sort is not ("title" or "holder"))
        {
            return null;
        }

        var conditions = new Conditions();
        var from = From(read, query with { Sort = "newest" }, law, conditions);
        return read.Session.First($"SELECT count(*) FROM (SELECT 1 FROM {from}{conditions.Where} LIMIT {SortedUpTo + 1}) AS found", row => row.Int(0), conditions.Values) > SortedUpTo ? RegisterRefusals.TooManyToSort(query.Sort, SortedUpTo) : null;
    }

    private static string Order(ZhirongContext read, RightQuery query) => query.Sort switch
    {
        "filed" => "r.filed DESC NULLS LAST, r.no DESC",
        "expires" => "r.expires, r.no",
        "number" => "r.number, r.no",
        "title" or "holder" => $"r.{query.Sort}{(read.Session.Kind == DatabaseKind.Sqlite ? "" : " COLLATE \"C\"")}, r.no",
        _ => Asked(query).Count > 0 && read.Session.Kind == DatabaseKind.Sqlite ? "ast_search.rowid DESC" : "r.no DESC",
    };

    private static string From(ZhirongContext read, RightQuery query, RegisterLaw law, Conditions conditions)
    {
        var (sqlite, asked, day) = (read.Session.Kind == DatabaseKind.Sqlite, Asked(query), RowValues.Of(query.Day));
        var from = "ast_right r";
        if (asked.Count > 0 && sqlite)
        {
            from = "ast_search CROSS JOIN ast_right r";
            conditions.And($"ast_search MATCH {conditions.Value(string.Join(" AND ", asked.Select(a => $"\"{a.Word}\"{(a.Beginning ? " *" : "")}")))}").And("r.no = ast_search.rowid");
        }
        else if (asked.Count > 0)
        {
            from = "ast_text t JOIN ast_right r ON r.no = t.no";
            conditions.And($"array_to_tsvector(string_to_array(t.words, ' ')) @@ {conditions.Value(string.Join(" & ", asked.Select(a => $"'{a.Word}'{(a.Beginning ? ":*" : "")}")))}::tsquery");
        }

        conditions.VisibleOrOwn(read, "right", "r");
        conditions.Given("r.kind", "=", query.Kind?.Word()).Given("r.family", "=", query.Family);
        if (query.IpcPrefix is { Length: > 0 } prefix)
        {
            // A short beginning fits so many that their order matters more: the plus keeps SQLite from walking the classes.
            var ipc = prefix.Length < 4 ? "+r.ipc" : "r.ipc";
            _ = sqlite ? conditions.And($"{ipc} >= {conditions.Value(prefix)}").And($"{ipc} < {conditions.Value(prefix + '\uFFFF')}") : conditions.And($"starts_with(r.ipc, {conditions.Value(prefix)})");
        }

        if (query.ExpiringBefore is { } before)
        {
            conditions.And($"r.expires > {conditions.Value(day)}").And($"r.expires <= {conditions.Value(RowValues.Of(before))}");
        }

        if (query.Sort == "expires")
        {
            // Only those whose end is known have a place in this order; what is in force ends later than the day.
            _ = query.State is "in_force" or "granted" ? conditions.And($"r.expires > {conditions.Value(day)}") : conditions.And("r.expires IS NOT NULL");
        }

        if (query.Source is { } source)
        {
            conditions.And($"r.no IN (SELECT d.right_no FROM ast_said d WHERE d.source_no = (SELECT f.no FROM ast_source f WHERE f.id = {conditions.Value(RowValues.Of(source))}))");
        }

        State(query, law, day, conditions);
        Firm(query, day, conditions);
        if (query.Encumbered is { } encumbered)
        {
            var (first, second) = (conditions.Value(day), conditions.Value(day));
            conditions.And($"r.no {(encumbered ? "" : "NOT ")}IN (SELECT e.right_no FROM ast_encumbrance e WHERE (e.from_day IS NULL OR e.from_day <= {first}) AND (e.until_day IS NULL OR e.until_day > {second}))");
        }

        return from;
    }

    private static void State(RightQuery query, RegisterLaw law, string day, Conditions conditions)
    {
        if (query.State is not { Length: > 0 } word)
        {
            return;
        }

        var states = Groups.TryGetValue(word, out var group) ? group : RightStates.Read(word) is { } one ? [one] : [];
        var oldest = RowValues.Of(query.Day.AddDays(-law.Policy.MaxAgeDays));
        string Covered(IEnumerable<RightState> which)
        {
            var (first, second) = (conditions.Value(day), conditions.Value(day));
            return $"EXISTS (SELECT 1 FROM ast_standing s WHERE s.right_no = r.no AND s.state IN ({string.Join(", ", which.Select(s => $"'{s.Word()}'"))}) AND s.from_day <= {first} AND s.until_day > {second})";
        }

        if (states is [RightState.Unknown])
        {
            var (stale, expired) = ($"(r.newest IS NULL OR r.newest < {conditions.Value(oldest)})", Covered([RightState.Expired]));
            conditions.And($"(({stale} AND NOT {expired}) OR NOT {Covered(Enum.GetValues<RightState>().Where(s => s != RightState.Unknown))})");
        }
        else if (states is [RightState.Expired])
        {
            conditions.And(Covered(states));
        }
        else
        {
            var fresh = $"(r.newest >= {conditions.Value(oldest)}{(states.Contains(RightState.Expired) ? $" OR {Covered([RightState.Expired])}" : "")})";
            conditions.And(fresh).And(Covered(states));
        }
    }

    private static void Firm(RightQuery query, string day, Conditions conditions)
    {
        if (query.Firm is { } firm)
        {
            var (id, other, from, until) = (conditions.Value(RowValues.Of(firm)), conditions.Value(RowValues.Of(firm)), conditions.Value(day), conditions.Value(day));
            conditions.And($"r.no IN (SELECT h.right_no FROM ast_holder h WHERE (h.name IN (SELECT m.name FROM ast_firm_name m WHERE m.firm_id = {id}) OR h.code IN (SELECT c.code FROM ast_firm c WHERE c.id = {other})) AND h.from_day <= {from} AND h.until_day > {until})");
        }
    }

    private static List<(string Word, bool Beginning)> Asked(RightQuery query)
    {
        var asked = new List<(string Word, bool Beginning)>();
        if (query.Words?.Trim() is { Length: > 0 } words)
        {
            var number = CnNumber.Normal(words) ?? words;
            asked.AddRange(number.Count(char.IsAsciiDigit) >= 6 && DerivedRight.Digits(number).Length + 4 >= number.Length ? [(DerivedRight.Digits(Bare(number)), true)] : SearchWords.Asked(words));
        }

        asked.AddRange(SearchWords.Asked(query.Owner?.Trim() ?? "", $"{SearchWords.Holder}"));
        return asked;
    }

    /// <summary>Without the two letters of an office and the letter of the document.</summary>
    private static string Bare(string number)
    {
        var text = number.StartsWith("CN", StringComparison.OrdinalIgnoreCase) || number.StartsWith("ZL", StringComparison.OrdinalIgnoreCase) ? number[2..] : number;
        return text.Length > 1 && char.IsAsciiLetter(text[^1]) && char.ToUpperInvariant(text[^1]) != 'X' ? text[..^1] : text;
    }
}
