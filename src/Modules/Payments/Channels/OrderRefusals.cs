using Zhirong.Engine.Basics;

namespace Zhirong.Modules.Payments.Channels;

/// <summary>Why an order cannot be written for a channel (PAY-05xx), in the order they are tested.</summary>
internal static class OrderRefusals
{
    public static Refusal Items(int found) => Make("PAY-0501", "items", $"{found}", new($"1 到 {PaymentOrder.MostItems} 笔", $"1 to {PaymentOrder.MostItems} items"), new("付款笔数不对", "The order has too few or too many items"));

    public static Refusal Id(string path, string found) => Make("PAY-0502", path, found, new($"1 到 {PaymentOrder.LongestId} 位字母、数字和 - . _ /，以字母或数字开头，不以 / 结尾", $"1 to {PaymentOrder.LongestId} letters, digits and - . _ /, a letter or digit first, no / last"), new("标识号写法不对", "The id is not well formed"));

    public static Refusal Length(string path, int found, int most) => Make("PAY-0503", path, $"{found}", new($"1 到 {most} 个字符", $"1 to {most} characters"), new("内容为空或过长", "The text is empty or too long"));

    public static Refusal Characters(string path, string found) => Make("PAY-0504", path, found, new("可见字符，首尾无空格", "visible characters, no blanks at either end"), new("含有控制字符、不成对的代理字符或首尾空格", "There are control characters, broken characters or blanks at an end"));

    public static Refusal Amount(string path, string found) => Make("PAY-0505", path, found, new($"0.01 到 {Money.Limit} 元", $"0.01 to {Money.Limit} yuan"), new("付款金额须大于零且不超过上限", "The amount must be above zero and within the limit"));

    public static Refusal Twice(string path, string id, int first) => Make("PAY-0506", path, id, new($"每个端到端标识号只用一次（items[{first}] 已用）", $"each end-to-end id once (items[{first}] has it)"), new("端到端标识号重复", "The end-to-end id stands twice"));

    public static Refusal Cnaps(string path, string found) => Make("PAY-0507", path, found, new("12 位支付系统行号", "a CNAPS number of 12 digits"), new("行号写法不对", "The bank number is not well formed"));

    public static Refusal Kind(string path, PayeeAccountKind found, Words channel) => Make("PAY-0508", path, found == PayeeAccountKind.Bank ? "bank" : "ecny_wallet", new($"{channel.Zh}能付的账户", $"an account that {channel.En} can pay"), new("该渠道不能付到这种账户", "The channel cannot pay this kind of account"));

    public static Refusal OperatingBank(string path, string found, bool wanted) => Make("PAY-0509", path, found, wanted ? new("钱包的运营机构", "the wallet's operating bank") : new("银行账户不填", "nothing for a bank account"), new("运营机构与账户种类不符", "The operating bank does not fit the kind of account"));

    public static Refusal Total(Words limit) => Make("PAY-0510", "items", "—", limit, new("付款总额超过上限", "The total passes the limit"));

    public static Refusal NotEncodable(string path, string found, string encoding) => Make("PAY-0511", path, found, new($"{encoding} 能表示的字符", $"characters {encoding} has"), new($"银行模板的编码 {encoding} 写不出这个字", $"The bank's template cannot be written with this character in {encoding}"));

    public static Refusal FormulaLike(string path, string found) => Make("PAY-0512", path, found, new("不以 = + - @ 开头的文本", "text that does not begin with = + - @"), new("表格程序会把它当作公式", "A spreadsheet would take it for a formula"));

    private static Refusal Make(string code, string path, string found, Words expected, Words message) =>
        new() { Code = code, Path = path, Found = found.Length <= 60 ? found : found[..57] + "…", Expected = expected, Message = message };
}
