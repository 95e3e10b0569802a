using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Engine.Waterfall.Terms;

namespace Zhirong.Engine.Waterfall.Reading;

/// <summary>Turns an <c>ipabs/v1</c> document into terms; every wrong field is refused, the rest is still read.</summary>
public static class DealReader
{
    public const string Schema = "ipabs/v1";

    private static readonly string[] Structures = ["pledge_loan", "licence_back", "finance_lease", "micro_loan", "factoring", "abn_trust"];

    /// <summary>Reads bytes (YAML or JSON).</summary>
    public static Result<DealDefinition> Read(ReadOnlyMemory<byte> bytes)
    {
        var document = DocReader.Read(bytes);
        return document.Ok ? Read(document.Value) : Result<DealDefinition>.Refused(document.Refusals);
    }

    public static Result<DealDefinition> Read(DocNode document)
    {
        var refusals = new List<Refusal>();
        if (FieldReader.Open(document, "", refusals) is not { } root)
        {
            return Result<DealDefinition>.Refused(refusals);
        }

        root.OneOf("schema", [Schema], required: true);
        var id = Identifier(root, refusals);
        var size = root.Money("size", required: true);
        var market = root.OneOf("market", ["SSE", "SZSE", "BSE", "IB"], required: true);
        root.OneOf("currency", ["CNY"]);
        var dates = DateReader.Read(root, market, refusals);
        var payments = dates?.PaymentDates.Count ?? 0;
        var deal = new DealDefinition
        {
            Id = id,
            Name = Named(root, "name", refusals) ?? Words.Same(id),
            Market = market ?? "",
            Structure = root.OneOf("structure", Structures, required: true) ?? "",
            Money = ReadMoney(root, refusals),
            Dates = dates!,
            Size = size ?? Money.Zero,
            Pool = PoolReader.Read(root.Map("pool", required: true), dates, refusals),
            Tranches = NoteReader.Tranches(root, payments, refusals),
            Accounts = NoteReader.Accounts(root, refusals),
            Fees = NoteReader.Fees(root, refusals),
            Supports = SupportReader.Supports(root, refusals),
            Triggers = SupportReader.Triggers(root, refusals),
            Orders = OrderReader.Read(root.Map("waterfalls", required: true), refusals),
            Shelf = ShelfReader.Read(root.Map("shelf"), refusals),
            Parties = Texts(root, "parties", refusals),
            Waivers = Waivers(root, refusals),
            Origins = OriginReader.Read(root, refusals),
            Costs = CostReader.Read(root.Map("costs"), refusals),
            Source = document,
        };
        KnownButUnused(root, refusals);
        root.Finish();
        return refusals.Count == 0 && dates is not null ? deal : Result<DealDefinition>.Refused(Ordered(refusals));
    }

    /// <summary>A name given as text, or as <c>{zh, en}</c>.</summary>
    internal static Words? Named(FieldReader reader, string key, List<Refusal> refusals)
    {
        var node = reader.Node(key);
        if (node is DocMap map)
        {
            var names = new FieldReader(map, reader.Join(key), refusals);
            var (zh, en) = (names.Text("zh"), names.Text("en"));
            names.Finish();
            return new(zh ?? en ?? "", en ?? zh ?? "");
        }

        return node is null || reader.TextOf(node, reader.Join(key)) is not { } text ? null : Words.Same(text);
    }

    /// <summary>A title given as <c>zh</c> and <c>en</c>, else as <c>name</c>.</summary>
    internal static Words? Title(FieldReader item, List<Refusal> refusals)
    {
        var (zh, en, name) = (item.Text("zh"), item.Text("en"), Named(item, "name", refusals));
        return zh is null && en is null ? name : new(zh ?? en!, en ?? zh!);
    }

    /// <summary>Ids appear in expressions and line names: letters, digits, <c>_</c> and <c>-</c>, at most 40.</summary>
    internal static string Id(FieldReader reader, List<Refusal> refusals, bool inExpressions)
    {
        var id = reader.Text("id", required: true) ?? "";
        var ok = id.Length is > 0 and <= 40 && id.All(c => char.IsLetterOrDigit(c) || c == '_' || (!inExpressions && c is '-' or '/'));
        if (id.Length > 0 && !ok)
        {
            refusals.Add(FieldRefusals.Type(reader.Join("id"), reader.Node("id")!, new("至多 40 个字母、数字或下划线", "at most 40 letters, digits or underscores")));
        }

        return id;
    }

