using System.Text.Json;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Policy.Storage;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Policy.Aid;

/// <summary>The money of a scheme for a year.</summary>
/// <param name="Left">Budget less what is approved, never below zero.</param>
/// <param name="BookId">The book aid is paid from; null: payments are only noted.</param>
/// <param name="Received">Money received into that book under this budget.</param>
public sealed record BudgetRow(Guid Id, string Scheme, string SchemeTitle, int Year, string Limit, string Approved, string Paid, string Left, DateOnly? ClosesOn, string State, int Version, string ChangedAt, string ChangedBy, Guid? BookId, string Expense, string Received)
{
    internal static BudgetRow Of(AidBudget b, string title) => new(
        b.Id, b.Scheme, title, b.Year, Money.FenText(b.LimitFen), Money.FenText(b.ApprovedFen), Money.FenText(b.PaidFen), Money.FenText(Math.Max(0, b.LimitFen - b.ApprovedFen)), b.ClosesOn, b.State, b.Version, Instant.Text(b.ChangedAt), b.ChangedBy, b.BookId, b.Expense, Money.FenText(b.ReceivedFen));
}

/// <summary>A cap of the scheme as it stands for one firm or loan in the year's ledger.</summary>
/// <param name="Scope"><c>loan</c>, <c>firm_year</c>, <c>firm_lifetime</c>.</param>
/// <param name="Subject">The firm's credit code, or kind and id of the loan.</param>
/// <param name="Limit">Null: the text does not show it, or it holds only in certain cases.</param>
/// <param name="Used">By approvals, less what clawbacks freed.</param>
public sealed record CapRow(string Cap, string Title, string Scope, string Subject, string FirmName, string? Limit, string Used, string Freed, int Applications);

/// <summary>A budget with the year's ledger: its applications in the order of approval, the caps they use, and what its book holds.</summary>
/// <param name="Pool">Whether the year's money is a pool that is divided.</param>
/// <param name="Held">What the book's account for aid holds today; null without a book.</param>
public sealed record BudgetDetail(BudgetRow Row, bool Pool, string? Held, IReadOnlyList<AidRow> Applications, IReadOnlyList<CapRow> Caps);

public sealed record BudgetList(IReadOnlyList<BudgetRow> Rows);

/// <summary>An application in a list.</summary>
/// <param name="Asked">As last computed; null while something is to be verified.</param>
/// <param name="ByFirm">Whether the firm drafted it itself.</param>
/// <param name="OfficeId">Who decides about it, where a firm handed it in.</param>
public sealed record AidRow(Guid Id, string Scheme, int SchemeNumber, string SchemeTitle, int Year, Guid? FirmId, string FirmCode, string FirmName, string SubjectKind, string SubjectId, string State, string? Asked, string? Approved, int? ApprovedNo, string? Scaled, string Paid, string Clawed, DateOnly? FiledOn, DateOnly? PublicUntil, int Version, string ChangedAt, string ChangedBy, bool ByFirm, Guid? OfficeId)
{
    internal static AidRow Of(AidApplication a, string title) => new(
        a.Id, a.Scheme, a.SchemeNumber, title, a.Year, a.FirmId, a.FirmCode, a.FirmName, a.SubjectKind, a.SubjectId, a.State, Yuan(a.AskedFen), Yuan(a.ApprovedFen), a.ApprovedNo, Yuan(a.ScaledFen), Money.FenText(a.PaidFen), Money.FenText(a.ClawedFen), a.FiledOn, a.PublicUntil, a.Version, Instant.Text(a.ChangedAt), a.ChangedBy, a.Origin == AidStates.ByFirm, a.OfficeId);

    private static string? Yuan(long? fen) => fen is { } known ? Money.FenText(known) : null;
}

/// <summary>A change of state of a record of the room.</summary>
/// <param name="Day">The day it counts from.</param>
public sealed record AidStepView(int N, string State, string? Amount, string Note, DateOnly Day, string At, string By);

/// <summary>An application with its facts, the account of its amount, and its history.</summary>
/// <param name="Next">States it may go to.</param>
public sealed record AidDetail(AidRow Row, JsonElement Facts, JsonElement Result, IReadOnlyList<AidStepView> Steps, IReadOnlyList<string> Next)
{
    internal static AidDetail Of(ZhirongContext read, PolicyDesk desk, AidApplication a, Language language)
    {
        var title = SetBudget.Title(read, desk, a.Scheme, language, a.SchemeNumber);
        var steps = read.Set<ApplicationStep>().Where(s => s.ApplicationId == a.Id).OrderBy(s => s.N).ToList();
        return new(
            AidRow.Of(a, title), PolicyDesk.Element(a.Facts), PolicyDesk.Element(language == Language.En ? a.ResultEn : a.ResultZh),
            [.. steps.Select(s => new AidStepView(s.N, s.State, s.Fen is { } fen ? Money.FenText(fen) : null, s.Note, s.Day, Instant.Text(s.At), s.By))], AidStates.Next(a, read.Viewer.Organisation));
    }
}
