using System.Text.Json;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Policy.Aid;
using Zhirong.Modules.Policy.Storage;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Policy.Funds;

/// <summary>A fund with its clocks.</summary>
/// <param name="Party">The party of the scheme that the fund is.</param>
/// <param name="Balance">What its book says it holds.</param>
/// <param name="Portfolio">Principal of the loans filed and live.</param>
/// <param name="MaxPortfolio">What may be filed in all; null where the scheme has no leverage.</param>
/// <param name="ClaimRate">Principal claimed of all that was filed, a fraction; null while nothing is filed.</param>
/// <param name="Taking"><c>yes</c>, <c>no</c> or <c>unknown</c>: whether it takes further filings.</param>
/// <param name="Compensated">Compensation paid in all.</param>
/// <param name="Promised">Approved and not paid yet.</param>
/// <param name="Returned">Given back to the fund out of recoveries.</param>
public sealed record FundRow(Guid Id, string Code, string Name, string Scheme, int SchemeNumber, string SchemeTitle, string Party, Guid BookId, string Size, string Balance, string Portfolio, string? MaxPortfolio, string? ClaimRate, string? SuspendAbove, string State, string Because, string Taking, int Version, string ChangedAt, string ChangedBy, string Compensated, string Promised, string Returned);

public sealed record FundList(IReadOnlyList<FundRow> Rows);

/// <summary>A loan filed with a fund.</summary>
public sealed record FilingRow(Guid Id, Guid FundId, string SubjectKind, string SubjectId, string FirmCode, string FirmName, string BankName, string Principal, DateOnly FiledOn, DateOnly EndsOn, string State, int Version)
{
    internal static FilingRow Of(FundFiling f) => new(f.Id, f.FundId, f.SubjectKind, f.SubjectId, f.FirmCode, f.FirmName, f.BankName, Money.FenText(f.PrincipalFen), f.FiledOn, f.EndsOn, f.State, f.Version);
}

/// <summary>A claim on a fund in a list.</summary>
/// <param name="FromFund">The fund's part; null while something is to be verified.</param>
public sealed record ClaimRow(Guid Id, Guid FundId, Guid FilingId, string FirmName, string SubjectKind, string SubjectId, string State, string? Loss, string? FromFund, string Returned, DateOnly FiledOn, DateOnly? DueOn, int Version, string ChangedAt, string ChangedBy)
{
    internal static ClaimRow Of(CompensationClaim c, FundFiling f) => new(
        c.Id, c.FundId, c.FilingId, f.FirmName, f.SubjectKind, f.SubjectId, c.State, c.LossFen is { } loss ? Money.FenText(loss) : null, c.FundFen is { } part ? Money.FenText(part) : null, Money.FenText(c.ReturnedFen), c.FiledOn, c.DueOn, c.Version, Instant.Text(c.ChangedAt), c.ChangedBy);
}

/// <summary>A fund with its filings and claims.</summary>
public sealed record FundDetail(FundRow Row, IReadOnlyList<FilingRow> Filings, IReadOnlyList<ClaimRow> Claims);

/// <summary>A claim with its facts, who bears what, and its history.</summary>
public sealed record ClaimDetail(ClaimRow Row, JsonElement Facts, JsonElement Result, IReadOnlyList<AidStepView> Steps)
{
    internal static ClaimDetail Of(ZhirongContext read, CompensationClaim c, Language language) => new(
        ClaimRow.Of(c, read.Set<FundFiling>().Single(f => f.Id == c.FilingId)), PolicyDesk.Element(c.Facts), PolicyDesk.Element(language == Language.En ? c.ResultEn : c.ResultZh),
        [.. read.Set<ClaimStep>().Where(s => s.ClaimId == c.Id).OrderBy(s => s.N).ToList().Select(s => new AidStepView(s.N, s.State, s.Fen is { } fen ? Money.FenText(fen) : null, s.Note, s.Day, Instant.Text(s.At), s.By))]);
}
