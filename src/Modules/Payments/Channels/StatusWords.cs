namespace Zhirong.Modules.Payments.Channels;

/// <summary>ISO 20022 payment statuses (external code set ExternalPaymentTransactionStatus1Code) as our words.</summary>
/// <remarks><c>ACSC</c> (the debtor's account is booked) and <c>ACCC</c> (the creditor's) count as settled, everything before as accepted.</remarks>
internal static class StatusWords
{
    private static readonly Dictionary<string, AnswerStatus> Codes = new(StringComparer.Ordinal)
    {
        ["ACTC"] = AnswerStatus.Accepted,
        ["ACCP"] = AnswerStatus.Accepted,
        ["ACSP"] = AnswerStatus.Accepted,
        ["ACWC"] = AnswerStatus.Accepted,
        ["ACWP"] = AnswerStatus.Accepted,
        ["ACFC"] = AnswerStatus.Accepted,
        ["ACSC"] = AnswerStatus.Settled,
        ["ACCC"] = AnswerStatus.Settled,
        ["RCVD"] = AnswerStatus.Pending,
        ["PDNG"] = AnswerStatus.Pending,
        ["PATC"] = AnswerStatus.Pending,
        ["BLCK"] = AnswerStatus.Pending,
        ["RJCT"] = AnswerStatus.Rejected,
        ["CANC"] = AnswerStatus.Rejected,
    };

    /// <summary>The group's word for "some this, some that": nothing to be said of an item it does not name.</summary>
    public const string Partial = "PART";

    public static IReadOnlyCollection<string> Known => Codes.Keys;

    /// <summary>Null for a code that is not in the table.</summary>
    public static AnswerStatus? Of(string code) => Codes.TryGetValue(code, out var status) ? status : null;
}
