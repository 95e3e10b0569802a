using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Engine.Rules.Policies;

namespace Zhirong.Engine.Rules.Reading;

/// <summary>Reads <c>zhirong/facts/v1</c>: one application, or many under <c>applications</c>.</summary>
public static class FactsReader
{
    public const string Schema = "zhirong/facts/v1";

    public static Result<IReadOnlyList<ApplicationFacts>> Read(ReadOnlyMemory<byte> bytes)
    {
        var document = DocReader.Read(bytes, new DocLimits { MaxBytes = 64 * 1024 * 1024, MaxNodes = 8_000_000 });
        return document.Ok
            ? FileFields.Node<IReadOnlyList<ApplicationFacts>>(document.Value, Schema, (root, refusals) => Root(root, document.Value, refusals))
            : Result<IReadOnlyList<ApplicationFacts>>.Refused(document.Refusals);
    }

    private static List<ApplicationFacts> Root(FieldReader root, DocNode document, List<Refusal> refusals)
    {
        if (!root.Has("applications"))
        {
            return [One(root, document, refusals)];
        }

        var (at, nodes) = (0, root.List("applications"));
        var made = FileFields.Items(root, "applications", refusals, item => One(item, nodes[at++], refusals), max: 1_000_000);
        if (made.Count == 0)
        {
            var node = root.Node("applications")!;
            refusals.Add(PolicyRefusals.NoApplications().At(node.Line, node.Column));
        }

        return made;
    }

    private static ApplicationFacts One(FieldReader item, DocNode node, List<Refusal> refusals)
    {
        var day = item.Date("day", required: true) ?? default;
        return new(FileFields.Id(item, refusals), day, item.Map("facts", required: true) is { } map ? Entries(map, day, refusals) : [], DocumentHash.Of(node));
    }

    /// <summary>Facts by name, each a value or <c>{value, source, date}</c>.</summary>
    internal static List<KeyValuePair<string, FactEntry>> Entries(FieldReader map, DateOnly day, List<Refusal> refusals)
    {
        var made = new List<KeyValuePair<string, FactEntry>>();
        foreach (var entry in map.Entries)
        {
            var path = map.Join(entry.Key);
            var place = new Placed(entry.Key, path, entry.KeyLine, entry.KeyColumn);
            if (entry.Value is DocMap inner)
            {
                var reader = new FieldReader(inner, path, refusals);
                var date = reader.Date("date");
                if (date > day)
                {
                    refusals.Add(PolicyRefusals.SourceLater(reader.Join("date"), date.Value, day).At(inner.Line, inner.Column));
                }

                made.Add(new(entry.Key, new(reader.Node("value"), reader.Text("source") ?? "", date, place)));
                reader.Finish();
            }
            else
            {
                made.Add(new(entry.Key, new(entry.Value is DocScalar { IsNull: true } ? null : entry.Value, "", null, place)));
            }
        }

        return made;
    }

    /// <summary>Binds an application to a policy's declarations. Refuses names it does not know, values of another type, values out of range.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="application">The application.</param>
    /// <param name="passOver">Names another policy knows: not taken, not refused.</param>
    public static Result<FactSet> Bind(PolicyDefinition policy, ApplicationFacts application, IReadOnlySet<string>? passOver = null)
    {
        var refusals = new List<Refusal>();
        var values = policy.Facts.Select(f => RuleValue.Unknown(f.Type)).ToArray();
        var absences = new Absence[values.Length];
        Array.Fill(absences, Absence.NotGiven);
        var slots = policy.Facts.Select((f, i) => (f.Name, Index: i)).ToDictionary(f => f.Name, f => f.Index, StringComparer.Ordinal);
        foreach (var (name, entry) in application.Entries)
        {
            if (!slots.TryGetValue(name, out var slot))
            {
                if (passOver?.Contains(name) != true)
                {
                    refusals.Add(entry.Place.At(PolicyRefusals.UnknownFact(entry.Place.Path, name, slots.Keys)));
                }

                continue;
            }

            if (entry.Value is { } node && Value(policy.Facts[slot], node, entry.Place.Path, refusals) is { } value)
            {
                absences[slot] = Absent(policy.Facts[slot], entry, application.Day);
                values[slot] = absences[slot] == Absence.None ? value : RuleValue.Unknown(value.Type);
            }
        }

        return refusals.Count == 0 ? new FactSet(application.Id, application.Day, values, absences, application.Hash) : Result<FactSet>.Refused(refusals);
    }

    private static Absence Absent(FactDeclaration fact, FactEntry entry, DateOnly day) => fact.FreshDays is not { } days ? Absence.None
        : entry.Date is not { } date ? Absence.Undated
        : day.DayNumber - date.DayNumber > days ? Absence.TooOld : Absence.None;

    private static RuleValue? Value(FactDeclaration fact, DocNode node, string path, List<Refusal> refusals)
    {
        if (fact.Type is RuleType.Numbers or RuleType.Texts)
        {
            return Members(fact, node, path, refusals);
        }

        if (node is not DocScalar scalar || RuleValue.Parse(fact.Type, scalar.Text) is not { } value)
        {
            refusals.Add(PolicyRefusals.Value(path, node.Describe(), fact.Type).At(node.Line, node.Column));
            return null;
        }

        if (Outside(fact, value) is { } bounds)
        {
            refusals.Add(PolicyRefusals.OutOfRange(path, scalar.Describe(), bounds).At(node.Line, node.Column));
            return null;
        }

        return value;
    }

    private static RuleValue? Members(FactDeclaration fact, DocNode node, string path, List<Refusal> refusals)
    {
        var type = fact.Type == RuleType.Texts ? RuleType.Text : RuleType.Number;
        var members = (node as DocList)?.Items.Select(i => i is DocScalar { IsNull: false } s ? RuleValue.Parse(type, s.Text) : null).ToList();
        if (members is null || members.Contains(null))
        {
            refusals.Add(PolicyRefusals.Value(path, node.Describe(), fact.Type).At(node.Line, node.Column));
            return null;
        }

        if (members.Select(m => Outside(fact with { Type = type }, m!.Value)).FirstOrDefault(b => b is not null) is { } bounds)
        {
            refusals.Add(PolicyRefusals.OutOfRange(path, node.Describe(), bounds).At(node.Line, node.Column));
            return null;
        }

        return type == RuleType.Text ? RuleValue.Of(members.Select(m => m!.Value.Text)) : RuleValue.Of(members.Select(m => m!.Value.Raw));
    }

    /// <summary>The bounds a value breaks; null when it breaks none.</summary>
    private static string? Outside(FactDeclaration fact, RuleValue value) => fact.Type switch
    {
        RuleType.Text when fact.Values.Count > 0 && !fact.Values.Contains(value.Text) => string.Join(" | ", fact.Values),
        RuleType.Number when value.Raw < fact.Min || value.Raw > fact.Max => $"{fact.Min?.ToString() ?? "…"} … {fact.Max?.ToString() ?? "…"}",
        RuleType.Number when fact.Places is { } places && decimal.Round(value.Raw, places) != value.Raw => $"{places} decimals",
        _ => null,
    };
}
