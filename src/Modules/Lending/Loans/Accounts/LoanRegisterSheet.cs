using System.Text.Json.Nodes;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Credit.Terms;
using Zhirong.Modules.Lending.Loans.Lines;
using Zhirong.Modules.Lending.Loans.Model;
using Zhirong.Modules.Lending.Storage;

namespace Zhirong.Modules.Lending.Loans.Accounts;

/// <summary>The register of loans as officers keep it: the titles are those it is taken in by, so that what goes out comes back the same.</summary>
internal static class LoanRegisterSheet
{
    private static readonly LoanSheet.Column[] Columns =
    [
        new(new("借据号", "Loan no."), 20), new(new("合同号", "Contract no."), 18), new(new("借款人", "Borrower"), 26), new(new("统一社会信用代码", "Credit code"), 21), new(new("用途", "Purpose"), 18),
        new(new("借款金额（元）", "Principal, yuan"), 17, true), new(new("余额（元）", "Balance, yuan"), 17, true), new(new("到期未还本金（元）", "Principal due, yuan"), 17, true), new(new("欠息（元）", "Interest due, yuan"), 15, true), new(new("罚息复利（元）", "Penalties, yuan"), 15, true),
        new(new("年利率（%）", "Rate, %"), 11), new(new("还款方式", "Method"), 18), new(new("付息周期（月）", "Interest every, months"), 10), new(new("结息日", "Interest day"), 9), new(new("放款日", "Disbursed"), 12), new(new("到期日", "Maturity"), 12), new(new("逾期天数", "Days past due"), 10), new(new("五级分类", "Class"), 12),
        new(new("质押权利号", "Pledged rights"), 26), new(new("登记号", "Registration no."), 20), new(new("决议号", "Resolution"), 16), new(new("决议到期日", "Resolution until"), 12), new(new("登记到期日", "Registration until"), 12), new(new("缴费到期日", "Fee due"), 12), new(new("下一还款日", "Next due"), 12), new(new("下期应还（元）", "Next instalment, yuan"), 15), new(new("下次检查日", "Next check"), 12),
        new(new("状态", "State"), 10), new(new("经办人", "Officer"), 14), new(new("数据日", "As of"), 12),
    ];

    /// <summary>Titles and cells, a row a loan.</summary>
    public static (IReadOnlyList<LoanSheet.Column> Columns, IReadOnlyList<IReadOnlyList<object?>> Cells) Of(IReadOnlyList<(Loan Loan, LoanRow Row)> rows, IReadOnlyDictionary<Guid, Facility> lines, IReadOnlyDictionary<Guid, LineSecurity> security, IReadOnlyDictionary<Guid, LineDate> checks, Language language) =>
        (Columns, [.. rows.Select(r => Cells(r.Loan, r.Row, lines.GetValueOrDefault(r.Loan.FacilityId), security.GetValueOrDefault(r.Loan.FacilityId, LineSecurity.None), checks.GetValueOrDefault(r.Loan.Id)?.Day, language))]);

    private static object?[] Cells(Loan loan, LoanRow row, Facility? line, LineSecurity security, DateOnly? check, Language language)
    {
        var terms = JsonNode.Parse(loan.Terms)!;
        return
        [
            loan.Number, row.FacilityNumber, loan.Borrower, line?.BorrowerCode ?? "", loan.Purpose,
            loan.PrincipalFen, loan.BalanceFen, loan.DueFen, loan.InterestFen, loan.PenaltyFen,
            row.Rate, Method($"{terms["method"]}").In(language), Months($"{terms["every"] ?? "1M"}"), terms["interestDay"] is { } day ? day.GetValue<int>() : null, loan.DisbursedOn, loan.Maturity, loan.PastDue, row.ClassTitle,
            string.Join('、', security.Rights), string.Join('、', security.Registrations.Take(1)), line?.ResolutionNo ?? "", line?.ResolutionUntil, security.Day("registration"), security.Day("fee"), row.NextDue, row.NextAmount is null ? null : loan.NextFen, check,
            row.StateTitle, loan.Officer, loan.ClosedDay,
        ];
    }

    private static Words Method(string word) => EventKinds.Method(word)?.Title() ?? Words.Same(word);

    private static int? Months(string tenor) => int.TryParse(tenor[..^1], out var count) ? tenor[^1] switch { 'M' => count, 'Y' => 12 * count, _ => null } : null;
}
