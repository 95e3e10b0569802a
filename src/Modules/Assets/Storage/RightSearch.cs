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
    /// <summary>Matches are counted up to here past the page that is shown; beyond, a list only says that there are more.</summary>
    public const int CountedUpTo = 1_000;

    /// <summary>Longest list sorted by a column without an index.</summary>
    private const int SortedUpTo = 10_000;

    public static IReadOnlyList<string> Sorts { get; } = ["newest", "number", "filed", "expires", "title", "holder", "state"];

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
        return read.Session.List($"SELECT r.no FROM {from}{conditions.Where} ORDER BY {Order(read, query, law)} LIMIT {query.Take.ToString(CultureInfo.InvariantCulture)} OFFSET {query.Skip.ToString(CultureInfo.InvariantCulture)}", row => row.Long(0), conditions.Values);
    }

    /// <summary>The ids of what a query skips to, where nothing else is asked.</summary>
    public static List<Guid> Ids(ZhirongContext read, RightQuery query, RegisterLaw law)
    {
        var conditions = new Conditions();
        var from = From(read, query, law, conditions);
        return read.Session.List($"SELECT r.id FROM {from}{conditions.Where} ORDER BY {Order(read, query, law)} LIMIT {query.Take.ToString(CultureInfo.InvariantCulture)} OFFSET {query.Skip.ToString(CultureInfo.InvariantCulture)}", row => row.Id(0), conditions.Values);
    }

    /// <summary>How far matches are counted for a page: whoever turns pages always sees the next ones.</summary>
    public static int Counted(RightQuery query) => query.Skip == 0 ? CountedUpTo : query.Skip + CountedUpTo;

    /// <summary>How many there are, counted no further than <paramref name="most"/> and one.</summary>
    public static int Count(ZhirongContext read, RightQuery query, RegisterLaw law, int most)
    {
        var conditions = new Conditions();
        var from = From(read, query, law, conditions, ordered: false);

        // In the order of the list where its own index leads there, so that reading stops early; where a list is sorted, in none.
        var order = query.Sort is "newest" or "number" ? $" ORDER BY {Order(read, query, law)}" : "";
        return read.Session.First($"SELECT count(*) FROM (SELECT 1 FROM {from}{conditions.Where}{order} LIMIT {most + 1}) AS found", row => row.Int(0), conditions.Values);
    }

    /// <summary>
    /// Titles, holders and states have no index of their own, which every import would pay for: a list is sorted by them where it is short enough.
    /// </summary>
    public static Refusal? TooLongToSort(ZhirongContext read, RightQuery query, RegisterLaw law)
    {
        if (query.Sort is not ("title" or "holder" or "state"))
        {
            return null;
        }

        var conditions = new Conditions();
        var from = From(read, query with { Sort = "newest" }, law, conditions);
        return read.Session.First($"SELECT count(*) FROM (SELECT 1 FROM {from}{conditions.Where} LIMIT {SortedUpTo + 1}) AS found", row => row.Int(0), conditions.Values) > SortedUpTo ? RegisterRefusals.TooManyToSort(query.Sort, SortedUpTo) : null;
    }

    private static string Order(ZhirongContext read, RightQuery query, RegisterLaw law) => query.Sort switch
    {
        "state" => $"{Place(query, law)}, r.no DESC",
        "filed" => "r.filed DESC NULLS LAST, r.no DESC",
        "expires" => "r.expires, r.no",
        "number" => "r.number, r.no",
        "title" or "holder" => $"r.{query.Sort}{(read.Session.Kind == DatabaseKind.Sqlite ? "" : " COLLATE \"C\"")}, r.no",
        _ => read.Session.Kind == DatabaseKind.Sqlite && (Asked(query).Count > 0 || Marks(query).Count > 0) ? "ast_search.rowid DESC" : "r.no DESC",
    };

    /// <summary>Where the state of the day stands among those a right goes through: what reads unknown first, what is over last.</summary>
    private static string Place(RightQuery query, RegisterLaw law)
    {
        var (day, oldest) = (RowValues.Of(query.Day), RowValues.Of(query.Day.AddDays(-law.Policy.MaxAgeDays)));
        var places = string.Concat(Enum.GetValues<RightState>().Select(s => $" WHEN '{s.Word()}' THEN {(int)s}"));
        return $"coalesce((SELECT min(CASE WHEN s.state <> 'expired' AND (r.newest IS NULL OR r.newest < '{oldest}') THEN 0 ELSE CASE s.state{places} ELSE 0 END END) FROM ast_standing s WHERE s.right_no = r.no AND s.from_day <= '{day}' AND s.until_day > '{day}'), 0)";
    }

    private static string From(ZhirongContext read, RightQuery query, RegisterLaw law, Conditions conditions, bool ordered = true)
    {
        var (sqlite, day) = (read.Session.Kind == DatabaseKind.Sqlite, RowValues.Of(query.Day));
        var from = Driven(read, query, conditions, ordered);

        // First what needs no row of the table where an order is walked.
        Indexed(query, day, conditions);
        conditions.VisibleOrOwn(read, "right", "r");
        if (query.IpcPrefix is { Length: > 0 } prefix)
        {
            _ = sqlite ? conditions.And($"r.ipc >= {conditions.Value(prefix)}").And($"r.ipc < {conditions.Value(prefix + '\uFFFF')}") : conditions.And($"starts_with(r.ipc, {conditions.Value(prefix)})");
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

        State(query, law, day, conditions);
        return from;
    }

    /// <summary>
    /// What leads to the rights: words and marks where there are any, else an index. SQLite keeps no account of how many rows fit what, so
    /// that orders by days are walked where many fit, and the few are sorted.
    /// </summary>
    private static string Driven(ZhirongContext read, RightQuery query, Conditions conditions, bool walked)
    {
        var (asked, marks) = (Asked(query), Marks(query));
        var ordered = walked && query.Sort is "filed" or "expires" && read.Session.Kind == DatabaseKind.Sqlite && asked.Count == 0 && !Few(read, query);
        if (ordered)
        {
            _ = marks.Count == 0 ? conditions : conditions.And($"r.no IN (SELECT rowid FROM ast_search WHERE ast_search MATCH {conditions.Value(Expression([], marks))})");
            return $"ast_right r INDEXED BY \"IX_ast_right_{query.Sort}_no\"";
        }

        if (asked.Count + marks.Count == 0)
        {
            return "ast_right r";
        }

        Matching(read.Session.Kind, asked, marks, conditions);
        return read.Session.Kind == DatabaseKind.Sqlite ? "ast_search CROSS JOIN ast_right r" : "ast_text t JOIN ast_right r ON r.no = t.no";
    }

    private static void Matching(DatabaseKind kind, List<(string Word, bool Beginning)> asked, List<IReadOnlyList<(string Word, bool Beginning)>> marks, Conditions conditions)
    {
        if (kind == DatabaseKind.Sqlite)
        {
            conditions.And($"ast_search MATCH {conditions.Value(Expression(asked, marks))}").And("r.no = ast_search.rowid");
        }
        else
        {
            conditions.And($"array_to_tsvector(string_to_array(t.words, ' ')) @@ {conditions.Value(string.Join(" & ", All(asked, marks).Select(any => $"({string.Join(" | ", any.Select(a => $"'{a.Word}'{(a.Beginning ? ":*" : "")}"))})")))}::tsquery");
        }
    }

    /// <summary>As SQLite's full text reads it.</summary>
    private static string Expression(List<(string Word, bool Beginning)> asked, List<IReadOnlyList<(string Word, bool Beginning)>> marks) =>
        string.Join(" AND ", All(asked, marks).Select(any => $"({string.Join(" OR ", any.Select(a => $"\"{a.Word}\"{(a.Beginning ? " *" : "")}"))})"));

    private static IEnumerable<IReadOnlyList<(string Word, bool Beginning)>> All(List<(string Word, bool Beginning)> asked, List<IReadOnlyList<(string Word, bool Beginning)>> marks) => [.. asked.Select(a => (IReadOnlyList<(string, bool)>)[a]), .. marks];

    /// <summary>Whether no more rights fit, by what an index leads to, than are sorted in a moment.</summary>
    private static bool Few(ZhirongContext read, RightQuery query)
    {
        var (conditions, marks) = (new Conditions(), Marks(query));
        if (marks.Count > 0)
        {
            Matching(DatabaseKind.Sqlite, [], marks, conditions);
        }

        conditions.VisibleOrOwn(read, "right", "r");
        Indexed(query, RowValues.Of(query.Day), conditions);
        return read.Session.First($"SELECT count(*) FROM (SELECT 1 FROM {(marks.Count > 0 ? "ast_search CROSS JOIN ast_right r" : "ast_right r")}{conditions.Where} LIMIT {SortedUpTo + 1}) AS found", row => row.Int(0), conditions.Values) <= SortedUpTo;
    }

    /// <summary>What a search asks beside words: each of these, any mark of each.</summary>
    private static List<IReadOnlyList<(string Word, bool Beginning)>> Marks(RightQuery query)
    {
        var marks = new List<IReadOnlyList<(string Word, bool Beginning)>>();
        if (query.IpcPrefix is { Length: >= SearchWords.ShortestClass } prefix && prefix.All(c => char.IsAsciiLetterOrDigit(c) || c is ' ' or '/' or '-' or '.'))
        {
            marks.Add([(SearchWords.OfClass(prefix), true)]);
        }

        if (States(query) is { Length: > 0 } states && states.All(SearchWords.Marked))
        {
            marks.Add([.. states.Select(s => (SearchWords.Of(s), false))]);
        }

        return marks;
    }

    private static RightState[] States(RightQuery query) => query.State is not { Length: > 0 } word ? [] : Groups.TryGetValue(word, out var group) ? group : RightStates.Read(word) is { } one ? [one] : [];

    private static void State(RightQuery query, RegisterLaw law, string day, Conditions conditions)
    {
        if (query.State is not { Length: > 0 })
        {
            return;
        }

        var states = States(query);
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

    /// <summary>What an index leads to.</summary>
    private static void Indexed(RightQuery query, string day, Conditions conditions)
    {
        conditions.Given("r.kind", "=", query.Kind?.Word()).Given("r.family", "=", query.Family);
        if (query.Chosen is { } chosen)
        {
            conditions.And($"r.id IN ({string.Join(", ", chosen.Select(id => conditions.Value(RowValues.Of(id))))})");
        }

        if (query.Source is { } source)
        {
            conditions.And($"r.no IN (SELECT d.right_no FROM ast_said d WHERE d.source_no = (SELECT f.no FROM ast_source f WHERE f.id = {conditions.Value(RowValues.Of(source))}))");
        }

        Firm(query, day, conditions);
        if (query.Encumbered is { } encumbered)
        {
            var (first, second) = (conditions.Value(day), conditions.Value(day));
            conditions.And($"r.no {(encumbered ? "" : "NOT ")}IN (SELECT e.right_no FROM ast_encumbrance e WHERE (e.from_day IS NULL OR e.from_day <= {first}) AND (e.until_day IS NULL OR e.until_day > {second}))");
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
