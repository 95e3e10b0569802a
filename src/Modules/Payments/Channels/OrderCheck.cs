using System.Text.RegularExpressions;
using Zhirong.Engine.Basics;

namespace Zhirong.Modules.Payments.Channels;

/// <summary>What every channel asks of an order before it writes a byte.</summary>
internal static partial class OrderCheck
{
    /// <summary>Longest purpose and remittance text, in characters (ISO 20022 Max140Text).</summary>
    public const int LongestText = 140;

    /// <summary>Every refusal of the order for a channel; empty: it can be written.</summary>
    public static List<Refusal> Check(PaymentOrder order, IChannel channel)
    {
        var refusals = new List<Refusal>();
        if (order.Items.Count is 0 or > PaymentOrder.MostItems)
        {
            refusals.Add(OrderRefusals.Items(order.Items.Count));
            return refusals;
        }

        Id("messageId", order.MessageId, refusals);
        Text("debtorName", order.DebtorName, PaymentOrder.LongestName, refusals);
        Text("debtorAccount", order.DebtorAccount, PaymentOrder.LongestAccount, refusals);
        Optional("debtorAgentName", order.DebtorAgentName, PaymentOrder.LongestName, refusals);
        Cnaps("debtorAgentCnaps", order.DebtorAgentCnaps, refusals);
        Text("purpose", order.Purpose, LongestText, refusals);
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var (total, fits) = (0L, true);
        foreach (var (n, item) in order.Items.Index())
        {
            Item($"items[{n}]", item, channel, refusals);
            if (!seen.TryAdd(item.EndToEndId, n))
            {
                refusals.Add(OrderRefusals.Twice($"items[{n}].endToEndId", item.EndToEndId, seen[item.EndToEndId]));
            }

            fits &= item.Amount.Fen <= Money.Limit.Fen && (total += Math.Max(0, item.Amount.Fen)) <= Money.Limit.Fen;
        }

        if (!fits)
        {
            refusals.Add(OrderRefusals.Total(Words.Same($"≤ {Money.Limit}")));
        }

        return refusals;
    }

    private static void Item(string path, PaymentOrderItem item, IChannel channel, List<Refusal> refusals)
    {
        Id($"{path}.endToEndId", item.EndToEndId, refusals);
        Text($"{path}.payeeName", item.PayeeName, PaymentOrder.LongestName, refusals);
        Text($"{path}.payeeAccount", item.PayeeAccount, PaymentOrder.LongestAccount, refusals);
        Optional($"{path}.agentName", item.AgentName, PaymentOrder.LongestName, refusals);
        if (item.Amount.Fen <= 0 || item.Amount > Money.Limit)
        {
            refusals.Add(OrderRefusals.Amount($"{path}.amount", item.Amount.ToString()));
        }

        if (item.AccountKind == PayeeAccountKind.Bank || item.AgentCnaps is not null)
        {
            Cnaps($"{path}.agentCnaps", item.AgentCnaps ?? "", refusals);
        }

        if (!channel.Pays(item.AccountKind))
        {
            refusals.Add(OrderRefusals.Kind($"{path}.accountKind", item.AccountKind, channel.Title));
        }

        var wallet = item.AccountKind == PayeeAccountKind.EcnyWallet;
        if (wallet != !string.IsNullOrEmpty(item.OperatingBank))
        {
            refusals.Add(OrderRefusals.OperatingBank($"{path}.operatingBank", item.OperatingBank ?? "—", wallet));
        }

        Optional($"{path}.operatingBank", item.OperatingBank, PaymentOrder.LongestName, refusals);
        Optional($"{path}.purposeCode", item.PurposeCode, PaymentOrder.LongestId, refusals);
        Text($"{path}.remittance", item.Remittance, LongestText, refusals);
        Optional($"{path}.loanNo", item.LoanNo, PaymentOrder.LongestId, refusals);
    }

    private static void Id(string path, string id, List<Refusal> refusals)
    {
        if (!IdShape().IsMatch(id))
        {
            refusals.Add(OrderRefusals.Id(path, id));
        }
    }

    private static void Cnaps(string path, string number, List<Refusal> refusals)
    {
        if (!CnapsNumber.IsShaped(number))
        {
            refusals.Add(OrderRefusals.Cnaps(path, number.Length == 0 ? "—" : number));
        }
    }

    private static void Optional(string path, string? text, int most, List<Refusal> refusals)
    {
        if (text is not null)
        {
            Text(path, text, most, refusals);
        }
    }

    private static void Text(string path, string text, int most, List<Refusal> refusals)
    {
        if (text.Length == 0 || text.Length > most)
        {
            refusals.Add(OrderRefusals.Length(path, text.Length, most));
        }
        else if (text != Platform.Office.Documents.DocumentText.Printable(text) || text.Contains('\uFFFD', StringComparison.Ordinal) || char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]))
        {
            refusals.Add(OrderRefusals.Characters(path, Platform.Office.Documents.DocumentText.Printable(text)));
        }
    }

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9._/-]{0,34}(?<!/)\z", RegexOptions.CultureInvariant)]
    private static partial Regex IdShape();
}
