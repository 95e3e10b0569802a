using System.Globalization;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Lending.Loans.Covenants;
using Zhirong.Modules.Lending.Loans.Model;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Lending.Loans.Lines;

/// <summary>A line in a list; amounts in yuan.</summary>
/// <param name="Kind"><c>single</c>, <c>revolving</c>, <c>collective</c>.</param>
/// <param name="Used">Asked for and outstanding.</param>
/// <param name="State"><c>open</c>, <c>frozen</c>, <c>closed</c>.</param>
/// <param name="Unmet">Conditions precedent not met yet.</param>
public sealed record FacilityRow(
    Guid Id, string Number, string Kind, string KindTitle, string Borrower, string BorrowerCode, string Amount, string Used, string Left, DateOnly From, DateOnly Until, string State, string StateTitle, string Because, int Unmet, int Breaches, int Version, string ChangedAt, string ChangedBy)
{
    internal static FacilityRow Of(Facility f, int unmet, int breaches, Language language) => new(
        f.Id, f.Number, f.Kind, FacilityWords.KindTitle(f.Kind).In(language), f.Borrower, f.BorrowerCode, Money.FenText(f.AmountFen), Money.FenText(f.UsedFen), Money.FenText(f.AmountFen - f.UsedFen), f.FromDay, f.UntilDay, f.State, FacilityWords.StateTitle(f.State).In(language), f.Because, unmet, breaches, f.Version, Instant.Text(f.ChangedAt), f.ChangedBy);
}

/// <summary>A condition precedent.</summary>
/// <param name="Document">The paper that shows that it is met.</param>
/// <param name="Sha256">Of the paper, where it is kept.</param>
public sealed record ConditionView(int N, string Title, bool Met, string Document, string Sha256, DateOnly? MetOn, string MetBy);

/// <summary>A member of a collective line.</summary>
/// <param name="Kind"><c>person</c> or <c>firm</c>.</param>
public sealed record LineMemberView(int N, string MemberNo, string Name, string Kind, string Cap, string Used, string Left);

/// <summary>A pledge that secures the line.</summary>
public sealed record SecuringPledge(Guid Id, string ContractNo, string Secured, string State, string StateTitle);

/// <summary>A right that does not count on the day.</summary>
/// <param name="Because">The register's state, or <c>frozen</c>.</param>
public sealed record LostRightView(Guid RightId, string Number, string Title, string Because, string Why, string? Value);

/// <summary>What secures the line today.</summary>
/// <param name="Value">Of the rights in force; null while it is not known (待核实).</param>
/// <param name="Most">What they support under the line's loan to value; null where it has none or the value is not known.</param>
/// <param name="Ltv">What is taken of the line over the value, as a fraction with four decimals; null where it cannot be said.</param>
/// <param name="MostLtv">The highest allowed.</param>
public sealed record CoverageView(DateOnly Day, int Rights, string? Value, string? Most, string? Ltv, string? MostLtv, IReadOnlyList<LostRightView> Lost)
{
    internal static CoverageView Of(Facility f, Coverage c, DateOnly day, Language language) => new(
        day, c.Rights, c.Secured && c.ValueFen is { } value ? Money.FenText(value) : null, c.Most(f) is { } most ? Money.FenText(most) : null,
        c.ValueFen is > 0 and { } over ? Fraction((decimal)f.UsedFen / over) : null, f.MostLtv is { } ltv ? Fraction(ltv / 1_000_000m) : null,
        [.. c.Lost.Select(l => new LostRightView(l.RightId, l.Number, l.Title, l.Because, l.Why.In(language), l.ValueFen is { } fen ? Money.FenText(fen) : null))]);

    private static string Fraction(decimal value) => Rounding.Decimals(value, 4).ToString("0.0000", CultureInfo.InvariantCulture);
}

/// <summary>A line as it is opened.</summary>
/// <param name="Uses">What the money may be used for; empty for whatever the contract says.</param>
public sealed record FacilityDetail(
    FacilityRow Row, string ResolutionNo, DateOnly? ResolutionUntil, IReadOnlyList<string> Uses, Guid BookId, Guid? ApplicationId, IReadOnlyList<ConditionView> Conditions, IReadOnlyList<LineMemberView> Members, IReadOnlyList<SecuringPledge> Pledges, CoverageView Coverage, IReadOnlyList<BreachView> Breaches, IReadOnlyList<LoanRow> Loans);
