using System.Globalization;
using System.Text;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Credit.Products;
using Zhirong.Engine.Credit.Terms;
using Zhirong.Modules.Lending.Loans.Lines;
using Zhirong.Modules.Lending.Storage;

namespace Zhirong.Modules.Lending.InstantLoans;

/// <summary>借款合同: the text the borrower signs, a function of the mandate, the application and the decision alone.</summary>
internal static class InstantContract
{
    /// <summary>Its number, which the loan bears too.</summary>
    public static string Number(Guid decision, DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"JK{day:yyyyMMdd}-{$"{decision:N}"[20..]}");

    public static string Text(Guid id, LoanMandate mandate, AskInstant.Prepared prepared, InstantJudgment judged, DateOnly day)
    {
        var (asked, product, amount) = (prepared.Asked, prepared.Texts.Product, Money.OfFen(prepared.Asked.Fen));
        var text = new StringBuilder();
        void Line(string words) => text.Append(words).Append('\n');
        Line($"借款合同 {Number(id, day)}");
        Line($"贷款人：{product.Lender.Zh}");
        Line($"借款人：{prepared.FirmName}（{prepared.FirmCode}）");
        Line($"一、借款金额：人民币{ChineseAmount.Capital(amount)}（{amount} 元）。");
        Line($"二、借款期限：{asked.Months} 个月，自放款之日起算。");
        Line(string.Create(CultureInfo.InvariantCulture, $"三、借款利率：年利率 {judged.Rate!.Value * 100m:0.######}%，固定不变。"));
        Line($"四、还款方式：{Engine.Credit.Terms.LoanWords.Title(product.Terms.Method).Zh}。");
        Line($"五、借款用途：{asked.Purpose}。不得用于股权投资、房地产及法律法规禁止的领域。");
        Line($"六、放款方式：贷款人将借款划入借款人在本行开立的账户 {asked.Account}（户名 {asked.PayeeName}）。");
        Line(asked.Pledges.Count > 0
            ? "七、担保：本合同项下债权由借款人与贷款人已登记的最高额知识产权质押担保。"
            : $"七、担保：借款人应自放款之日起 {mandate.RegisterDays} 个工作日内，与贷款人办理知识产权质押登记；逾期未登记构成违约，贷款人可要求提前还款。");
        Line($"八、本合同依据授权书 {mandate.Code} 与申请 {asked.RequestNo} 作出，自借款人电子签名之时成立。");
        return text.ToString();
    }

    /// <summary>The terms of the loan by the product and the rate granted.</summary>
    public static TermsForm Terms(LoanProduct product, int months, decimal rate)
    {
        var every = product.Terms.Every;
        var step = product.Terms.Method == Engine.Credit.RepaymentMethod.Bullet ? months : every.Unit == TenorUnit.Year ? every.Count * 12 : every.Count;
        return new(product.Terms.Method.Word(), product.Terms.Method == Engine.Credit.RepaymentMethod.Bullet ? 1 : Math.Max(1, months / step), AnnualRate: rate.ToString("0.#########", CultureInfo.InvariantCulture), Every: $"{step}M");
    }
}
