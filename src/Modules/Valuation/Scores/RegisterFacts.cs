using System.Globalization;
using Zhirong.Engine.Appraisal.Scoring;
using Zhirong.Modules.Assets.UseCases;

namespace Zhirong.Modules.Valuation.Scores;

/// <summary>A fact as the register knows it, with who says so and when.</summary>
/// <param name="Value">A word or a number of the rubric's tables.</param>
internal sealed record RegisterFact(string Name, string Value, string Source, DateOnly? Day, string Kind = "evidence");

/// <summary>
/// The facts a rubric scores by, as far as the register knows them. What its sources do not reach, or are too old to tell, is left out:
/// an empty list of encumbrances is only a fact where somebody looked.
/// </summary>
internal sealed class RegisterFacts
{
    private readonly RightProfile profile;
    private readonly List<RegisterFact> facts = [];

    private RegisterFacts(RightProfile profile) => this.profile = profile;

    /// <param name="shares">Product revenue ÷ the firm's, by product, where both are known.</param>
    public static IReadOnlyList<RegisterFact> Of(RightProfile profile, Rubric rubric, RegisterFact? shares)
    {
        var all = new RegisterFacts(profile).All();
        if (shares is not null)
        {
            all.Add(shares);
        }

        var used = rubric.Indicators.Select(i => i.Fact).Concat(rubric.Vetoes.Select(v => v.Fact)).OfType<string>().ToHashSet();
        return [.. all.Where(f => used.Contains(f.Name))];
    }

    private List<RegisterFact> All()
    {
        var right = profile.Right;
        if (right.State is { UnknownSince: null, State: not "unknown" })
        {
            Add("legal_status", right.State.State, $"登记簿法律状态：{right.State.StateTitle}", right.State.AsOf);
            Add("ownership_dispute", OwnershipQuestion ? "true" : null, "登记簿待定事项：权属", right.State.AsOf);
            Encumbrances();
            Contests();
        }

        if (right is { Kind: "invention", State.InForce: true })
        {
            Add("examination", "substantive", "发明专利经实质审查授权", right.Granted);
        }

        Fields();
        if (profile.Term is { YearsLeft: { } left, Until: not null })
        {
            Add("remaining_years", Text(Math.Round(left, 2)), $"登记簿期限规则 {profile.Term.Rule}（{profile.Term.Law}）", profile.Day, "computed");
        }

        if (profile.Trl is { } trl)
        {
            var said = profile.Fields.FirstOrDefault(f => f.Field == "other.trl");
            Add("trl", $"{trl}", said?.Source ?? "登记簿", said?.AsOf);
        }

        if (profile.Trades.Count > 0)
        {
            Add("deals", $"{profile.Trades.Count}", "登记簿交易与许可记录", profile.Trades.Max(t => t.Signed));
        }

        return facts;
    }

    private void Encumbrances()
    {
        var (stand, asOf) = (profile.Encumbrances.Where(e => e.Stands).Select(e => e.Kind).ToHashSet(), profile.Right.State.AsOf);
        var owners = profile.Holders.Count(h => (h.From is null || h.From <= profile.Day) && (h.Until is null || h.Until > profile.Day));
        Add("seized", stand.Contains("freeze") ? "true" : Looked ? "false" : null, "登记簿权利负担：保全", asOf);

        // Whether the pledgee agreed is not in the register; only that nothing is pledged is.
        Add("pledged_without_consent", stand.Contains("pledge") || !Looked ? null : "false", "登记簿权利负担：质押", asOf);
        Add("financings", Looked ? $"{profile.Events.Count(e => e.Effect == "pledge_on")}" : null, "登记簿质押登记次数", asOf);
        var word = OwnershipQuestion || stand.Contains("freeze") ? "disputed"
            : stand.Contains("exclusive_licence") ? "exclusive"
            : stand.Contains("pledge") ? "pledged"
            : stand.Count > 0 ? stand.Contains("licence") ? null : "licensed"
            : !Looked || owners == 0 ? null : owners > 1 ? "co_owned" : "none";
        Add("encumbrance", word, "登记簿权利人与负担", asOf);
    }

    /// <summary>What the register's events say of contests: it knows decisions, not requests that are pending.</summary>
    private void Contests()
    {
        var asOf = profile.Right.State.AsOf;
        var word = Contested("invalid") ? "lost" : Contested("invalid_part") || Contested("revoked_part") ? "partly_lost" : null;
        Add("invalidation_history", word, "登记簿无效宣告决定", asOf);
    }

    private void Fields()
    {
        if (Field("claims") is { } claims)
        {
            Add("claims", claims.Value, claims.Source, claims.AsOf);
        }

        if (Field("class.ipc") is { } classes)
        {
            Add("ipc_subclasses", $"{classes.Value.Split("; ").Where(c => c.Length >= 4).Select(c => c[..4]).Distinct().Count()}", classes.Source, classes.AsOf);
        }

        if (profile.Family.Members.Count > 0)
        {
            var offices = profile.Family.Members.Select(m => m.Length > 2 && char.IsAsciiLetterUpper(m[0]) && char.IsAsciiLetterUpper(m[1]) ? m[..2] : "CN").Append(profile.Right.Office).Distinct().ToList();
            var said = Field("family.id") ?? Field("family.size");
            Add("family_countries", offices.Count == 2 && offices.Contains("WO") ? "pct" : $"{offices.Count(o => o != "WO")}", said?.Source ?? "登记簿同族", said?.AsOf);
        }
    }

    private bool OwnershipQuestion => profile.Questions.Any(q => q is { Open: true } && q.Kind.Contains("owner", StringComparison.Ordinal));

    private bool Contested(string effect) => profile.Events.Any(e => e.Effect == effect && e.On <= profile.Day);

    private FieldView? Field(string name) => profile.Fields.FirstOrDefault(f => f.Field == name);

    /// <summary>A source of legal events was read: what it does not tell did not happen by then.</summary>
    private bool Looked => profile.Events.Count > 0;

    private void Add(string name, string? value, string source, DateOnly? day, string kind = "evidence")
    {
        if (value is not null)
        {
            facts.Add(new(name, value, source, day, kind));
        }
    }

    private static string Text(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
