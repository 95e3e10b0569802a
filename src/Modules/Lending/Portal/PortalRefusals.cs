using Zhirong.Engine.Basics;

namespace Zhirong.Modules.Lending.Portal;

/// <summary>The numbered refusals of what a firm does itself: LEN-16xx.</summary>
internal static class PortalRefusals
{
    public static Refusal Loan(string found) => LendingRefusals.Make("LEN-1601", "loanId", found, new("可见的、已放款的贷款", "a loan you may see that was paid out"), new("这笔贷款不能申请补贴", "No aid can be asked for that loan"));

    public static Refusal Scheme(string found) => LendingRefusals.Make("LEN-1602", "scheme", found, new("现行补贴方案的编号", "the code of a scheme of aid in force"), new("没有这个补贴方案", "There is no such scheme of aid"));

    public static Refusal Year(int found) => LendingRefusals.Make("LEN-1603", "year", $"{found}", Words.Same("1990 … 2199"), new("年度不能使用", "The year cannot be used"));

    public static Refusal Firm(string found) => LendingRefusals.Make("LEN-1604", "firmId", found, new("登记簿中有统一社会信用代码的企业，或有代码的本机构", "a firm of the register with its credit code, or an organisation that has one"), new("不知道申请企业的统一社会信用代码", "The credit code of the firm that applies is not known"));
}
