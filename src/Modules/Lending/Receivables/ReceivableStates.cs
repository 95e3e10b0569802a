using Zhirong.Engine.Basics;

namespace Zhirong.Modules.Lending.Receivables;

/// <summary>Words of receivables, their due dates, papers and uses.</summary>
internal static class ReceivableStates
{
    public const string Entered = "entered";
    public const string Notified = "notified";
    public const string Confirmed = "confirmed";
    public const string Notice = "notice";
    public const string Confirmation = "confirmation";
    public const string Expected = "expected";
    public const string Received = "received";
    public const string Disputed = "disputed";
    public const string Applied = "applied";
    public const string Released = "released";
    public const string Done = "done";
    public const string Ordered = "ordered";
    public const string Paid = "paid";
    public const string Returned = "returned";

    public static IReadOnlyList<string> Papers { get; } = [Notice, Confirmation];

    private static readonly (string Word, Words Title)[] Titles =
    [
        (Entered, new("未通知债务人", "debtor not told")),
        (Notified, new("已通知", "debtor told")),
        (Confirmed, new("已确权", "confirmed by the debtor")),
        (Notice, new("质押通知", "notice of the pledge")),
        (Confirmation, new("确权书", "confirmation by the debtor")),
        (Expected, new("待到账", "expected")),
        (Received, new("已到账", "received")),
        (Disputed, new("匹配已撤销", "match taken back")),
        (Applied, new("归还贷款", "applied to a loan")),
        (Released, new("释放", "released")),
        (Done, new("已入账", "done")),
        (Ordered, new("待付款", "payment ordered")),
        (Paid, new("已付", "paid")),
        (Returned, new("未付出，退回保留", "not paid, held again")),
    ];

    public static Words Title(string word) => Titles.First(t => t.Word == word).Title;

    /// <summary>The state a paper leads to; null where the receivable as it is does not take it.</summary>
    public static string? After(string state, string paper) => (state, paper) switch
    {
        (Entered or Notified, Notice) => Notified,
        (Notified or Confirmed, Confirmation) => Confirmed,
        (Confirmed, Notice) => Confirmed,
        _ => null,
    };
}
