using Zhirong.Engine.Basics;
using Zhirong.Modules.Payments.Statements;

namespace Zhirong.Modules.Payments.Channels;

/// <summary>
/// What a statement or notification answers about payments: a debit with an end-to-end id is settled, a credit with one that
/// the bank marks as reversal or return came back. Receipts answer nothing and are left out.
/// </summary>
internal sealed class CamtAnswers : IStatementSink
{
    private readonly List<ItemAnswer> items = [];

    public void Begin(BankStatement head)
    {
    }

    public void Line(StatementLine line)
    {
        var back = line.Amount.Fen > 0 && (line.Reversal || line.ReturnReason is not null);
        if (line.Status == LineStatus.Information || (line.Amount.Fen >= 0 && !back))
        {
            return;
        }

        if (items.Count == Pain002Reader.MostItems)
        {
            throw new Files.FileRefused(Files.FileRefusals.TooMany(line.Place, Pain002Reader.MostItems));
        }

        items.Add(new()
        {
            EndToEndId = line.EndToEndId ?? "",
            Status = line.Status == LineStatus.Pending ? AnswerStatus.Pending : back ? AnswerStatus.Returned : AnswerStatus.Settled,
            StatusCode = $"{(line.Status == LineStatus.Pending ? "PDNG" : "BOOK")} {(back ? "CRDT" : "DBIT")}",
            ReasonText = line.ReturnReason,
            Amount = back ? line.Amount : -line.Amount,
            PayeeName = line.CounterpartyName,
            PayeeAccount = line.CounterpartyAccount,
            BankReference = line.Reference,
            LoanNo = line.LoanNo,
            Booked = line.Date,
            Place = line.Place,
        });
    }

    public void End(BankStatement foot)
    {
    }

    public ChannelAnswer Answer(StatementFile file)
    {
        var warnings = file.Statements.SelectMany(s => s.Faults).Select(f => f with { Severity = Severity.Warning }).ToList();
        var answer = new ChannelAnswer { Format = file.Format, MessageId = file.MessageId, CreatedAt = file.CreatedAt, Items = items, Warnings = warnings };
        AnswerChecks.Check(answer, warnings);
        return answer;
    }
}
