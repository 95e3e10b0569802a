using Zhirong.Engine.Basics;

namespace Zhirong.Modules.Lending.InstantLoans;

/// <summary>States of instant decisions, of mandates and of watches.</summary>
internal static class InstantStates
{
    public const string Closed = "closed";
    public const string Offered = "offered";
    public const string Paid = "paid";
    public const string Stopped = "stopped";
    public const string Active = "active";
    public const string Waiting = "waiting";
    public const string Registered = "registered";
    public const string Overdue = "overdue";

    private static readonly (string Word, Words Title)[] All =
    [
        (Closed, new("未通过", "not approved")),
        (Offered, new("待签约放款", "to be signed and paid")),
        (Paid, new("已放款", "paid")),
        (Stopped, new("已停止", "stopped")),
    ];

    public static IReadOnlyList<string> Outcomes { get; } = ["approve", "refer", "decline"];

    public static IReadOnlyList<string> Words { get; } = [.. All.Select(s => s.Word)];

    public static Words Title(string state) => All.First(s => s.Word == state).Title;

    public static Words MandateTitle(string state) => state == Active ? new("生效", "active") : new("已停止", "stopped");

    public static Words WatchTitle(string state) => state switch { Waiting => new("待登记", "to be registered"), Registered => new("已登记", "registered"), _ => new("逾期未登记", "not registered in time") };
}
