using System.Text;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Credit.Accounts;
using Zhirong.Engine.Credit.Reading;
using Zhirong.Engine.Credit.Schedules;
using static Zhirong.Engine.Tests.Basics.Dates;

namespace Zhirong.Engine.Tests.Credit;

/// <summary>Loans lived through day by day under the shipped policy and classes.</summary>
internal static class Lives
{
    public static ServicingPolicy Policy { get; } = ServicingReader.Policy(Encoding.UTF8.GetBytes(Repo.Read("data", "credit", "servicing.yaml"))).Value;

    public static ClassificationTable Classes { get; } = ServicingReader.Classes(Encoding.UTF8.GetBytes(Repo.Read("data", "credit", "classification.yaml"))).Value;

    /// <summary>A million at 3.45 % on ACT/360 from 20 March 2024.</summary>
    public static ResolvedLoan Million(string method = "bullet", int count = 12, string more = "") =>
        Loans.Resolve($$"""{"principal":"1000000","annualRate":"0.0345","disbursedOn":"2024-03-20","count":{{count}},"method":"{{method}}"{{more}}}""");

    public static LoanHistory Of(ResolvedLoan loan, params LoanEvent[] events) => new(loan, Policy, Classes, [Recorded(Drawn(loan)), .. events.Select(Recorded)]);

    public static LoanEvent Drawn(ResolvedLoan loan) => new LoanDrawn { Id = "draw", Effective = loan.Terms.DisbursedOn, Amount = loan.Terms.Financed };

    public static ReceiptTaken Paid(string day, decimal yuan, string id = "receipt") => new() { Id = id, Effective = D(day), Amount = Money.Cny(yuan) };

    public static LoanPrepaid Prepaid(string day, decimal yuan, PrepaymentEffect effect = PrepaymentEffect.LowerInstalment, decimal fee = 0) =>
        new() { Id = "prepaid", Effective = D(day), Principal = Money.Cny(yuan), Effect = effect, FeeRate = fee };

    public static RecordedEvent Recorded(LoanEvent happened) => new(happened, happened.Effective);

    /// <summary>Every instalment paid on its day.</summary>
    public static IEnumerable<LoanEvent> OnTime(LoanSchedule schedule) =>
        schedule.Instalments.Where(i => i.Due > Money.Zero).Select(i => new ReceiptTaken { Id = $"r{i.Number}", Effective = i.DueOn, Amount = i.Due });

    /// <summary>The account's own figures as a trial balance, to be held against its postings.</summary>
    public static Dictionary<LoanAccountKind, long> Expected(LoanAccount account)
    {
        var interest = account.InterestDue.Fen + account.InterestAccrued.Fen;
        var penalty = account.PenaltyDue.Fen + account.CompoundDue.Fen;
        return new Dictionary<LoanAccountKind, long>
        {
            [LoanAccountKind.InterestReceivable] = account.IsOffBalance ? 0 : interest,
            [LoanAccountKind.PenaltyReceivable] = account.IsOffBalance ? 0 : penalty,
            [LoanAccountKind.FeeReceivable] = account.FeesDue.Fen,
            [LoanAccountKind.BorrowerCredit] = -account.Credit.Fen,
            [LoanAccountKind.MemoInterest] = account.IsOffBalance ? interest : 0,
            [LoanAccountKind.MemoPenalty] = account.IsOffBalance ? penalty : 0,
            [LoanAccountKind.MemoWrittenOff] = account.WrittenOff.Fen,
        };
    }
}
