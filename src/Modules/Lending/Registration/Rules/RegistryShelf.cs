using Zhirong.Engine.Basics;
using Zhirong.Modules.Assets.Model;
using Zhirong.Modules.Lending.Registration.Rules;

namespace Zhirong.Modules.Lending;

/// <summary>The registries the room files with, as rules: grounds, time limits, forms.</summary>
public sealed class RegistryShelf
{
    private readonly IReadOnlyList<RegistryRules> all;

    private RegistryShelf(IReadOnlyList<RegistryRules> all) => this.all = all;

    internal IReadOnlyList<RegistryRules> All => all;

    internal IReadOnlyList<string> Codes => [.. all.Select(r => r.Code)];

    /// <param name="files">Files of <c>zhirong/pledge-registry/v1</c>; a category of rights belongs to one of them.</param>
    public static Result<RegistryShelf> Read(IEnumerable<byte[]> files)
    {
        var (rules, refusals) = (new List<RegistryRules>(), new List<Refusal>());
        foreach (var read in files.Select(file => RegistryReader.Read(file)))
        {
            refusals.AddRange(read.Refusals);
            if (read.Ok)
            {
                rules.Add(read.Value);
            }
        }

        refusals.AddRange(rules.GroupBy(r => r.Code).Where(g => g.Count() > 1).Select(g => LendingRefusals.RuleTwice("code", g.Key)));
        refusals.AddRange(rules.SelectMany(r => r.Kinds).GroupBy(k => k).Where(g => g.Count() > 1).Select(g => LendingRefusals.RuleTwice("kinds", g.Key.Word())));
        return refusals.Count > 0 ? Result<RegistryShelf>.Refused(refusals) : new RegistryShelf([.. rules.OrderBy(r => r.Code, StringComparer.Ordinal)]);
    }

    internal RegistryRules? Of(string code) => all.FirstOrDefault(r => r.Code == code);

    /// <summary>The registry of a category; null where none takes it.</summary>
    internal RegistryRules? For(RightKind? kind) => kind is { } known ? all.FirstOrDefault(r => r.Kinds.Contains(known)) : null;
}
