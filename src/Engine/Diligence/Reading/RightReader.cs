using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Engine.Diligence.Cases;
using Zhirong.Engine.Diligence.Checklists;
using Zhirong.Engine.Diligence.Facts;

namespace Zhirong.Engine.Diligence.Reading;

/// <summary>Reads a right of a case, and facts by name.</summary>
internal sealed class RightReader(Checklist list, List<Refusal> refusals, DateOnly? day)
{
    public RightSubject Right(FieldReader item)
    {
        var id = FileFields.Id(item, refusals);
        var state = item.Map("state");
        var made = new RightSubject
        {
            Id = id,
            Number = item.Text("number") ?? "",
            Kind = item.OneOf("kind", DiligenceWords.Kinds, required: true) ?? "",
            Title = FileFields.Title(item, id),
            Value = item.Money("value"),
            State = state?.OneOf("value", DiligenceWords.States, required: true) is { } word ? new("state", word, DiligenceFields.From(state, refusals, day)) : null,
            Since = state?.Date("since"),
            Because = state?.Text("because") ?? "",
            Filed = item.Date("filed"),
            TermEnd = TermEnd(item.Map("term_end")),
            Holders = DiligenceFields.Known(item, "holders", refusals, day, h => new Holder(h.Text("name", required: true) ?? "", h.Ratio("share", 0, 1))),
            Burdens = DiligenceFields.Known(item, "burdens", refusals, day, Burden),
            Fees = DiligenceFields.Known(item, "fees", refusals, day, Fee),
            Matters = DiligenceFields.Known(item, "matters", refusals, day, m => new Matter(m.OneOf("kind", Matters.Kinds, required: true) ?? "", m.Date("on", required: true) ?? default, m.OneOf("outcome", Matters.Outcomes, required: true) ?? "", m.Text("text") ?? "")),
            Answers = Answers(item.Map("facts"), ofFirm: false),
        };
        state?.Finish();
        if (made.Holders?.Items.Sum(h => h.Share ?? 0) is > 1 and var sum)
        {
            var node = item.Node("holders")!;
            refusals.Add(DiligenceRefusals.SharesBeyondOne(item.Join("holders"), sum).At(node.Line, node.Column));
        }

        return made;
    }

    /// <summary>Facts by name: <c>{value, source, date}</c>, a value alone, for which nobody shows a source, or a list of these.</summary>
    public List<Fact> Answers(FieldReader? map, bool ofFirm)
    {
        var made = new List<Fact>();
        foreach (var entry in map?.Entries ?? [])
        {
            var (path, node) = (map!.Join(entry.Key), map.Node(entry.Key));
            if (list.Fact(entry.Key) is not { } known || known.OfFirm != ofFirm)
            {
                refusals.Add(DiligenceRefusals.UnknownFact(path, entry.Key, [.. list.Facts.Where(f => f.OfFirm == ofFirm).Select(f => f.Name)]).At(entry.KeyLine, entry.KeyColumn));
                continue;
            }

            foreach (var (at, one) in node is DocList many ? many.Items.Select((item, i) => ($"{path}.{i}", item)) : node is null ? [] : [(path, node)])
            {
                if (Said(map, one, known, at) is { } fact)
                {
                    made.Add(fact);
                }
            }
        }

        map?.Finish();
        return made;
    }

    /// <summary>One source's word: <c>{value, source, date}</c>, or a value alone.</summary>
    private Fact? Said(FieldReader map, DocNode node, FactWord known, string path)
    {
        if (node is not DocMap inner)
        {
            return Value(map, node, known, path) is { } alone ? new(known.Name, alone, Provenance.None) : null;
        }

        var fields = new FieldReader(inner, path, refusals);
        var text = fields.Required("value") is { } value ? Value(fields, value, known, fields.Join("value")) : null;
        var from = DiligenceFields.From(fields, refusals, day);
        fields.Finish();
        return text is null ? null : new(known.Name, text, from);
    }

    private string? Value(FieldReader fields, DocNode node, FactWord known, string path)
    {
        if (known.Shape == FactShape.Number)
        {
            return fields.NumberOf(node, path) is { } number ? RightFacts.Text(number) : null;
        }

        if (fields.TextOf(node, path) is not { } text)
        {
            return null;
        }

        text = known.Shape == FactShape.Flag ? text switch { "true" => "yes", "false" => "no", _ => text } : text;
        if (!known.Words.Contains(text))
        {
            refusals.Add(FieldRefusals.NotOneOf(path, node, text, known.Words));
            return null;
        }

        return text;
    }

    private (DateOnly, Provenance)? TermEnd(FieldReader? map)
    {
        if (map is null)
        {
            return null;
        }

        var (value, from) = (map.Date("value", required: true), DiligenceFields.From(map, refusals, day));
        map.Finish();
        return value is { } known ? (known, from) : null;
    }

    private Burden Burden(FieldReader item)
    {
        var (from, until) = (item.Date("from"), item.Date("until"));
        Ordered(item, "until", until, from);
        return new(item.OneOf("kind", Burdens.Kinds, required: true) ?? "", item.Text("holder") ?? "", item.Text("registration") ?? "", from, until);
    }

    private FeeDue Fee(FieldReader item)
    {
        var (due, end) = (item.Date("due", required: true), item.Date("grace_end", required: true));
        Ordered(item, "grace_end", end, due);
        return new(item.Whole("year", 1, 200, required: true) ?? 0, due ?? default, end ?? default, item.Flag("paid") ?? false);
    }

    private void Ordered(FieldReader item, string key, DateOnly? later, DateOnly? earlier)
    {
        if (later < earlier)
        {
            var node = item.Node(key)!;
            refusals.Add(DiligenceRefusals.PeriodBackwards(item.Join(key), later.Value, earlier.Value).At(node.Line, node.Column));
        }
    }
}
