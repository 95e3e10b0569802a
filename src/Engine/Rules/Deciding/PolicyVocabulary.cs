using Zhirong.Engine.Basics;
using Zhirong.Engine.Rules.Policies;

namespace Zhirong.Engine.Rules.Deciding;

/// <summary>The names of a policy: its facts, <c>day</c>, its parameters, and what its steps gave so far.</summary>
internal sealed class PolicyVocabulary : IRuleConstants
{
    private readonly Dictionary<string, (int Slot, RuleType Type)> names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RuleValue> constants = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Words> titles = new(StringComparer.Ordinal);

    public PolicyVocabulary(PolicyDefinition policy)
    {
        foreach (var fact in policy.Facts)
        {
            names.TryAdd(fact.Name, (Slots, fact.Type));
            titles.TryAdd(fact.Name, fact.Title);
            Slots++;
        }

        names.TryAdd("day", (Slots++, RuleType.Date));
        titles.TryAdd("day", new("决策日", "day of decision"));
        foreach (var parameter in policy.Parameters)
        {
            constants.TryAdd(parameter.Name, parameter.Value);
        }
    }

    public int Slots { get; private set; }

    public IReadOnlyCollection<string> Names => [.. names.Keys, .. constants.Keys];

    public bool TryFind(string name, out int slot, out RuleType type)
    {
        var found = names.TryGetValue(name, out var entry);
        (slot, type) = entry;
        return found;
    }

    public bool TryConstant(string name, out RuleValue value) => constants.TryGetValue(name, out value) && value.Known;

    /// <summary>A name that a step gives; false when it is taken.</summary>
    public bool Add(string name, RuleType type, Words title)
    {
        if (constants.ContainsKey(name) || !names.TryAdd(name, (Slots, type)))
        {
            return false;
        }

        titles[name] = title;
        Slots++;
        return true;
    }

    /// <summary>What a person calls an expression: the title of its only name, else its text.</summary>
    public Words Title(string text) => titles.TryGetValue(text.Trim(), out var title) ? title : Words.Same(text.Trim());

    /// <summary>The text with parameters by their values.</summary>
    public string WithValues(string text)
    {
        foreach (var (name, value) in constants)
        {
            for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.Ordinal))
            {
                if ((at == 0 || !IsPart(text[at - 1])) && (at + name.Length == text.Length || !IsPart(text[at + name.Length])))
                {
                    text = string.Concat(text.AsSpan(0, at), value.ToString(), text.AsSpan(at + name.Length));
                }
            }
        }

        return text;
    }

    private static bool IsPart(char c) => char.IsLetterOrDigit(c) || c is '_' or '.' or '"';
}
