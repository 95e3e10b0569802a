using Zhirong.Engine.Basics;

namespace Zhirong.Modules.Policy;

/// <summary>The numbered refusals of the room: 01 forms, 02 schemes, 03 budgets and aid, 04 funds, filings and claims.</summary>
internal static class PolicyRefusals
{
    public const string StaleCode = "AID-0107";

    public static Refusal Text(string path, string found, int most) => Make("AID-0101", path, found, new($"1 到 {most} 个字符", $"1 to {most} characters"), new("内容为空或过长", "The text is empty or too long"));

    public static Refusal Word(string path, string found, IReadOnlyList<string> words) => Make("AID-0102", path, found, Words.Same(string.Join(" | ", words)), new("不在可选范围内", "Not one of the words allowed"));

    public static Refusal Amount(string path, string found) => Make("AID-0103", path, found, new("元，大于 0、小于 10^13、至多两位小数", "yuan, above 0, below 10^13, at most two decimals"), new("金额不能使用", "The amount cannot be used"));

    public static Refusal Day(string path, string found, Words expected) => Make("AID-0104", path, found, expected, new("日期不能使用", "The day cannot be used"));

    public static Refusal Year(string path, int found) => Make("AID-0105", path, $"{found}", Words.Same("1990 … 2199"), new("年度不能使用", "The year cannot be used"));

    public static Refusal FirmCode(string found) => Make("AID-0106", "firmCode", found, new("18 位统一社会信用代码", "a unified social credit code of 18 characters"), new("统一社会信用代码不能使用", "The credit code cannot be used"));

    public static Refusal Stale(int found, int stands) => Make(StaleCode, "from", $"{found}", Words.Same($"{stands}"), new("记录已被更新，请按最新内容重做", "The record was changed meanwhile; look at it as it stands now"));

    public static Refusal Firm(string found) => Make("AID-0108", "firmId", found, new("登记簿中可见、代码一致的企业", "a firm of the register that you may see, of the same code"), new("没有这家企业", "There is no such firm"));

    public static Refusal SchemeCode(string found, string code) => Make("AID-0201", "text", found, Words.Same(code), new("方案的 id 与所存的编号不同", "The scheme's id is not the code it is kept under"));

    public static Refusal SchemeVersion(string found) => Make("AID-0202", "text", found, new("尚未用过的 version", "a version not used yet"), new("这一版本号已用过，请换一个", "That version is taken; name another"));

    public static Refusal NoScheme(string path, string found) => Make("AID-0203", path, found, new("方案库中的编号", "a code of the library"), new("没有这个方案", "There is no such scheme"));

    public static Refusal NotInForce(string found, DateOnly day) => Make("AID-0204", "scheme", found, new($"{day:yyyy-MM-dd} 已施行的文本", $"a text in force on {day:yyyy-MM-dd}"), new("该方案尚未施行", "The scheme is not in force yet"));

    public static Refusal NoBudget(string scheme, int year) => Make("AID-0301", "year", $"{scheme} {year}", new("已设定预算的年度", "a year with a budget"), new("该方案本年度没有预算", "The scheme has no budget for that year"));

    public static Refusal BudgetTwice(string scheme, int year) => Make("AID-0302", "year", $"{scheme} {year}", new("每个方案每年一份预算", "one budget for a scheme and a year"), new("该年度的预算已经设定", "The year's budget is there already"));

    public static Refusal BudgetBelow(string found, string approved) => Make("AID-0303", "limit", found, Words.Same($"≥ {approved}"), new("预算不能低于已批准的金额", "A budget does not fall below what is approved"));

    public static Refusal BudgetSpent(string wanted, string left) => Make("AID-0304", "budget", wanted, Words.Same($"≤ {left}"), new("年度预算余额不足", "The year's budget does not suffice"));

    public static Refusal BudgetClosed(string found) => Make("AID-0305", "budget", found, Words.Same("open"), new("年度预算已按比例分配，不再批准", "The year's money was divided; nothing more is approved"));

    public static Refusal NotNow(string found, string wanted) => Make("AID-0306", "state", found, Words.Same(wanted), new("当前状态不能这样处理", "That cannot be done in the state it is in"));

    public static Refusal StillOpen(string missing) => Make("AID-0307", "facts", missing.Length == 0 ? "—" : missing, new("已核实的事实", "facts that are known"), new("仍有待核实事项，不能批准", "Something is still to be verified; it cannot be approved"));

