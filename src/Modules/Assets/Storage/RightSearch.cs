using System.Globalization;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Assets.Deriving;
using Zhirong.Modules.Assets.Model;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Storage.Shares;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Assets.Storage;

/// <summary>Rights found by our own words and by what follows of them.</summary>
internal static class RightSearch
{
    /// <summary>Matches are counted up to here; beyond, a list only says that there are more.</summary>
    public const int CountedUpTo = 1_000;

    /// <summary>Longest list sorted by a column without an index.</summary>
    private const int SortedUpTo = 10_000;

    /// <summary>Words for several states at once, beside the states' own.</summary>
    public static IReadOnlyDictionary<string, RightState[]> Groups { get; } = new Dictionary<string, RightState[]>(StringComparer.Ordinal)
    {
        ["in_force"] = [.. Enum.GetValues<RightState>().Where(s => s.InForce())],
        ["pending"] = [.. Enum.GetValues<RightState>().Where(s => s.Pending())],
        ["over"] = [.. Enum.GetValues<RightState>().Where(s => s.Over())],
    };

    /// <summary>The rights from a query's place on, nearest first: in the order of the list, or against it before a place.</summary>
    public static List<FoundRight> Page(ZhirongContext read, RightQuery query, RegisterLaw law)
    {
        var (back, found) = (query.Place?.Back == true, new List<FoundRight>());
        var stretches = RightOrder.Of(query, law, read.Session.Kind);
        foreach (var stretch in (back ? stretches.Reverse() : stretches).SkipWhile(s => query.Place is { } place && !s.Holds(place)))
        {
            var place = query.Place is { } at && stretch.Holds(at) ? at : null;
            if (found.Count < query.Take)
            {
                found.AddRange(Stretch(read, query with { Place = place, Take = query.Take - found.Count }, law, stretch, back));
            }
        }

        return found;
    }

    /// <summary>What of a stretch comes behind a place, or before it, from there on.</summary>
    private static List<FoundRight> Stretch(ZhirongContext read, RightQuery query, RegisterLaw law, RightOrder stretch, bool back)
    {
        if (query is { State: "unknown", Sort: "newest" } && Asked(query).Count == 0 && new UnknownRights(query, law) is var unknown && !unknown.AreFew(read.Session, SortedUpTo) && unknown.BeforeAreFew(read.Session, SortedUpTo) && unknown.StaleDays(read.Session) is { } days)
        {
            // Rights of one day of newest sources lie in the order of the list: some of each are read, and the first of them all are the page.
            var (from, way) = (read.Session.Kind == DatabaseKind.Sqlite ? "ast_right r INDEXED BY \"IX_ast_right_newest_no\"" : "ast_right r", back ? 1 : -1);
            List<List<FoundRight>> parts = [.. days.Select(day => Read(read, query, law, stretch, back, from, c => c.And($"r.newest = {c.Value(day)}"))), Read(read, query, law, stretch, back, from, c => c.And("r.newest IS NULL")), Read(read, query, law, stretch, back, "ast_right r", unknown.OnlyBefore)];
            return [.. parts.SelectMany(p => p).OrderBy(f => f.No * way).Take(query.Take)];
        }

        return Read(read, query, law, stretch, back, null, _ => { });
    }

    private static List<FoundRight> Read(ZhirongContext read, RightQuery query, RegisterLaw law, RightOrder stretch, bool back, string? from, Action<Conditions> only)
    {
        var conditions = new Conditions();
        var no = from is null && ByWords(read, query) ? "ast_search.rowid" : "r.no";
        from = From(read, query, law, conditions, from);
        only(conditions);
        _ = stretch.Only is { } which ? conditions.And(which) : conditions;
        if (query.Place is { } place)
        {
            stretch.From(place, no, query.Sort == "state", conditions);
        }

        return read.Session.List(
            $"SELECT r.no, r.id, {stretch.Key ?? "NULL"} FROM {from}{conditions.Where} ORDER BY {stretch.By(no, back)} LIMIT {query.Take.ToString(CultureInfo.InvariantCulture)}",
            row => new FoundRight(row.Long(0), row.Id(1), stretch.Key is null ? null : query.Sort == "state" ? row.Long(2).ToString(CultureInfo.InvariantCulture) : row.Text(2)),
            conditions.Values);
    }

