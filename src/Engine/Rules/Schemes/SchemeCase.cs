using System.Globalization;

namespace Zhirong.Engine.Rules.Schemes;

/// <summary>One case under one rule: its facts, the reference rates of its days, and how conditions come out.</summary>
internal sealed class SchemeCase
{
    private readonly SchemeVocabulary vocabulary;
    private readonly SheetFacts facts;
    private readonly Dictionary<string, decimal?> rates = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<ReferenceRate> wanted;

    public SchemeCase(SchemeVocabulary vocabulary, IReadOnlyList<ReferenceRate> wanted, FactSheet sheet, IReferenceRates published)
    {
        (this.vocabulary, this.wanted) = (vocabulary, wanted);
        Sheet = sheet;
        foreach (var rate in wanted)
        {
            if (sheet.Day(rate.Day.Fact) is not { } day)
            {
                rates[rate.Id] = null;
                Unquoted[rate.Id] = [rate.Day.Fact];
                continue;
            }

            var quote = published.At(rate.Curve, rate.Day.Of(day));
            rates[rate.Id] = quote.Ok ? quote.Value.Rate : null;
            if (quote.Ok)
            {
                Quotes[rate.Id] = quote.Value;
            }
            else
            {
                Unquoted[rate.Id] = [$"{rate.Curve} {rate.Day.Of(day):yyyy-MM-dd}"];
            }
        }

        facts = new(vocabulary, sheet, rates);
    }

    public FactSheet Sheet { get; }

    public Dictionary<string, ReferenceQuote> Quotes { get; } = new(StringComparer.Ordinal);

    /// <summary>What each reference rate without a quote wants.</summary>
    public Dictionary<string, IReadOnlyList<string>> Unquoted { get; } = new(StringComparer.Ordinal);

    public ConditionAnswer Ask(SchemeCondition condition)
    {
        var value = condition.When.Evaluate(facts);
        return new(condition, value.Known ? value.IsTrue : null, condition.When.Explain(facts), value.Known ? [] : Missing(condition.When), [.. vocabulary.Reads(condition.When).Select(Read)]);
    }

    private ConditionFact Read(string name)
    {
        if (vocabulary.Fact(name) is { } fact)
        {
            return new(name, fact.Title, fact.Kind, Sheet.Of(name) is not { } said ? null : fact.Kind == FactKind.Flag ? said.Raw == 0 ? "false" : "true" : said.Text);
        }

        var rate = name["rate.".Length..];
        return new(name, ReferenceRate.Title(wanted.First(w => w.Id == rate).Curve), FactKind.Number, Quotes.TryGetValue(rate, out var quote) ? quote.Rate.ToString(CultureInfo.InvariantCulture) : null);
    }

    /// <summary>Known and true, known and false, or not known.</summary>
    public bool? Holds(RuleExpression? when) => when is null ? true : when.Evaluate(facts) is { Known: true } value ? value.IsTrue : null;

    public IReadOnlyList<string> Missing(RuleExpression when) =>
        [.. vocabulary.Reads(when).SelectMany(name => name.StartsWith("rate.", StringComparison.Ordinal) ? Unquoted.GetValueOrDefault(name[5..], []) : Sheet.Of(name) is null ? [name] : [])];

    /// <summary>Whether the rule is in force on the day that counts: a rule without dates always is.</summary>
    public (bool? Holds, IReadOnlyList<string> Missing) InForce(SchemeHead head)
    {
        if (head.From is null && head.Until is null)
        {
            return (true, []);
        }

        return Sheet.Day(head.ForceBy) is { } day
            ? ((head.From is null || day >= head.From) && (head.Until is null || day <= head.Until), [])
            : (null, [head.ForceBy]);
    }

    /// <summary>Whether the application lies in one of the windows and names their year; no window asks nothing.</summary>
    public (bool? Holds, IReadOnlyList<string> Missing) InWindow(IReadOnlyList<FilingWindow> windows)
    {
        if (windows.Count == 0)
        {
            return (true, []);
        }

        if (Sheet.Day("application.filed") is not { } filed)
        {
            return (null, ["application.filed"]);
        }

        var open = windows.Where(w => w.Opens <= filed && filed <= w.Closes).ToList();
        if (open.Count == 0 || open.Exists(w => w.EventYear is null))
        {
            return (open.Count > 0, []);
        }

        return Sheet.Of("application.event_year") is { } year ? (open.Exists(w => w.EventYear == year.Raw), []) : (null, ["application.event_year"]);
    }

    /// <summary>The statutory conditions that no file writes out: force and windows, as steps.</summary>
    public (bool? Holds, IReadOnlyList<string> Missing) Timely(SchemeHead head, IReadOnlyList<FilingWindow> windows, List<SchemeStep> steps)
    {
        var (force, window) = (InForce(head), InWindow(windows));
        if (head.From is not null || head.Until is not null)
        {
            steps.Add(SchemeStep.Of("force", "规则有效期", "the rule is in force", Told(force.Holds), ("from", $"{head.From:yyyy-MM-dd}"), ("until", $"{head.Until:yyyy-MM-dd}"), ("by", head.ForceBy)));
        }

        if (windows.Count > 0)
        {
            steps.Add(SchemeStep.Of("window", "在申报期内", "filed within a window", Told(window.Holds), ("windows", string.Join(", ", windows.Select(w => $"{w.Opens:yyyy-MM-dd}..{w.Closes:yyyy-MM-dd}")))));
        }

        var holds = force.Holds == false || window.Holds == false ? false : force.Holds is null || window.Holds is null ? (bool?)null : true;
        return (holds, [.. force.Missing, .. window.Missing]);
    }

    public static string Told(bool? holds) => holds switch { true => "yes", false => "no", _ => "unknown" };

    /// <summary>False where one is known to be false, else unknown where one is unknown, else true.</summary>
    public static bool? All(IEnumerable<bool?> answers)
    {
        bool? all = true;
        foreach (var answer in answers)
        {
            if (answer == false)
            {
                return false;
            }

            all = answer is null ? null : all;
        }

        return all;
    }
}
