using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Evidence;
using Zhirong.Modules.Lending.Loans.Model;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Lending.Loans.Accounts;

/// <summary>疑似同一笔还款: money typed in by a person and money of a bank statement, of the same amount and few days apart, is never counted twice unseen.</summary>
internal static class SameMoney
{
    /// <summary>The statement's receipt that money typed in may be; null for none.</summary>
    public static LoanHappening? OfStatement(IReadOnlyList<LoanHappening> events, long fen, DateOnly day, LoanDesk desk) =>
        events.LastOrDefault(e => e.UndoneOn is null && e.Kind == EventKinds.Receipt && Statement(e.Reference) && e.Fen == fen && Near(e.Effective, day, desk));

    /// <summary>Number of the first event of money typed in that a statement's receipt may be; null for none. What was split into a repayment and a prepayment counts as one.</summary>
    public static int? Typed(IReadOnlyList<LoanHappening> events, long fen, DateOnly day, LoanDesk desk) => events
        .Where(e => e.UndoneOn is null && e.Kind is EventKinds.Receipt or EventKinds.Prepaid && !Statement(e.Reference)).GroupBy(e => Whole(e.Reference), StringComparer.Ordinal)
        .Where(g => g.Sum(e => e.Fen) == fen && g.All(e => Near(e.Effective, day, desk))).Select(g => (int?)g.Min(e => e.N)).LastOrDefault();

    /// <summary>The events that one typed reference made.</summary>
    public static IReadOnlyList<LoanHappening> Together(IReadOnlyList<LoanHappening> events, int n) =>
        events.FirstOrDefault(e => e.N == n) is { } first ? [.. events.Where(e => e.UndoneOn is null && Whole(e.Reference) == Whole(first.Reference))] : [];

    public static Task<ReceiptDoubt?> Doubted(ZhirongContext work, Loan loan, string receipt) => work.Set<ReceiptDoubt>().SingleOrDefaultAsync(d => d.LoanId == loan.Id && d.ReceiptId == receipt);

    /// <summary>Holds a statement's receipt until somebody says what it is.</summary>
    public static async Task Doubt(ZhirongContext work, LoanDesk desk, Loan loan, ReceiptDoubt doubt)
    {
        work.Add(doubt);
        LoanWriting.Touch(work, desk, loan);
        await work.SaveChangesAsync();
        EvidenceLeaves.Write(work.Session, [EvidenceLeaves.Prepare(work.Viewer, loan.OwnerId, new("ReceiptDoubted", "loan", RowValues.Of(loan.Id), new JsonObject { ["amount"] = Money.FenText(doubt.Fen), ["day"] = RowValues.Of(doubt.Day), ["receipt"] = doubt.ReceiptId, ["twin"] = doubt.Twin }), desk.Clock)]);
    }

    private static bool Near(DateOnly one, DateOnly other, LoanDesk desk) => Math.Abs(one.DayNumber - other.DayNumber) <= desk.Law.Covenants.SameMoneyDays;

    private static bool Statement(string reference) => reference.StartsWith("receipt-", StringComparison.Ordinal);

    private static string Whole(string reference) => reference.EndsWith("/2", StringComparison.Ordinal) ? reference[..^2] : reference;
}
