using Zhirong.Engine.Basics;

namespace Zhirong.Modules.Lending.Loans;

/// <summary>The numbered refusals of facilities (LEN-06xx), loans (LEN-07xx) and their closing and import (LEN-08xx), in the order in which they are looked for.</summary>
internal static class LoanRefusals
{
    public static Refusal NumberThere(string path, string found) => LendingRefusals.Make("LEN-0601", path, found, new("尚未使用的编号", "a number not used yet"), new("这个编号已被使用", "This number is used already"));

    public static Refusal Pledge(string path, string found) => LendingRefusals.Make("LEN-0602", path, found, new("可见的质押", "a pledge that you may see"), new("没有这份质押", "There is no such pledge"));

    public static Refusal Book(string path, string found) => LendingRefusals.Make("LEN-0603", path, found, new("银行账簿", "a book of a bank"), new("没有这本账簿", "There is no such book"));

    public static Refusal Members(string kind, int found) => LendingRefusals.Make("LEN-0604", "members", $"{found}", kind == "collective" ? new("集体授信至少一名成员", "at least one member of a collective line") : new("非集体授信没有成员", "no members of a line that is not collective"), new("成员与授信种类不符", "The members do not fit the kind of the line"));

    public static Refusal MemberTwice(string path, string found) => LendingRefusals.Make("LEN-0605", path, found, new("每名成员一次", "each member once"), new("同一成员编号出现两次", "The same member number stands twice"));

    public static Refusal MemberCap(string path, string found, string most) => LendingRefusals.Make("LEN-0606", path, found, Words.Same($"≤ {most}"), new("成员限额高于授信额度", "A member's cap is above the line"));

    public static Refusal MetBefore(string found) => LendingRefusals.Make("LEN-0607", "n", found, new("尚未满足的条件", "a condition not met yet"), new("没有这个条件，或已满足", "There is no such condition, or it is met already"));

    public static Refusal FacilityState(string found, string expected) => LendingRefusals.Make("LEN-0608", "state", found, Words.Same(expected), new("额度当前状态不允许此操作", "The line as it stands does not allow it"));

    public static Refusal Owing(string used) => LendingRefusals.Make("LEN-0609", "state", used, Words.Same("0.00"), new("额度下仍有未结清余额，不能结清额度", "Something is outstanding under the line; it cannot be closed"));

    public static Refusal Secures(string found) => LendingRefusals.Make("LEN-0611", "pledgeId", found, new("尚未担保任何额度的质押", "a pledge that secures no line yet"), new("这份质押已担保一条额度", "This pledge secures a line already"));

    public static Refusal NotOpen(string state, string because) => LendingRefusals.Make("LEN-0701", "facility", because.Length == 0 ? state : $"{state}: {because}", Words.Same("open"), new("额度已冻结或结清，不能放款", "The line is frozen or closed; nothing is drawn"));

    public static Refusal OutsideDays(DateOnly day, DateOnly from, DateOnly until) => LendingRefusals.Make("LEN-0702", "disbursedOn", $"{day:yyyy-MM-dd}", Words.Same($"{from:yyyy-MM-dd} … {until:yyyy-MM-dd}"), new("不在额度有效期内", "Outside the days of the line"));

    public static Refusal Resolution(string number, DateOnly until) => LendingRefusals.Make("LEN-0703", "disbursedOn", number, new($"有效至 {until:yyyy-MM-dd} 之后的决议", $"a resolution that reaches beyond {until:yyyy-MM-dd}"), new("借款决议在放款日已失效", "The resolution to borrow has expired by the day of the drawdown"));

    public static Refusal Unmet(int n, string title) => LendingRefusals.Make("LEN-0704", $"conditions.{n}", title, new("已满足", "met"), new("放款前提条件未满足", "A condition precedent is not met"));

    public static Refusal NotPledged(string contract, string state) => LendingRefusals.Make("LEN-0705", "pledges", $"{contract}: {state}", new("质权已设立（全部登记生效）", "created, every registration standing"), new("质押尚未设立或已失去", "The pledge is not created, or it is lost"));

    public static Refusal RightLost(string number, string state) => LendingRefusals.Make("LEN-0706", "pledges", $"{number}: {state}", new("有效且未被冻结", "in force and not frozen"), new("质押的权利已失效、被冻结或状态待核实", "A pledged right is no longer in force, is frozen, or nobody knows"));

    public static Refusal NotCovered(string exposure, string most, string lost) => LendingRefusals.Make("LEN-0707", "principal", exposure, Words.Same($"≤ {most}"), new($"超过有效质押权利可支持的金额{(lost.Length == 0 ? "" : $"（不计 {lost}）")}", $"Above what the rights in force support{(lost.Length == 0 ? "" : $" (not counted: {lost})")}"));

    public static Refusal NoValue(string number) => LendingRefusals.Make("LEN-0708", "pledges", number, new("有价值", "a value"), new("质押权利没有价值，质押率待核实", "A pledged right has no value; the loan to value is not known"));

    public static Refusal NoMember(string path, string found) => LendingRefusals.Make("LEN-0709", path, found, new("额度的成员编号", "a member's number of the line"), new("不是这条授信的成员", "Not a member of the line"));