    internal static IReadOnlyList<string> TextList(FieldReader reader, string key, bool required = false)
    {
        var texts = new List<string>();
        var items = reader.List(key, required);
        for (var i = 0; i < items.Count; i++)
        {
            if (reader.TextOf(items[i], $"{reader.Join(key)}.{i}") is { } text)
            {
                texts.Add(text);
            }
        }

        return texts;
    }

    /// <summary>Items of a list of maps, each with the path of its id (else its index) and unique ids.</summary>
    internal static IEnumerable<FieldReader> Items(FieldReader reader, string key, List<Refusal> refusals, bool required = false, int max = 20_000)
    {
        var seen = new HashSet<string>();
        var items = reader.List(key, required);
        if (items.Count > max)
        {
            refusals.Add(FieldRefusals.Type(reader.Join(key), reader.Node(key)!, new($"至多 {max} 项", $"at most {max} items")));
            yield break;
        }

        for (var i = 0; i < items.Count; i++)
        {
            var id = (items[i] as DocMap)?["id"] is DocScalar { IsNull: false } scalar ? scalar.Text : null;
            var path = $"{reader.Join(key)}.{id ?? i.ToString()}";
            if (id is not null && !seen.Add(id))
            {
                refusals.Add(DealRefusals.DuplicateId(path, id, items[i]));
                continue;
            }

            if (FieldReader.Open(items[i], path, refusals) is { } item)
            {
                yield return item;
            }
        }
    }

    private static string Identifier(FieldReader root, List<Refusal> refusals) => Id(root, refusals, inExpressions: false);

    private static MoneyTerms ReadMoney(FieldReader root, List<Refusal> refusals)
    {
        var money = root.Map("money");
        if (money is null)
        {
            return new(RoundingMode.HalfUp, Money.Cny(100), null);
        }

        money.Whole("scale", 2, 2);
        var rounding = money.OneOf("rounding", ["half_up", "half_even", "down"]);
        var face = money.Money("unit_face");
        if (face is { Fen: 0 })
        {
            refusals.Add(FieldRefusals.Type(money.Join("unit_face"), money.Node("unit_face")!, new("大于 0 的面值", "a face value above 0")));
        }

        var decimals = money.Whole("unit_decimals", 0, 12);
        money.Finish();
        return new(
            rounding switch { "half_even" => RoundingMode.HalfEven, "down" => RoundingMode.Down, _ => RoundingMode.HalfUp },
            face is { Fen: > 0 } given ? given : Money.Cny(100),
            decimals);
    }

    private static Dictionary<string, string> Texts(FieldReader root, string key, List<Refusal> refusals)
    {
        var texts = new Dictionary<string, string>();
        if (root.Node(key) is not { } node)
        {
            return texts;
        }

        if (node is not DocMap map)
        {
            refusals.Add(FieldRefusals.Type(key, node, new("一组键值", "a map of keys")));
            return texts;
        }

        foreach (var entry in map.Entries)
        {
            texts[entry.Key] = entry.Value is DocScalar scalar ? scalar.Text
                : entry.Value is DocList list ? string.Join("、", list.Items.OfType<DocScalar>().Select(s => s.Text)) : entry.Value.Describe();
        }

        return texts;
    }

    private static List<WaiverTerms> Waivers(FieldReader root, List<Refusal> refusals)
    {
        var waivers = new List<WaiverTerms>();
        foreach (var item in Items(root, "waivers", refusals))
        {
            item.Text("id");
            var code = item.Text("code", required: true);
            var reason = item.Text("reason", required: true);
            item.Finish();
            waivers.Add(new(code ?? "", reason ?? ""));
        }

        return waivers;
    }

    /// <summary>Keys that belong to the deal's papers and do not enter the calculation.</summary>
    private static void KnownButUnused(FieldReader root, List<Refusal> refusals)
    {
        foreach (var item in Items(root, "spv", refusals))
        {
            item.Text("id", required: true);
            item.Text("kind");
            item.Text("name");
            item.Finish();
        }

        TextList(root, "reports");
        root.Node("sources");
        root.Node("notes");
        if (root.Map("payout") is { } payout)
        {
            TextList(payout, "channel");
            payout.Flag("closed_loop");
            TextList(payout, "purpose");
            payout.Finish();
        }
    }

    private static List<Refusal> Ordered(List<Refusal> refusals) =>
        [.. refusals.OrderBy(r => r.Line).ThenBy(r => r.Column).ThenBy(r => r.Code, StringComparer.Ordinal).Take(200)];
}
