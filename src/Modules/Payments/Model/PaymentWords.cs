using Zhirong.Engine.Basics;

namespace Zhirong.Modules.Payments.Model;

/// <summary>The words of the room's closed lists as stored and answered, in the order of the enums.</summary>
public static class PaymentWords
{
    public static IReadOnlyList<string> States { get; } = ["draft", "checked", "approved", "sent", "accepted", "settled", "rejected", "returned", "unknown", "cancelled"];

    /// <summary>A batch has the states of its payments, and one for those that ended in different ways.</summary>
    public static IReadOnlyList<string> BatchStates { get; } = [.. States, Partly];

    /// <summary>部分成功: all ended, not all alike.</summary>
    public const string Partly = "partly";

    private static readonly Words[] StateTitles =
    [
        new("草稿", "Draft"), new("已复核", "Checked"), new("已审批", "Approved"), new("已发送", "Sent"), new("已受理", "Accepted"), new("已付", "Settled"), new("已拒绝", "Rejected"), new("已退回", "Returned"), new("未知", "Unknown"), new("已撤销", "Cancelled"),
    ];

    public static string Word(this PaymentState state) => States[(int)state];

    public static Words Title(this PaymentState state) => StateTitles[(int)state];

    public static PaymentState State(string word) => (PaymentState)((List<string>)[.. States]).IndexOf(word);

    public static Words BatchTitle(string word) => word == Partly ? new("部分成功", "Partly settled") : State(word).Title();

    /// <summary>What a batch's payments make of it: the least certain first.</summary>
    public static string Together(IReadOnlyCollection<PaymentState> states)
    {
        PaymentState[] open = [PaymentState.Unknown, PaymentState.Checked, PaymentState.Approved, PaymentState.Sent, PaymentState.Accepted];
        foreach (var state in open)
        {
            if (states.Contains(state))
            {
                return state.Word();
            }
        }

        var ends = states.Distinct().ToList();
        return ends.Count == 1 ? ends[0].Word() : Partly;
    }
}
