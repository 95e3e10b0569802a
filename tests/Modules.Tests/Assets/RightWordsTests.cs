using System.Text.RegularExpressions;
using Xunit;
using Zhirong.Modules.Assets.Model;
using Zhirong.Modules.Assets.Searches;
using Zhirong.Modules.Assets.Storage;
using Zhirong.Modules.Assets.UseCases;

namespace Zhirong.Modules.Tests.Assets;

/// <summary>The pages offer the register's own code lists and call them by its words.</summary>
public sealed partial class RightWordsTests
{
    private static readonly string Words = Repo.Read("web", "src", "words", "rightCodes.ts") + Repo.Read("web", "src", "words", "rightForms.ts");

    private static readonly string Codes = Repo.Read("web", "src", "rooms", "assets", "codes.ts") + Repo.Read("web", "src", "rooms", "assets", "firms", "figures.ts");

    [Fact]
    public void Words_OfThePages_AreThoseOfTheRegister()
    {
        Said("rightKind", RightKinds.Words, word => RightKinds.Read(word)!.Value.Title());
        Said("rightState", RightStates.Words, word => RightStates.Read(word)!.Value.Title());
        Said("rightEffect", [.. RightEffects.Words, "contradicted"], word => RightEffects.Read(word)!.Value.Title());
        Said("encumbrance", EncumbranceKinds.Words, word => EncumbranceKinds.Read(word)!.Value.Title());
        Said("figure", FirmFigures.Names, FirmFigures.Title);
    }

    [Fact]
    public void Lists_OfThePages_AreThoseOfTheRegister()
    {
        Assert.Equal(RightKinds.Words, List("rightKinds"));
        Assert.Equal(RightStates.Words, List("rightStates"));
        Assert.Equal(RightEffects.Words, List("rightEffects"));
        Assert.Equal(RightSearch.Groups.Keys, List("stateGroups"));
        Assert.Equal(RightOrder.Sorts, List("sorts"));
        Assert.Equal(KeepSearch.Columns, List("listColumns"));
        Assert.Equal(EncumbranceKinds.Words, List("encumbranceKinds"));
        Assert.Equal(RecordTrade.Kinds, List("tradeKinds"));
        Assert.Equal(FirmFigures.Names, List("figureNames"));
    }

    /// <summary>Every kind of day a statement may name has its words.</summary>
    [Fact]
    public void Dates_OfAStatement_HaveWords() =>
        Assert.All(RightStatements.DateFields, field => Assert.Contains($"'rightDate.{field}': [", Words, StringComparison.Ordinal));

    private static void Said(string area, IReadOnlyList<string> codes, Func<string, Engine.Basics.Words> title)
    {
        var pages = Words.Split('\n').Select(line => line.Trim()).Where(line => line.StartsWith($"'{area}.", StringComparison.Ordinal));
        Assert.Equal(codes.Select(code => $"'{area}.{code}': ['{title(code).Zh}', '{title(code).En}'],").Order(StringComparer.Ordinal), pages.Order(StringComparer.Ordinal));
    }

    private static List<string> List(string name)
    {
        var list = Regex.Match(Codes, $@"export const {name} = \[([^\]]*)\] as const;");
        Assert.True(list.Success, name);
        return [.. Quoted().Matches(list.Groups[1].Value).Select(m => m.Groups[1].Value)];
    }

    [GeneratedRegex("'([a-z0-9_]+)'")]
    private static partial Regex Quoted();
}
