using Zhirong.Engine.Basics;

namespace Zhirong.Modules.Payments;

/// <summary>
/// The numbered refusals of accounts, batches and what becomes of them: 01xx form and accounts, 02xx batches, 03xx results. Files of
/// channels have 05xx to 07xx.
/// </summary>
internal static class PaymentRefusals
{
    public const string StaleCode = "PAY-0203";
    public const string UnconfirmedCode = "PAY-0206";

    public static Refusal Text(string path, string found, int most) => Make("PAY-0101", path, found, new($"1 到 {most} 个字符", $"1 to {most} characters"), new("内容为空或过长", "The text is empty or too long"));

    public static Refusal AccountNumber(string path, string found) => Make("PAY-0102", path, found, new("1 到 34 位字母、数字、- 或 .", "1 to 34 letters, digits, - or ."), new("账号或钱包编号写法有误", "The account number or wallet id cannot be used"));

    public static Refusal Cnaps(string path, string found) => Make("PAY-0103", path, found, new("12 位数字的支付系统行号", "a bank number of 12 digits"), new("银行账户须有开户行的支付系统行号", "A bank account needs the bank number of its bank"));

    public static Refusal OperatingBank(string path, string found) => Make("PAY-0104", path, found, new("钱包运营机构名称", "the name of the wallet's operating bank"), new("数字人民币钱包须写明运营机构", "A digital-RMB wallet needs its operating bank"));

    public static Refusal Word(string path, string found, IReadOnlyList<string> words) => Make("PAY-0105", path, found, Words.Same(string.Join(" | ", words)), new("不在可选范围内", "Not one of the words allowed"));

    public static Refusal Taken(string path, string found) => Make("PAY-0106", path, found, new("尚未登记的账户", "an account not yet there"), new("该账户已登记", "The account is there already"));

    public static Refusal Account(string path, string found) => Make("PAY-0107", path, found, new("本机构启用中的自有账户", "an own account in use"), new("没有这个可付款的账户", "There is no such account to pay from"));

    public static Refusal BookAccount(string path, string found) => Make("PAY-0108", path, found, new("账簿中的科目编码", "an account code of the book"), new("账簿中没有这个科目", "The book has no such account"));

    public static Refusal BookHalf() => Make("PAY-0109", "bookAccount", "—", new("账簿与科目编码一并填写", "a book together with an account code"), new("账簿与科目须一并填写", "A book needs the account's code in it, and a code its book"));

    public static Refusal Purposes(int found) => Make("PAY-0110", "purposes", $"{found}", new("1 到 100 项用途，每项 1 到 60 字", "1 to 100 purposes of 1 to 60 characters"), new("封闭账户须列明准许的用途", "A closed-loop account must list its permitted purposes"));

    public static Refusal Amount(string path, string found) => Make("PAY-0111", path, found, new($"0.01 到 {Money.Limit} 元，至多两位小数", $"0.01 to {Money.Limit} yuan, at most two decimals"), new("金额写法有误", "The amount cannot be used"));

    public static Refusal State(string found, string expected, Words message) => Make("PAY-0201", "state", found, Words.Same(expected), message);

    public static Refusal ItemCount(int found, int most) => Make("PAY-0202", "items", $"{found}", new($"1 到 {most} 笔", $"1 to {most} items"), new("笔数不对", "Too few or too many items"));

    public static Refusal Stale(int found, int stands) => Make(StaleCode, "baseVersion", $"{found}", Words.Same($"{stands}"), new("批次已被他人修改，请按最新内容重做", "Somebody else changed the batch; look at it as it stands now"));

    public static Refusal Maker(string who) => Make("PAY-0204", "by", who, new("制单人以外的人", "somebody other than its maker"), new("制单人不能审批自己的批次", "A maker does not approve his own batch"));

    public static Refusal ControlTotal(string path, string found, string counted) => Make("PAY-0205", path, found, Words.Same(counted), new("合计与明细不符", "The total stated is not that of the items"));

    public static Refusal Unconfirmed(int count) => Make(UnconfirmedCode, "confirm", $"{count}", new("逐项确认并写明理由", "each confirmed, with a reason"), new("有尚未确认的提示", "There are warnings nobody has confirmed"));

    public static Refusal Channel(string found, IReadOnlyList<string> codes) => Make("PAY-0207", "channel", found, Words.Same(string.Join(" | ", codes)), new("没有这个付款渠道", "There is no such channel"));

    public static Refusal ChannelKind(string path, string found, string channel) => Make("PAY-0208", path, found, new($"{channel} 能付的账户", $"an account that {channel} can pay"), new("该渠道不能付这类账户", "The channel cannot pay this kind of account"));

    public static Refusal ValuePast(DateOnly found, DateOnly today) => Make("PAY-0209", "valueDate", Day(found), Words.Same($"≥ {Day(today)}"), new("付款日已过", "The value date has passed"));

    public static Refusal ValueDay(DateOnly found, DateOnly next) => Make("PAY-0210", "valueDate", Day(found), Words.Same(Day(next)), new("付款日不是银行工作日", "The value date is no day on which banks work"));

