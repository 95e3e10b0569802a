using Zhirong.Engine.Basics;
using Zhirong.Modules.Payments.Channels;
using Zhirong.Modules.Payments.Storage;

namespace Zhirong.Modules.Payments.Hearings;

/// <summary>What a bank says of one payment, from an answer file or a statement's line.</summary>
/// <param name="At">When the bank said it, UTC microseconds; null when it does not tell.</param>
/// <param name="Fen">Null when no amount is repeated.</param>
/// <param name="Place">Where it stands in the file.</param>
internal sealed record Said(AnswerStatus Status, long? At, long? Fen, string? PayeeName, string? PayeeAccount, string? ReasonCode, string? ReasonText, string? BankReference, DateOnly? Booked, string Place)
{
    public static Said Of(ItemAnswer answer, long? at) => new(
        answer.Status, at, answer.Amount?.Fen, answer.PayeeName, answer.PayeeAccount, answer.ReasonCode, answer.ReasonText, answer.BankReference, answer.Booked, answer.Place);

    public static Said Of(GroupAnswer answer, long? at) => new(answer.Status, at, null, null, null, answer.ReasonCode, answer.ReasonText, null, null, "");

    /// <summary>When it was said, beside what was heard of the attempt before.</summary>
    public Model.Age Age(PayAttempt attempt) => At is not { } at || attempt.HeardAt is not { } heard ? Model.Age.Undated
        : at < heard ? Model.Age.Older
        : Model.Age.Newer;

    public string Text => $"{Status.Word()} {(Fen is { } fen ? Money.FenText(fen) : "")} {ReasonCode} {ReasonText} {BankReference} {Place}".Trim();
}

/// <summary>What became of a hearing, for the answer to whoever brought the file.</summary>
/// <param name="Item">Number within its batch.</param>
/// <param name="Heed">moved, repeated, behind, contradiction, not_sent, or differs.</param>
/// <param name="State">Where the payment stands now.</param>
public sealed record HeardItem(Guid BatchId, string Batch, int Item, string EndToEndId, string PayeeName, string Amount, string Said, string Heed, string State, string? Note);
