using Zhirong.Engine.Basics;

namespace Zhirong.Modules.Payments.Channels;

/// <summary>The words answers' states are stored and shown with.</summary>
public static class AnswerWords
{
    /// <summary>In the order of <see cref="AnswerStatus"/>.</summary>
    public static IReadOnlyList<string> All { get; } = ["unknown", "pending", "accepted", "settled", "rejected", "returned"];

    private static readonly Words[] Titles =
    [
        new("未知", "Unknown"), new("处理中", "Pending"), new("已受理", "Accepted"), new("已付", "Settled"), new("已拒绝", "Rejected"), new("已退回", "Returned"),
    ];

    public static string Word(this AnswerStatus status) => All[(int)status];

    public static Words Title(this AnswerStatus status) => Titles[(int)status];
}
