using Zhirong.Engine.Basics;

namespace Zhirong.Modules.Lending.Receivables;

/// <summary>The numbered refusals of pledged receivables, in the order in which they are looked for: LEN-12xx.</summary>
internal static class ReceivableRefusals
{
    public static Refusal Right(string found) => LendingRefusals.Make("LEN-1201", "rightId", found, new("本质押所载的许可收入", "licence income that the pledge holds"), new("质押中没有这项许可收入", "The pledge holds no such licence income"));

    public static Refusal NumberThere(string found) => LendingRefusals.Make("LEN-1202", "contractNo", found, new("尚未使用的许可合同编号，且不与借据号相同", "a licence contract number not used yet, and no loan's number"), new("这个编号已被使用", "This number is used already"));

    public static Refusal Account(string found) => LendingRefusals.Make("LEN-1203", "accountId", found, new("在用的自有账户，记账的须有对方科目", "an own account in use; with a counter account where a book keeps it"), new("监管账户不能使用", "The controlled account cannot be used"));

    public static Refusal Dues(string path, string found, string after) => LendingRefusals.Make("LEN-1204", path, found, Words.Same($"> {after}"), new("到期日须逐期递增", "Due days must rise"));

    public static Refusal Order(string found, string expected) => LendingRefusals.Make("LEN-1205", "kind", found, Words.Same(expected), new("先通知债务人，再由其确认", "The debtor is told first and then confirms"));

    public static Refusal Confirmed(string found, string outstanding) => LendingRefusals.Make("LEN-1206", "amount", found, Words.Same(outstanding), new("确认金额须等于尚未到账的各期之和，一分不差", "What is confirmed must equal what has not come in yet, to the fen"));

    public static Refusal NoDue(string found) => LendingRefusals.Make("LEN-1207", "due", found, new("已到账的一期", "a due date whose money came in"), new("这一期没有可用的款项", "There is no money of this due date to use"));

    public static Refusal More(string found, string left) => LendingRefusals.Make("LEN-1208", "amount", found, Words.Same($"≤ {left}"), new("超过这一期仍保留的金额", "More than is still held of this due date"));

    public static Refusal Loan(string found) => LendingRefusals.Make("LEN-1209", "loanId", found, new("本质押担保的存续贷款，账簿相同", "a living loan the pledge secures, in the same book"), new("款项不能归还这笔贷款", "The money cannot go to this loan"));

    public static Refusal Arrears(string found) => LendingRefusals.Make("LEN-1210", "", found, new("所担保的贷款没有逾期", "no loan it secures is past due"), new("贷款逾期，款项不得释放", "A loan is past due; nothing is released"));

    public static Refusal Short(string line, string shortBy) => LendingRefusals.Make("LEN-1211", "amount", line, new("释放后覆盖仍足", "coverage still enough afterwards"), new($"释放后质押覆盖不足，差 {shortBy} 元", $"Coverage would be short by {shortBy} yuan"));
}