    public static Refusal NothingDue() => Make("AID-0308", "facts", "0.00", new("大于 0 的补助", "aid above 0"), new("按规则没有可批准的补助，或上限已用尽", "By the rule there is nothing to approve, or the caps are used up"));

    public static Refusal StillPublic(string until) => Make("AID-0309", "publicUntil", until, new("公示期满之后", "after the publicity has ended"), new("公示期未满，不能批准", "The publicity has not ended; it cannot be approved"));

    public static Refusal PoolFirst() => Make("AID-0310", "state", "approved", Words.Same("scaled_by_pool"), new("资金池方案须先按比例分配再支付", "A pool is divided before anything is paid"));

    public static Refusal TooMuch(string path, string found, string most) => Make("AID-0311", path, found, Words.Same($"≤ {most}"), new("金额超过可处理的部分", "More than there is to act on"));

    public static Refusal NoPool() => Make("AID-0312", "scheme", "—", new("设有资金池的方案", "a scheme with a pool"), new("该方案没有资金池", "The scheme has no pool"));

    public static Refusal WorkOpen(int count) => Make("AID-0313", "applications", $"{count}", Words.Same("0"), new("仍有未审结的申请，分配后它们不能再批准", "Applications are still under way; once divided they could not be approved"));

    public static Refusal OutsideWindow(DateOnly found, string windows) => Make("AID-0314", "day", $"{found:yyyy-MM-dd}", Words.Same(windows), new("不在申报期内，不能提交", "Outside the days in which applications are taken; it cannot be submitted"));

    public static Refusal NoBook(string found) => Make("AID-0315", "bookId", found, new("可见的、科目为“风险补偿资金账簿”的账簿", "a book with the chart of a fund that you may see"), new("该账簿不能支付补贴", "Aid cannot be paid from that book"));

    public static Refusal BookStands(string found) => Make("AID-0316", "bookId", found, new("尚未支付或收款的预算", "a budget nothing was paid or received under"), new("已有收付，不能更换账簿或科目", "Money moved already; book and account stay"));

    public static Refusal Expense(string found, IReadOnlyList<string> known) => Make("AID-0317", "expense", found, Words.Same(string.Join(" | ", known)), new("不是补贴支出科目", "Not an account of aid paid"));

    public static Refusal BookMissing() => Make("AID-0318", "bookId", "—", new("设有账簿的年度预算", "a budget with a book"), new("该年度预算没有账簿，不能收款", "The budget has no book; nothing can be received"));

    public static Refusal FundCode(string found) => Make("AID-0401", "code", found, new("未用过的代码", "a code not used yet"), new("资金代码已存在", "The fund's code is taken"));

    public static Refusal NoParty(string found, IReadOnlyList<string> known) => Make("AID-0402", "party", found, Words.Same(string.Join(" | ", known)), new("分担规则没有这个参与方，或它承担余额", "The scheme has no such party, or it is the residual one"));

    public static Refusal NotFiled(string found) => Make("AID-0403", "fund", found, new("未暂停且未超过放大倍数的资金", "a fund that is not suspended and within its leverage"), new("资金不再接受备案", "The fund takes no further filing"));

    public static Refusal FiledTwice(string found) => Make("AID-0404", "subjectId", found, new("每笔贷款在一个资金备案一次", "each loan filed once with a fund"), new("这笔贷款已经备案", "The loan is filed already"));

    public static Refusal NotPayable(string found) => Make("AID-0405", "facts", found, Words.Same("shared"), new("按规则资金不支付", "By the rule the fund does not pay"));

    public static Refusal LossBeyond(string found, string most) => Make("AID-0406", "facts.loss.principal", found, Words.Same($"≤ {most}"), new("本金损失超过备案金额", "The loss of principal exceeds what was filed"));

    public static Refusal FundFact(string found) => Make("AID-0407", "facts", found, new("由系统从资金账簿取得", "taken from the fund's book"), new("资金的规模、余额、在保余额与不良率不由申请人填写", "Size, balance, portfolio and rate of the fund are not stated by whoever claims"));

    internal static Refusal Make(string code, string path, string found, Words expected, Words message) =>
        new() { Code = code, Path = path, Found = found.Length <= 120 ? found : found[..120], Expected = expected, Message = message };
}
