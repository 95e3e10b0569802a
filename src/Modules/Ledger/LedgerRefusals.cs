using Zhirong.Engine.Basics;
using Zhirong.Modules.Ledger.Model;

namespace Zhirong.Modules.Ledger;

/// <summary>
/// The numbered refusals of the ledger. An entry is tested in this order: 0101-0105, 0117, then existence (exists or 0110), then
/// 0106-0108, for a hold 0109 and 0114, then 0129, 0111, 0112.
/// </summary>
public static class LedgerRefusals
{
    public const string StaleAccountCode = "LDG-0119";

    public static Refusal Book(string found) => Make("LDG-0101", "book", found, new("对您可见的账簿", "a book that you may see"), new("没有这本账簿", "There is no such book"));

    public static Refusal Lines(int found) => Make("LDG-0102", "lines", $"{found}", new("2 到 1000 行", "2 to 1000 lines"), new("分录的行数不对", "The entry has too few or too many lines"));

    public static Refusal Amount(string path, string found) => Make("LDG-0103", path, found, new($"0.01 到 {Money.Limit} 元", $"0.01 to {Money.Limit} yuan"), new("金额须大于零且不超过上限", "The amount must be above zero and within the limit"));

    public static Refusal Unbalanced(Money debit, Money credit) => Make("LDG-0104", "lines", $"{debit} ≠ {credit}", new("借方合计等于贷方合计", "debits equal to credits"), new("借贷不平", "Debits and credits differ"));

    public static Refusal Account(string path, string found) => Make("LDG-0105", path, found, new("本账簿的科目编码", "an account code of this book"), new("账簿中没有这个科目", "The book has no such account"));

    public static Refusal Closed(string path, string code) => Make("LDG-0106", path, code, new("未关闭的科目", "an account that is open"), new("科目已关闭", "The account is closed"));

    public static Refusal Effective(DateOnly found, DateOnly opened, DateOnly business) => Make("LDG-0107", "effective", $"{found:yyyy-MM-dd}", Words.Same($"{opened:yyyy-MM-dd} … {business:yyyy-MM-dd}"),
        new("生效日须在账簿启用日与营业日之间；将来的款项用计划分录", "The effective date must lie between the book's opening and its business date; the future belongs to planned entries"));

    public static Refusal Reversed(Guid found, Words why) => Make("LDG-0108", "reverses", $"{found}", new("本账簿中尚未冲销、本身不是冲销的分录", "an entry of this book that is neither reversed nor a reversal"), why);

    public static Refusal Hold(Guid found, Words why) => Make("LDG-0109", "hold", $"{found}", new("待处理的预留", "a pending hold"), why);

    public static Refusal Differs(string field, string found, string expected) => Make("LDG-0110", field, found, Words.Same(expected),
        new($"同一编号的记录已存在，但 {field} 不同", $"The id exists with a different {field}"));

    public static Refusal BelowZero(string code, Money would) => Make("LDG-0111", $"accounts.{code}", $"{would}", new("余额（扣除预留）不低于零", "a balance, holds counted, not below zero"), new($"科目 {code} 余额不足", $"Account {code} would fall below zero"));

    public static Refusal AboveLimit(string code, Money would, Money limit) => Make("LDG-0112", $"accounts.{code}", $"{would}", Words.Same($"≤ {limit}"), new($"科目 {code} 超过上限", $"Account {code} would pass its limit"));

    public static Refusal SameAccount(string code) => Make("LDG-0113", "credit", code, new("两个不同的科目", "two different accounts"), new("预留的借贷科目相同", "A hold needs two different accounts"));

    public static Refusal HoldAmount(Money found, Money held) => Make("LDG-0114", "amount", $"{found}", Words.Same($"≤ {held}"), new("入账金额超过预留", "More is posted than was held"));

    public static Refusal Taken(string field, string code) => Make("LDG-0115", field, code, new("尚未使用的编码", "a code not yet used"), new("编码已被使用", "The code is taken"));

    public static Refusal Chart(string found) => Make("LDG-0116", "kind", found, Words.Same(string.Join(" | ", BookWords.Kinds)), new("没有这种账簿的科目表", "There is no chart for this kind of book"));

    public static Refusal Text(string field, int found, int most) => Make("LDG-0117", field, $"{found}", new($"1 到 {most} 个字符", $"1 to {most} characters"), new($"{field} 为空或过长", $"{field} is empty or too long"));

    public static Refusal BusinessDate(DateOnly found, DateOnly at) => Make("LDG-0118", "date", $"{found:yyyy-MM-dd}", Words.Same($"> {at:yyyy-MM-dd}"), new("营业日只能向前", "The business date only moves forward"));

    public static Refusal StaleAccount(int given, int stands) => Make(StaleAccountCode, "baseVersion", $"{given}", Words.Same($"{stands}"), new("科目已被他人修改", "Somebody else changed the account"));

    public static Refusal RuleBroken(string code, Money balance) => Make("LDG-0120", "rule", $"{balance}", new("现有余额符合的规则", "a rule the present balance keeps"), new($"科目 {code} 现有余额已违反该规则", $"The balance of account {code} breaks this rule already"));

    public static Refusal NotEmpty(string code, Money balance) => Make("LDG-0121", "closed", $"{balance}", Words.Same("0.00"), new($"科目 {code} 余额或预留不为零，不能关闭", $"Account {code} has a balance or a hold and cannot be closed"));

    public static Refusal Planned(Guid found, Words why) => Make("LDG-0122", "planned", $"{found}", new("本账簿未了结的计划分录", "an open planned entry of this book"), why);

    public static Refusal NoMatch(Guid entry, Words why) => Make("LDG-0123", "entryId", $"{entry}", new("借贷科目相同且尚有未匹配金额的分录", "an entry on the same two accounts with an amount not yet matched"), why);

    public static Refusal Code(string field, string found) => Make("LDG-0124", field, found.Length <= 60 ? found : found[..60], new("1 到 64 个字母、数字、点、横线", "1 to 64 letters, digits, dots, hyphens"), new("编码写法有误", "The code cannot be used"));

    public static Refusal Word(string field, string found, IReadOnlyList<string> words) => Make("LDG-0125", field, found.Length <= 60 ? found : found[..60], Words.Same(string.Join(" | ", words)), new($"{field} 不在可选范围内", $"{field} is none of the words allowed"));

    public static Refusal Limit(string found, bool wanted) => Make("LDG-0126", "limit", found, wanted ? new("规则为 limit 时须有上限", "an amount, since the rule is limit") : new("规则不为 limit 时没有上限", "nothing, since the rule is not limit"), new("上限与规则不符", "The limit does not fit the rule"));

    public static Refusal Expires(DateOnly found, DateOnly business) => Make("LDG-0127", "expires", $"{found:yyyy-MM-dd}", Words.Same($"≥ {business:yyyy-MM-dd}"), new("预留的到期日早于营业日", "The hold would have expired before the book's business date"));

    public static Refusal TooMany(int found, int most) => Make("LDG-0128", "from", $"{found}", Words.Same($"≤ {most}"), new("行数过多，请缩小期间", "Too many rows for a workbook; choose a shorter period"));

    public static Refusal Full(string code) => Make("LDG-0129", $"accounts.{code}", code, new("累计发生额不超过 2×10^16 元", "a turnover within 2×10^16 yuan"), new($"科目 {code} 的累计发生额过大", $"The turnover of account {code} is too large"));

    private static Refusal Make(string code, string path, string found, Words expected, Words message) => new()
    {
        Code = code,
        Path = path,
        Found = found,
        Expected = expected,
        Message = message,
    };
}