    public static Refusal ValueProvisional(DateOnly found, int year) => Warn("PAY-0211", "valueDate", Day(found), new($"{year} 年放假安排公布后的日期", $"a day of {year} once its holidays are published"), new("付款日落在尚未公布放假安排的年份", "The value date lies in a year whose holidays are not published"));

    public static Refusal PayeeName(string path, string found, string known) => Make("PAY-0212", path, found, Words.Same(known), new("收款户名与登记的户名不符", "The payee's name is not the one the account is known by"));

    public static Refusal OneAccountTwoNames(string path, string found, string other) => Make("PAY-0213", path, found, Words.Same(other), new("同一账号在本批次中户名不一", "One account has two names in this batch"));

    public static Refusal Twice(string path, string found, int other) => Warn("PAY-0214", path, found, new("同一笔只列一次", "each payment once"), new($"与本批次第 {other} 笔相同（收款人、金额、用途）", $"The same as number {other} of this batch (payee, amount, purpose)"));

    public static Refusal PaidBefore(string path, string found, string batch, int number, Words state) => Warn("PAY-0215", path, found, new("近期未付过的款项", "a payment not made recently"),
        new($"与批次 {batch} 第 {number} 笔（{state.Zh}）相同（收款人、金额、用途）", $"The same as number {number} of batch {batch} ({state.En}): payee, amount, purpose"));

    public static Refusal NewPayee(string path, string found) => Warn("PAY-0216", path, found, new("收款人名录中的账户", "an account of the payee directory"), new("收款账户不在名录中，户名无从核对", "The account is not in the directory, so its name cannot be checked"));

    public static Refusal NoBook(string found) => Warn("PAY-0217", "accountId", found, new("对应账簿的账户", "an account kept in a book"), new("付款账户没有对应账簿，结算后不会记账", "The account has no book, so nothing is posted when it is paid"));

    public static Refusal Counter(string path) => Make("PAY-0218", path, "—", new("对方科目编码", "the code of the other side"), new("没有对方科目，结算后无法记账", "Without the other side's code a payment cannot be posted"));

    public static Refusal AlreadySent(int number, string state) => Make("PAY-0219", $"items.{number - 1}", state, new("尚未付出且银行无记录的款项", "a payment that is certainly not made"), new("上一次付款未终结，不得再发", "The attempt before is not over; it is not sent again"));

    public static Refusal NotBooked(string why) => Make("PAY-0220", "accountId", why, new("账簿可记的款项", "an amount the book takes"), new("账簿未能记账，款项未付", "The book did not take it; nothing was paid"));

    public static Refusal Retry(string found, Words why) => Make("PAY-0301", "state", found, new("已拒绝、已退回，或查询后银行无此笔", "rejected, returned, or unknown to the bank when queried"), why);

    public static Refusal RetryDiffers(string found) => Make("PAY-0302", "state", found, new("没有未了结的差异", "no open difference"), new("该笔尚有未了结的差异，不得重付", "A difference about it is open; it is not paid again"));

    public static Refusal Query(string found) => Make("PAY-0303", "state", found, Words.Same("sent | accepted | unknown"), new("该状态无须查询", "There is nothing to ask the bank"));

    public static Refusal QueryClosed(string found) => Make("PAY-0304", "id", found, new("尚未答复的查询", "a query not yet answered"), new("查询已有答复", "The query is answered"));

    public static Refusal ByHand(string found) => Make("PAY-0305", "answer", found, Words.Same("absent | pending | accepted | rejected"), new("已付与退回只能由银行文件或对账单认定", "Only a bank's file or statement can say settled or returned"));

    public static Refusal UnknownItem(string found, string place) => Warn("PAY-0306", place, found, new("本机构发出的付款", "a payment sent from here"), new("回执所答的款项不是本机构发出的", "The answer is about a payment not sent from here"));

    public static Refusal AmountDiffers(string path, string found, string ours) => Warn("PAY-0307", path, found, Words.Same(ours), new("回执金额与指令不符，不予结算", "The answer's amount is not the instruction's; nothing is settled"));

    public static Refusal NameDiffers(string path, string found, string ours) => Warn("PAY-0308", path, found, Words.Same(ours), new("回执户名与指令不符，待人工认定", "The answer's payee is not the instruction's; a person must look at it"));

    public static Refusal AccountDiffers(string path, string found, string ours) => Warn("PAY-0309", path, found, Words.Same(ours), new("回执账号与指令不符，待人工认定", "The answer's account is not the instruction's; a person must look at it"));

    public static Refusal Contradicts(string path, string found, string stands) => Warn("PAY-0310", path, found, Words.Same(stands), new("银行先后说法矛盾，须查询", "The bank's answers contradict each other; it must be asked"));

    public static Refusal PaidTwice(string path, string found) => Warn("PAY-0311", path, found, new("一笔款项只付一次", "each payment once"), new("前一次付款迟到结算，另一次付款已发出", "An earlier attempt settled late while another is on its way"));

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    internal static Refusal Make(string code, string path, string found, Words expected, Words message) => new()
    {
        Code = code,
        Path = path,
        Found = found.Length <= 120 ? found : found[..120],
        Expected = expected,
        Message = message,
    };

    internal static Refusal Warn(string code, string path, string found, Words expected, Words message) => Make(code, path, found, expected, message) with { Severity = Severity.Warning };
}