    /// <summary>How many there are, counted no further than <paramref name="most"/> and one.</summary>
    public static int Count(ZhirongContext read, RightQuery query, RegisterLaw law, int most)
    {
        if (query is { State: "unknown" } && Asked(query).Count == 0 && new UnknownRights(query, law) is var unknown && !unknown.AreFew(read.Session, SortedUpTo))
        {
            var all = 0;
            Action<Conditions> before = unknown.BeforeAreFew(read.Session, SortedUpTo) ? unknown.OnlyBefore : unknown.OnlyFresh;
            foreach (var (index, only) in (ReadOnlySpan<(bool, Action<Conditions>)>)[(true, unknown.OnlyStale), (true, c => c.And("r.newest IS NULL")), (false, before)])
            {
                all += all > most ? 0 : Counted(read, query, law, most - all, index && read.Session.Kind == DatabaseKind.Sqlite ? "ast_right r INDEXED BY \"IX_ast_right_newest_no\"" : "ast_right r", only, "");
            }

            return all;
        }

        // In the order of the list where its own index leads there, so that reading stops early; where a list is sorted, in none.
        var order = query.Sort is "newest" or "number" ? $" ORDER BY {RightOrder.Of(query, law, read.Session.Kind)[0].By(ByWords(read, query) ? "ast_search.rowid" : "r.no", false)}" : "";
        return Counted(read, query, law, most, null, _ => { }, order);
    }

    private static int Counted(ZhirongContext read, RightQuery query, RegisterLaw law, int most, string? from, Action<Conditions> only, string order)
    {
        var conditions = new Conditions();
        from = From(read, query, law, conditions, from, ordered: false);
        only(conditions);
        return read.Session.First($"SELECT count(*) FROM (SELECT 1 FROM {from}{conditions.Where}{order} LIMIT {(most + 1).ToString(CultureInfo.InvariantCulture)}) AS found", row => row.Int(0), conditions.Values);
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

    /// <summary>Whether words lead to the rights, and not the table, on SQLite.</summary>
    private static bool ByWords(ZhirongContext read, RightQuery query) => read.Session.Kind == DatabaseKind.Sqlite && query.Sort == "newest" && (Asked(query).Count > 0 || Marks(query).Count > 0);

    /// <param name="from">What leads to the rights; null where it is chosen here.</param>
    private static string From(ZhirongContext read, RightQuery query, RegisterLaw law, Conditions conditions, string? from = null, bool ordered = true)
    {
        var (sqlite, day) = (read.Session.Kind == DatabaseKind.Sqlite, RowValues.Of(query.Day));
        from ??= Driven(read, query, law, conditions, ordered);

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
    private static string Driven(ZhirongContext read, RightQuery query, RegisterLaw law, Conditions conditions, bool walked)
    {
        var (asked, marks) = (Asked(query), Marks(query));
        if (query.State == "unknown" && asked.Count == 0 && new UnknownRights(query, law) is var unknown && unknown.AreFew(read.Session, SortedUpTo))
        {
            var leading = unknown.All(conditions);
            conditions.And("r.no = u.no");
            return $"({leading}) u CROSS JOIN ast_right r";
        }

        // Counting goes in no order: the days lead to what ends soon.
        if (!walked && query.ExpiringBefore is not null && read.Session.Kind == DatabaseKind.Sqlite && asked.Count + marks.Count == 0)
        {
            return "ast_right r INDEXED BY \"IX_ast_right_expires_no\"";
        }

        if (walked && query.Sort is ("filed" or "expires") && read.Session.Kind == DatabaseKind.Sqlite && asked.Count == 0 && !Few(read, query))
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

/// <summary>A right of a list, with what the list is ordered by.</summary>
internal sealed record FoundRight(long No, Guid Id, string? Key)
{
    public PlaceInList Place(bool back) => new(back, Key, No.ToString(CultureInfo.InvariantCulture));
}