    public static Refusal Use(string found, string uses) => LendingRefusals.Make("LEN-0710", "purpose", found, Words.Same(uses), new("不在授信约定的用途内", "Not among the uses the line was granted for"));

    public static Refusal PayoutSum(string found, string principal) => LendingRefusals.Make("LEN-0711", "payouts", found, Words.Same(principal), new("受托支付金额之和须等于借款本金，一分不差", "What is paid to payees must sum to the principal, to the fen"));

    public static Refusal PayerBook(string found) => LendingRefusals.Make("LEN-0712", "accountId", found, new("记入同一账簿的付款账户", "a paying account kept in the same book"), new("付款账户不在贷款所在账簿", "The paying account is not kept in the loan's book"));

    public static Refusal Method(string found) => LendingRefusals.Make("LEN-0713", "terms.method", found, new("自定义计划以外的还款方式", "a method other than a custom plan"), new("受托支付的放款日以银行付款为准，不支持固定日期的自定义计划", "The loan begins when the bank has paid; a custom plan of fixed days cannot move with it"));

    public static Refusal OverLine(string found, string left) => LendingRefusals.Make("LEN-0714", "principal", found, Words.Same($"≤ {left}"), new("超过额度余额", "Above what is left of the line"));

    public static Refusal OverCap(string found, string left) => LendingRefusals.Make("LEN-0715", "principal", found, Words.Same($"≤ {left}"), new("超过成员限额余额", "Above what is left of the member's cap"));

    public static Refusal LoanState(string found, string expected) => LendingRefusals.Make("LEN-0716", "state", found, Words.Same(expected), new("贷款当前状态不接受此操作", "The loan as it stands does not take this"));

    public static Refusal ReferenceThere(string found) => LendingRefusals.Make("LEN-0717", "reference", found, new("尚未记入的凭证号", "a reference not entered yet"), new("同一凭证号已记入这笔贷款", "The same reference is in this loan already"));

    public static Refusal Undone(int n, string why) => LendingRefusals.Make("LEN-0718", "n", $"{n}: {why}", new("可以撤销的还款、费用、挪用或分类", "a receipt, fee, misuse or judgment that can be taken back"), new("这一事项不能撤销", "This cannot be taken back"));

    public static Refusal Breaks(string what) => LendingRefusals.Make("LEN-0719", "effective", what, new("与之后已发生的事项相容的日期", "a day that what happened later allows"), new("补记后，之后的某个事项不再成立", "With it, something that happened later would no longer hold"));

    public static Refusal NotPaid(string state) => LendingRefusals.Make("LEN-0720", "payout", state, new("银行已拒绝或退回", "rejected or returned by the bank"), new("款项可能已付出，不能取消", "The money may have been paid; it cannot be cancelled"));

    public static Refusal SameMoney(string found) => LendingRefusals.Make("LEN-0722", "amount", found, new("与已有的银行流水不是同一笔（注明 distinct）", "money that is not the statement’s (say distinct)"), new("疑似与银行流水已入账的还款为同一笔", "This may be the money a bank statement brought already"));

    public static Refusal NoDoubt(string found) => LendingRefusals.Make("LEN-0723", "receipt", found, new("待认定的疑似重复还款", "a likely duplicate that is not settled"), new("没有待认定的疑似重复还款", "There is no such likely duplicate to settle"));

    public static Refusal NoLetter(string found) => LendingRefusals.Make("LEN-0724", "loan", found, new("逾期或临近还款日的存续贷款", "a loan past due or near its due date"), new("目前没有应发的函件", "No letter is due"));

    public static Refusal TermsFault(Refusal fault) => fault with { Path = fault.Path.Length == 0 ? "terms" : $"terms.{fault.Path}" };

    public static Refusal CloseAhead(DateOnly day, DateOnly most) => LendingRefusals.Make("LEN-0801", "day", $"{day:yyyy-MM-dd}", Words.Same($"≤ {most:yyyy-MM-dd}"), new("只能日终到今天为止", "A day is closed at the latest today"));

    public static Refusal BookBehind(DateOnly day, DateOnly at, string code) => LendingRefusals.Make("LEN-0802", "day", $"{day:yyyy-MM-dd}", Words.Same($"≤ {at:yyyy-MM-dd} ({code})"), new("账簿的营业日尚未到这一天", "The book's business date has not come to this day"));

    public static Refusal NothingToClose() => LendingRefusals.Make("LEN-0803", "day", "0", new("至少一笔存续贷款", "at least one loan that lives"), new("没有需要日终的贷款", "There is no loan to close"));

    public static Refusal BreachClosed() => LendingRefusals.Make("LEN-0804", "breach", "closed", Words.Same("open"), new("违约事项已办结", "The breach is settled already"));

    public static Refusal StillShort(string found) => LendingRefusals.Make("LEN-0805", "outcome", found, new("0.00，或豁免并说明理由", "0.00, or a waiver with its reason"), new("缺口仍在，不能按已补足办结", "It is still short; it cannot be settled as made good"));
}
