using Zhirong.Cases.Values;
using Zhirong.Engine.Basics;

namespace Zhirong.Cases.Plays;

/// <summary>One named figure a part computed: <c>costs.max_net</c>.</summary>
/// <param name="Value">The figure, or why there is none.</param>
/// <param name="Formula">How it was computed, with its numbers.</param>
/// <param name="From">Inputs that move it: paths as for <c>--set</c>, or the file whose records were counted.</param>
public sealed record CaseOutput(string Name, CaseValue Value, Words Formula, IReadOnlyList<string> From);

/// <summary>One record a part made in the store of the run: a right taken, a cost item, a fee, a royalty.</summary>
/// <param name="Kind">right, cost, licence_fee, royalty.</param>
/// <param name="Fields">Names and values in a fixed order.</param>
public sealed record CaseRecord(string Kind, string Id, IReadOnlyList<KeyValuePair<string, string>> Fields);

/// <summary>What the parts publish, by name.</summary>
internal sealed class Outputs
{
    private readonly Dictionary<string, CaseOutput> byName = new(StringComparer.Ordinal);
    private readonly List<(string Prefix, Refusal Refusal)> refused = [];
    private readonly List<CaseRecord> records = [];

    private readonly List<(string Prefix, CaseOutput Output)> otherwise = [];

    public IReadOnlyCollection<string> Names => byName.Keys;

    public IReadOnlyList<CaseRecord> Records => records;

    /// <summary>Parts that could not go on, and why.</summary>
    public IReadOnlyList<(string Part, Refusal Reason)> Refused => refused;

    public void Add(string name, CaseValue value, Words formula, params IEnumerable<string> from) =>
        byName[name] = new(name, value, formula, [.. from.Distinct()]);

    public void Record(string kind, string id, params IEnumerable<(string Name, string Value)> fields) =>
        records.Add(new(kind, id, [.. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]));

    /// <summary>What a name under the prefix is worth when nothing was counted there.</summary>
    public void Otherwise(string prefix, CaseValue value, Words formula, params IEnumerable<string> from) =>
        otherwise.Add((prefix, new("", value, formula, [.. from])));

    /// <summary>Nothing more is published under the part: its checks fail with the reason.</summary>
    public void Refuse(string part, Refusal reason) => refused.Add((part, reason));

    /// <summary>The output, or what refused it; null when no part knows the name.</summary>
    public CaseOutput? Find(string name)
    {
        if (byName.TryGetValue(name, out var output))
        {
            return output;
        }

        if (otherwise.Find(o => name.StartsWith(o.Prefix, StringComparison.Ordinal)) is { Output: { } none })
        {
            return none with { Name = name };
        }

        return refused.Find(r => name == r.Prefix || name.StartsWith(r.Prefix + ".", StringComparison.Ordinal)) is { Refusal: { } reason }
            ? new(name, CaseValue.Missing(new($"拒绝 {reason.Code}：{reason.Message.Zh}", $"refused {reason.Code}: {reason.Message.En}")), new(reason.Sentence(Language.Zh), reason.Sentence(Language.En)), [])
            : null;
    }
}
