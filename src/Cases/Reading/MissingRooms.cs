using Zhirong.Engine.Basics;

namespace Zhirong.Cases.Reading;

/// <summary>Rooms of the product that do not exist yet; a check that needs one is open. A room that comes leaves this list.</summary>
public static class MissingRooms
{
    private static readonly (string Word, Words Title)[] Rooms =
    [
        ("evidence", new("存证", "evidence")),
        ("ledger", new("账本", "ledger")),
        ("payments", new("收付", "payments")),
        ("assets", new("资产登记", "assets")),
        ("valuation", new("评估", "valuation")),
        ("policy", new("政策", "policy")),
        ("insurance", new("保险", "insurance")),
        ("lending", new("质押融资", "lending")),
        ("securitization", new("证券化", "securitization")),
        ("exchange", new("交易处置", "exchange")),
        ("monitoring", new("监测", "monitoring")),
        ("reporting", new("统计", "reporting")),
    ];

    /// <summary>The words written in files.</summary>
    public static IReadOnlyList<string> Words { get; } = [.. Rooms.Select(r => r.Word)];

    /// <summary>Why a check that needs the room is open.</summary>
    public static Words Waiting(string room)
    {
        var title = Array.Find(Rooms, r => r.Word == room).Title;
        return new($"等待“{title.Zh}”模块", $"waits for the room {title.En}");
    }
}
