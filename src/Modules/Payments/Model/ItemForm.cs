using System.Globalization;
using System.Text.RegularExpressions;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Payments.Channels;
using Zhirong.Modules.Payments.UseCases;

namespace Zhirong.Modules.Payments.Model;

/// <summary>Reads items as asked for: everything that can be said of one without looking anything up.</summary>
internal static partial class ItemForm
{
    public const string Bank = "bank";
    public const string Wallet = "ecny_wallet";

    public static IReadOnlyList<string> Kinds { get; } = [Bank, Wallet];

    public static PayeeAccountKind Kind(string kind) => kind == Wallet ? PayeeAccountKind.EcnyWallet : PayeeAccountKind.Bank;

    /// <summary>The items, or every fault of every one of them.</summary>
    public static Result<IReadOnlyList<ItemDraft>> Read(IReadOnlyList<NewItem> items, string purpose)
    {
        if (items.Count is 0 or > PaymentOrder.MostItems)
        {
            return PaymentRefusals.ItemCount(items.Count, PaymentOrder.MostItems);
        }

        var (drafts, faults) = (new List<ItemDraft>(items.Count), new List<Refusal>());
        foreach (var (n, item) in items.Index())
        {
            var draft = One(item, $"items.{n}", purpose);
            if (draft.Ok)
            {
                drafts.Add(draft.Value);
            }
            else
            {
                faults.AddRange(draft.Refusals);
            }
        }

        if (drafts.Sum(d => (decimal)d.Amount.Fen) > Money.Limit.Fen)
        {
            faults.Add(PaymentRefusals.Amount("items", string.Create(CultureInfo.InvariantCulture, $"{drafts.Sum(d => d.Amount.Yuan):0.00}")));
        }

        return faults.Count > 0 ? Result<IReadOnlyList<ItemDraft>>.Refused(faults) : Result<IReadOnlyList<ItemDraft>>.Of(drafts);
    }

    /// <summary>An amount above zero and within the limit, exact.</summary>
    public static Result<Money> Amount(string path, string text) =>
        Shape().IsMatch(text) && Money.Cny(decimal.Parse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture)) is { Fen: > 0 } amount && amount <= Money.Limit ? amount : PaymentRefusals.Amount(path, text);

    /// <summary>What is wrong with an account as written.</summary>
    public static IEnumerable<Refusal> AccountFaults(string path, string kind, string number, string? cnaps, string? operatingBank)
    {
        if (!Kinds.Contains(kind))
        {
            yield return PaymentRefusals.Word(Path(path, "kind"), kind, Kinds);
            yield break;
        }

        if (number.Length is 0 or > PaymentOrder.LongestAccount || !number.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.'))
        {
            yield return PaymentRefusals.AccountNumber(Path(path, "account"), number);
        }

        if (kind == Bank && !(cnaps?.Length == 12 && cnaps.All(char.IsAsciiDigit)))
        {
            yield return PaymentRefusals.Cnaps(Path(path, "agentCnaps"), cnaps ?? "—");
        }

        if (kind == Wallet && (operatingBank?.Trim().Length ?? 0) is 0 or > PaymentOrder.LongestName)
        {
            yield return PaymentRefusals.OperatingBank(Path(path, "operatingBank"), operatingBank ?? "—");
        }
    }

    public static Refusal? TextFault(string path, string? text, int most, bool required = true) =>
        text is null && !required ? null : (text?.Trim().Length ?? 0) < (required ? 1 : 0) || text!.Length > most ? PaymentRefusals.Text(path, text ?? "—", most) : null;

    private static Result<ItemDraft> One(NewItem item, string path, string purpose)
    {
        var amount = Amount($"{path}.amount", item.Amount);
        var uses = Uses(item.Sources ?? [], path);
        var kind = item.Kind is { Length: > 0 } given ? given : Bank;
        var account = item.Account.Trim();
        List<Refusal> faults =
        [
            .. Given(TextFault($"{path}.payeeName", item.PayeeName, PaymentOrder.LongestName)),
            .. AccountFaults(path, kind, account, Blank(item.AgentCnaps), item.OperatingBank),
            .. Given(TextFault($"{path}.agentName", item.AgentName, PaymentOrder.LongestName, required: false)),
            .. amount.Refusals,
            .. Given(TextFault($"{path}.purpose", item.Purpose is { Length: > 0 } own ? own : purpose, 60)),
            .. Given(TextFault($"{path}.purposeCode", item.PurposeCode, 35, required: false)),
            .. Given(TextFault($"{path}.remittance", item.Remittance, 140, required: false)),
            .. Given(TextFault($"{path}.loanNo", item.LoanNo, 35, required: false)),
            .. Given(TextFault($"{path}.counterAccount", item.CounterAccount, 64, required: false)),
            .. uses.Refusals,
        ];
        return faults.Count > 0 ? Result<ItemDraft>.Refused(faults) : new ItemDraft
        {
            PayeeName = item.PayeeName.Trim(),
            Kind = kind,
            Account = account,
            AgentName = Blank(item.AgentName),
            AgentCnaps = kind == Bank ? Blank(item.AgentCnaps) : null,
            OperatingBank = kind == Wallet ? Blank(item.OperatingBank) : null,
            Amount = amount.Value,
            Purpose = Blank(item.Purpose) ?? purpose.Trim(),
            PurposeCode = Blank(item.PurposeCode),
            Remittance = Blank(item.Remittance) ?? Blank(item.Purpose) ?? purpose.Trim(),
            LoanNo = Blank(item.LoanNo),
            CounterAccount = Blank(item.CounterAccount),
            Uses = uses.Value,
        };
    }

    private static Result<IReadOnlyList<UseDraft>> Uses(IReadOnlyList<NewUse> uses, string path)
    {
        var (drafts, faults) = (new List<UseDraft>(), new List<Refusal>());
        foreach (var (n, use) in uses.Index())
        {
            var amount = Amount($"{path}.sources.{n}.amount", use.Amount);
            faults.AddRange(amount.Refusals);
            if (amount.Ok)
            {
                drafts.Add(new(use.Id, amount.Value));
            }
        }

        return faults.Count > 0 ? Result<IReadOnlyList<UseDraft>>.Refused(faults) : Result<IReadOnlyList<UseDraft>>.Of(drafts);
    }

    public static string? Blank(string? text) => text?.Trim() is { Length: > 0 } given ? given : null;

    private static IEnumerable<Refusal> Given(Refusal? refusal) => refusal is null ? [] : [refusal];

    private static string Path(string path, string field) => path.Length == 0 ? field : $"{path}.{field}";

    [GeneratedRegex(@"^[0-9]{1,15}(\.[0-9]{1,2})?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
