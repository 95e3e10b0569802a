using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Engine.Diligence.Checklists;

namespace Zhirong.Engine.Diligence.Reading;

/// <summary>What a checklist has declared, for those of its parts that name it.</summary>
internal sealed record Names(List<Parameter> Parameters, Dictionary<string, FactWord> Facts)
{
    /// <summary>The fact, when declared and of the right scope (DIL-0201, DIL-0202).</summary>
    public FactWord? Check(string path, string name, bool firm, FieldReader at, List<Refusal> refusals)
    {
        if (Facts.GetValueOrDefault(name) is not { } fact)
        {
            refusals.Add(DiligenceRefusals.Undeclared(path, name, Facts.Keys).At(at.Line, at.Column));
            return null;
        }

        if (fact.OfFirm != firm)
        {
            refusals.Add(DiligenceRefusals.WrongScope(path, name).At(at.Line, at.Column));
        }

        return fact;
    }
}

/// <summary>Reads conditions: <c>{holder: [sole], days_to_term: {from: 365}}</c>, all of which have to hold.</summary>
internal static class ConditionReader
{
    public static List<Condition> Of(FieldReader item, string key, bool firm, Names names, List<Refusal> refusals, bool required = false)
    {
        var made = new List<Condition>();
        if (item.Map(key, required) is not { } map)
        {
            return made;
        }

        foreach (var entry in map.Entries)
        {
            var fact = names.Check(map.Join(entry.Key), entry.Key, firm, map, refusals);
            if (map.Node(entry.Key) is DocMap && map.Map(entry.Key) is { } range)
            {
                made.Add(Range(entry.Key, range, refusals));
            }
            else
            {
                var words = fact is { Shape: not FactShape.Number } ? DiligenceFields.WordsOf(map, entry.Key, fact.Words, refusals) : DiligenceFields.Texts(map, entry.Key);
                if (words.Count == 0)
                {
                    refusals.Add(FieldRefusals.Missing(map.Join(entry.Key)).At(entry.KeyLine, entry.KeyColumn));
                }

                made.Add(new(entry.Key, words, null, null));
            }
        }

        map.Finish();
        return made;
    }

    private static Condition Range(string fact, FieldReader range, List<Refusal> refusals)
    {
        var (from, to) = (range.Number("from"), range.Number("to"));
        range.Finish();
        if (from is null && to is null)
        {
            refusals.Add(FieldRefusals.Missing(range.Join("from")).At(range.Line, range.Column));
        }

        return new(fact, [], from, to);
    }
}
