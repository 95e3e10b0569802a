using Zhirong.Modules.Payments.Model;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Payments.Storage;

/// <summary>What use cases of batches write alike.</summary>
internal static class BatchWriting
{
    /// <summary>Adds a line to the history.</summary>
    public static void Step(this ZhirongContext work, PaymentDesk desk, Guid batch, string what, string note = "", Guid? item = null, PaymentState? state = null, Guid? file = null) => work.Add(new PayStep
    {
        Id = desk.NewId(),
        BatchId = batch,
        ItemId = item,
        At = Instant.Now(desk.Clock),
        By = work.Viewer.Person,
        What = what,
        State = state?.Word(),
        Note = note.Length <= 500 ? note : note[..500],
        FileId = file,
    });

    /// <summary>Whether the viewer is the person named: by user where people sign in, else by name.</summary>
    public static bool Is(this Viewer viewer, Guid user, string name) => user == Guid.Empty && viewer.User == Guid.Empty ? viewer.Person == name : viewer.User == user;

    public static void Touch(this PayBatch batch, PaymentDesk desk)
    {
        batch.Version++;
        batch.ChangedAt = Instant.Now(desk.Clock);
    }

    /// <summary>A batch's state and what is settled of it, after its items changed.</summary>
    public static void Sum(this PayBatch batch, IReadOnlyCollection<PayItem> items)
    {
        batch.State = PaymentWords.Together([.. items.Select(i => PaymentWords.State(i.State))]);
        batch.SettledFen = items.Where(i => i.State == PaymentState.Settled.Word()).Sum(i => i.Fen);
    }

    public static ItemDraft Draft(PayItem item, IEnumerable<PayUse> uses) => new()
    {
        PayeeName = item.PayeeName,
        Kind = item.Kind,
        Account = item.Account,
        AgentName = item.AgentName,
        AgentCnaps = item.AgentCnaps,
        OperatingBank = item.OperatingBank,
        Amount = Engine.Basics.Money.OfFen(item.Fen),
        Purpose = item.Purpose,
        PurposeCode = item.PurposeCode,
        Remittance = item.Remittance,
        LoanNo = item.LoanNo,
        CounterAccount = item.CounterAccount,
        Uses = [.. uses.Select(u => new UseDraft(u.SourceId, Engine.Basics.Money.OfFen(u.Fen)))],
    };

    public static PayItem Row(PaymentDesk desk, Guid batch, int n, ItemDraft draft) => new()
    {
        Id = desk.NewId(),
        BatchId = batch,
        N = n,
        PayeeName = draft.PayeeName,
        Kind = draft.Kind,
        Account = draft.Account,
        AgentName = draft.AgentName,
        AgentCnaps = draft.AgentCnaps,
        OperatingBank = draft.OperatingBank,
        Fen = draft.Amount.Fen,
        Purpose = draft.Purpose,
        PurposeCode = draft.PurposeCode,
        Remittance = draft.Remittance,
        LoanNo = draft.LoanNo,
        CounterAccount = draft.CounterAccount,
        Print = ItemPrint.Of(draft.PayeeName, draft.Account, draft.Amount.Fen, draft.Purpose),
        State = PaymentState.Draft.Word(),
        Attempts = 0,
        Differing = 0,
    };
}
