using System.Globalization;
using Zhirong.Engine.Basics;

namespace Zhirong.Modules.Payments.Channels;

/// <summary>The value of a template's field for an order or one of its items.</summary>
internal static class TemplateFields
{
    /// <param name="item">Null for a label above the table.</param>
    /// <param name="number">Counts from 1.</param>
    /// <returns>A text, a <see cref="Money"/>, a <see cref="DateOnly"/>, an <see cref="int"/>, or null for nothing.</returns>
    public static object? Of(string field, PaymentOrder order, PaymentOrderItem? item, int number) => field switch
    {
        "number" => number,
        "messageId" => order.MessageId,
        "created" => order.CreatedAt.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        "requestedDate" => order.RequestedDate,
        "debtorName" => order.DebtorName,
        "debtorAccount" => order.DebtorAccount,
        "debtorAgentName" => order.DebtorAgentName,
        "debtorAgentCnaps" => order.DebtorAgentCnaps,
        "purpose" => order.Purpose,
        "count" => order.Items.Count,
        "total" => order.Total,
        "endToEndId" => item?.EndToEndId,
        "payeeName" => item?.PayeeName,
        "payeeAccount" => item?.PayeeAccount,
        "agentName" => item?.AgentName,
        "agentCnaps" => item?.AgentCnaps,
        "operatingBank" => item?.OperatingBank,
        "amount" => item?.Amount,
        "amountCapitals" => item is null ? null : ChineseAmount.Capital(item.Amount),
        "purposeCode" => item?.PurposeCode,
        "remittance" => item?.Remittance,
        "loanNo" => item?.LoanNo,
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "Not a field of a template."),
    };

    /// <summary>The value as text.</summary>
    public static string Text(object? value) => value switch
    {
        null => "",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable figure => figure.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };
}
