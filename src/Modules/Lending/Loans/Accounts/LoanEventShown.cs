using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Access.Approvals;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Lending.Loans.Accounts;

/// <summary>Shows those who approve an event of a loan its figures before and after; what would be refused is put before nobody.</summary>
internal sealed class LoanEventShown(LoanDesk desk) : IChangeShown
{
    private static readonly (string Act, Words Title)[] Acts =
    [
        ("lending.loan.charge", new("计收费用", "Charge a fee")),
        ("lending.loan.reprice", new("调整利率", "Reprice")),
        ("lending.loan.extend", new("展期", "Extend")),
        ("lending.loan.restructure", new("重组", "Restructure")),
        ("lending.loan.judge", new("分类认定", "Judge the class")),
        ("lending.loan.writeoff", new("核销", "Write off")),
        ("lending.loan.undo", new("撤销事项", "Take an event back")),
    ];

    public bool Shows(string act) => Acts.Any(a => a.Act == act);

    public Result<ShownChange> Show(ZhirongContext read, ActRequest request)
    {
        var asked = request.Values.GetValueOrDefault("id") ?? "";
        if (!Guid.TryParse(asked, out var id) || read.Set<Loan>().AsNoTracking().SingleOrDefault(l => l.Id == id) is not { } loan)
        {
            return WebRefusals.NotFound("loans", asked);
        }

        var events = read.Set<LoanHappening>().AsNoTracking().Where(e => e.LoanId == id).OrderBy(e => e.N).ToList();
        var tried = TryEvent.Try(loan, events, request.Act, request.Body, desk, Language.Zh);
        if (!tried.Ok)
        {
            return Result<ShownChange>.Refused(tried.Refusals);
        }

        var (title, english) = (Acts.First(a => a.Act == request.Act).Title, TryEvent.Try(loan, events, request.Act, request.Body, desk, Language.En).Value);
        var (before, after) = (tried.Value.Before, tried.Value.After);
        FieldChange Both(string name, Words label, string? was, string? then) => new(name, label, was ?? "—", then ?? "—");
        return new ShownChange
        {
            Title = new($"{title.Zh}：{loan.Number} {loan.Borrower}", $"{title.En}: {loan.Number} {loan.Borrower}"),
            Amount = Money.OfFen(Fen(request) ?? loan.BalanceFen),
            SubjectKind = "loan",
            SubjectId = $"{loan.Id}",
            Fields =
            [
                new("effective", new("生效日", "Counts from"), null, $"{request.Body?["effective"] ?? request.Body?["n"]}"),
                Both("balance", new("本金余额（元）", "Balance (yuan)"), before.Now.Balance, after.Now.Balance),
                Both("fees", new("未付费用（元）", "Fees unpaid (yuan)"), before.Now.Fees, after.Now.Fees),
                Both("rate", new("年利率（%）", "Rate (%)"), before.Rate, after.Rate),
                Both("next", new("下期应还（元）", "Next instalment (yuan)"), before.NextAmount, after.NextAmount),
                Both("maturity", new("到期日", "Maturity"), $"{before.Maturity:yyyy-MM-dd}", $"{after.Maturity:yyyy-MM-dd}"),
                Both("class", new("五级分类", "Class"), $"{before.Now.ClassTitle} {english.Before.Now.ClassTitle}", $"{after.Now.ClassTitle} {english.After.Now.ClassTitle}"),
                new("note", new("理由", "Reason"), null, $"{request.Body?["note"] ?? request.Body?["reason"]}"),
            ],
        };
    }

    private static long? Fen(ActRequest request) => decimal.TryParse($"{request.Body?["amount"]}", System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture, out var yuan) && yuan is > 0 and < 1_000_000_000_000_000m ? (long)(yuan * 100m) : null;
}
