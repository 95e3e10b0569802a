using Zhirong.Engine.Basics;
using Zhirong.Modules.Ledger;
using Zhirong.Modules.Ledger.Model;
using Zhirong.Modules.Policy.Storage;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Policy.Aid;

/// <summary>Entries of aid in the book of its budget; a budget without a book only notes what is paid.</summary>
internal static class AidPosting
{
    /// <summary>银行存款—补贴专户.</summary>
    public const string Cash = "100203";

    /// <summary>专项应付款—补贴专项资金.</summary>
    public const string Earmarked = "271101";

    /// <summary>财政拨款收入.</summary>
    public const string Appropriated = "630101";

    /// <summary>贷款贴息支出, 担保费, 保险费, 评估费, 发行补贴支出.</summary>
    public static IReadOnlyList<string> Expenses { get; } = ["651201", "651202", "651203", "651204", "651205"];

    /// <summary>Whether a book has what aid is paid from.</summary>
    public static bool Fits(ZhirongContext read, Guid book, string expense) => new[] { Cash, Earmarked, Appropriated, expense }.All(code => BookDoor.Account(read, book, code) is not null);

    /// <summary>What the budget's book still has for aid; null without a book.</summary>
    public static Money? Held(ZhirongContext read, AidBudget budget, DateOnly day) => budget.BookId is { } book ? BookDoor.Balance(read, book, Cash, day) : null;

    public static Refusal? Received(ZhirongContext work, PolicyDesk desk, AidBudget budget, long fen, DateOnly day) =>
        Post(work, desk, budget, "收到补贴专项资金 aid money received", day, new("budget", $"{budget.Id}"), [new(Cash, Side.Debit, Money.OfFen(fen)), new(Earmarked, Side.Credit, Money.OfFen(fen))]);

    public static Refusal? Paid(ZhirongContext work, PolicyDesk desk, AidBudget budget, long fen, DateOnly day, Guid application) => Post(
        work, desk, budget, "支付补贴 aid paid", day, new("aid", $"{application}"),
        [new(budget.Expense, Side.Debit, Money.OfFen(fen)), new(Cash, Side.Credit, Money.OfFen(fen)), new(Earmarked, Side.Debit, Money.OfFen(fen)), new(Appropriated, Side.Credit, Money.OfFen(fen))]);

    public static Refusal? ClawedBack(ZhirongContext work, PolicyDesk desk, AidBudget budget, long fen, DateOnly day, Guid application) => Post(
        work, desk, budget, "追回补贴 aid clawed back", day, new("aid", $"{application}"),
        [new(Cash, Side.Debit, Money.OfFen(fen)), new(budget.Expense, Side.Credit, Money.OfFen(fen)), new(Appropriated, Side.Debit, Money.OfFen(fen)), new(Earmarked, Side.Credit, Money.OfFen(fen))]);

    private static Refusal? Post(ZhirongContext work, PolicyDesk desk, AidBudget budget, string happening, DateOnly day, SubjectRef subject, IReadOnlyList<LineDraft> lines)
    {
        if (budget.BookId is not { } book)
        {
            return null;
        }

        var outcome = desk.Books.PostWithin(work, book, [new EntryDraft { Id = desk.NewId(), Effective = day, Event = happening, Subject = subject, Lines = lines }])[0];
        return outcome.Result == PostResult.Refused ? outcome.Refusals[0] : null;
    }
}
