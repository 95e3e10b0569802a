namespace Zhirong.Modules.Payments.Sheets;

/// <summary>The fields a mapping may name, by what the sheet is for.</summary>
internal static class SheetFields
{
    private static readonly string[] Payout =
    [
        "number", "messageId", "created", "requestedDate", "debtorName", "debtorAccount", "debtorAgentName", "debtorAgentCnaps", "purpose",
        "endToEndId", "payeeName", "payeeAccount", "agentName", "agentCnaps", "operatingBank", "amount", "amountCapitals", "purposeCode", "remittance", "loanNo", "count", "total",
    ];

    private static readonly string[] Result =
    [
        "messageId", "originalMessageId", "created", "count", "total",
        "endToEndId", "status", "reasonCode", "reasonText", "amount", "payeeName", "payeeAccount", "bankReference", "loanNo", "booked",
    ];

    private static readonly string[] Statement =
    [
        "account", "accountName", "from", "to", "opening", "closing", "currency", "count", "credits", "debits", "creditCount", "debitCount",
        "date", "valueDate", "amount", "credit", "debit", "direction", "balance", "counterpartyName", "counterpartyAccount", "reference", "endToEndId", "loanNo", "text",
    ];

    private static readonly string[] Balance = ["account", "loanNo", "name", "date", "balance", "currency", "reference", "total"];

    public static IReadOnlyList<string> Of(SheetKind kind) => kind switch
    {
        SheetKind.Payout => Payout,
        SheetKind.Result => Result,
        SheetKind.Statement => Statement,
        _ => Balance,
    };

    /// <summary>The columns without which a sheet of the kind means nothing.</summary>
    public static IReadOnlyList<string> Needed(SheetKind kind) => kind switch
    {
        SheetKind.Payout => ["payeeName", "payeeAccount", "amount", "endToEndId"],
        SheetKind.Result => ["status"],
        SheetKind.Statement => ["date"],
        _ => ["balance"],
    };
}
