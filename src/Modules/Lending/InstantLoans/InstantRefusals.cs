using Zhirong.Engine.Basics;

namespace Zhirong.Modules.Lending.InstantLoans;

/// <summary>The numbered refusals of mandates and instant loans (LEN-081x to LEN-083x), in the order in which they are looked for.</summary>
internal static class InstantRefusals
{
    public static Refusal CodeThere(string found) => LendingRefusals.Make("LEN-0810", "code", found, new("尚未使用的授权编号", "a number of a mandate not used yet"), new("这个授权编号已被使用", "This number is used already"));

    public static Refusal Caps(string path, string found, string most) => LendingRefusals.Make("LEN-0811", path, found, Words.Same($"≤ {most}"), new("单户限额不高于单日限额，单日限额不高于总额，单户限额不高于产品限额", "The cap of a firm is within the day's and the product's, the day's within the total"));

    public static Refusal Payer(string found) => LendingRefusals.Make("LEN-0812", "accountId", found, new("以负债科目记账的银行账簿账户（如 201101 活期存款）", "an account of a bank's book kept under a liability (201101, current deposits)"), new("行内入账须有本行账簿中的客户存款账户", "Paying into the bank's own book needs an account of customers' deposits there"));

    public static Refusal FirstFund(string product) => LendingRefusals.Make("LEN-0813", "firstFund", product, new("允许先放款后登记的产品", "a product that permits paying first"), new("该产品不允许先放款后登记", "The product does not permit paying before registration"));

    public static Refusal MandateState(string found, string expected) => LendingRefusals.Make("LEN-0814", "mandate", found, Words.Same(expected), new("授权已停止或状态不符", "The mandate is stopped, or its state does not allow it"));

    public static Refusal MandateDays(DateOnly day, DateOnly from, DateOnly until) => LendingRefusals.Make("LEN-0815", "mandate", $"{day:yyyy-MM-dd}", Words.Same($"{from:yyyy-MM-dd} … {until:yyyy-MM-dd}"), new("不在授权有效期内", "Outside the days of the mandate"));

    public static Refusal Asked(string found) => LendingRefusals.Make("LEN-0816", "requestNo", found, new("新的申请编号，或与原申请相同的内容", "a new number, or what was asked under it before"), new("这个申请编号已用于另一份申请", "This number stands for another application"));

    public static Refusal DecisionState(string found) => LendingRefusals.Make("LEN-0817", "state", found, Words.Same("offered"), new("没有可签署的合同：未通过、已停止或已失效", "There is no contract to sign: not approved, stopped or lapsed"));

    public static Refusal OfferOver(DateOnly ended) => LendingRefusals.Make("LEN-0818", "state", $"{ended:yyyy-MM-dd}", new("在要约有效期内签署", "a signature while the offer stands"), new("要约已过期，请重新申请", "The offer has ended; apply again"));

    public static Refusal Signature(string found, string expected) => LendingRefusals.Make("LEN-0819", "sha256", found, Words.Same(expected), new("所签文本不是本次的借款合同", "What was signed is not this contract"));

    public static Refusal SignedAt(string found) => LendingRefusals.Make("LEN-0820", "signedAt", found, new("决定之后、此刻之前", "after the decision and not in the future"), new("签署时间不符", "The time of the signature does not fit"));

    public static Refusal OverTotal(string found, string left) => LendingRefusals.Make("LEN-0821", "amount", found, Words.Same($"≤ {left}"), new("超过授权总额的余额", "Above what is left of the mandate"));

    public static Refusal OverDay(string found, string left) => LendingRefusals.Make("LEN-0822", "amount", found, Words.Same($"≤ {left}"), new("超过授权当日的余额", "Above what is left of the mandate for the day"));

    public static Refusal OverFirm(string found, string left) => LendingRefusals.Make("LEN-0823", "amount", found, Words.Same($"≤ {left}"), new("超过单户限额的余额", "Above what is left of the firm's cap"));

    public static Refusal Pledges(string path, string found, Words expected) => LendingRefusals.Make("LEN-0824", path, found, expected, new("须有本户已登记的最高额质押", "A registered maximum-amount pledge for the firm is needed"));

    public static Refusal OverPledge(string contract, string found, string left) => LendingRefusals.Make("LEN-0825", "amount", $"{contract}: {found}", Words.Same($"≤ {left}"), new("超过最高额质押担保金额的余额", "Above what is left of what the pledge secures at most"));

    public static Refusal OverFirst(string found, string left) => LendingRefusals.Make("LEN-0826", "amount", found, Words.Same($"≤ {left}"), new("超过产品先放款后登记的限额", "Above what the product lets go out before registration"));

    public static Refusal RightChanged(string number, string state) => LendingRefusals.Make("LEN-0827", "rights", $"{number}: {state}", new("与决定时相同：有效、未被保全", "as when it was decided: in force and not seized"), new("决定所依据的权利已失效、被保全或状态待核实", "A right the decision went by is no longer in force, is seized, or nobody knows"));

    public static Refusal IndexCell(string field, string found, Words expected, int line) => LendingRefusals.Make("LEN-0828", field, found.Length == 0 ? "—" : found, expected, new("这一格不能读入", "The cell cannot be read")).At(line, 1);

    public static Refusal IndexTwice(string found, string before, int line) => LendingRefusals.Make("LEN-0829", "points", found, Words.Same(before), new("同一企业、模型与日期已有不同的指数", "It differs from the index known for this firm, model and day")).At(line, 1);

    public static Refusal IndexTitles(IReadOnlyList<string> missing) => LendingRefusals.Make("LEN-1540", "file", string.Join(", ", missing.Select(m => $"– {m}")), Words.Same(string.Join(" | ", IndexSheet.Needed)), new("没有认出这些列，请指定对应的列；日期与模型也可整份文件给定一个", "These columns are not recognised: name them; day and model may also be given for the whole file"));

    public static Refusal IndexColumn(string field, string found, IReadOnlyList<string> titles) => LendingRefusals.Make("LEN-1541", field, found, Words.Same(string.Join(" | ", titles.Take(30))), new("文件中没有这一列，或一列对应了两个字段", "The file has no such column, or one stands for two fields"));

    public static Refusal IndexFirm(string found, int line) => LendingRefusals.Make("LEN-1542", "code", found, new("已登记的企业", "a firm in the register"), new("登记簿中没有这家企业，请先登记", "The register has no such firm; enter it first")).At(line, 1);

    public static Refusal IndexName(string found, string known, int line) => LendingRefusals.Make("LEN-1543", "name", found, Words.Same(known), new("名称与该代码登记的企业不符", "The name is not that of the firm registered under this code")).At(line, 1);

    public static Refusal IndexGiven(string field, string found, Words expected) => LendingRefusals.Make("LEN-1544", field, found, expected, new("整份文件的日期或模型不能使用", "The day or model given for the whole file cannot be used"));

    public static Refusal NoMandate(string found) => LendingRefusals.Make("LEN-0830", "mandateId", found, new("可见的授权", "a mandate that you may see"), new("没有这份授权", "There is no such mandate"));
}
