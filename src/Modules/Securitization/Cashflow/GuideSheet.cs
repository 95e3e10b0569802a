using Zhirong.Engine.Basics;
using Zhirong.Engine.Waterfall.Run;
using Zhirong.Platform.Office.Workbooks;

namespace Zhirong.Modules.Securitization.Cashflow;

/// <summary>说明: what the workbook is, what in it is live, and what is not.</summary>
internal sealed class GuideSheet
{
    private readonly LiveSheet sheet;
    private int row = 1;

    private GuideSheet(Language language) => sheet = new(new Words("说明", "Guide").In(language), language);

    public static LiveSheet Of(DealRun run, CashflowOptions options, PoolSheet pool, IReadOnlyList<Words> obstacles)
    {
        var guide = new GuideSheet(options.Language);
        guide.Write(run, options, pool, obstacles);
        return guide.sheet;
    }

    private void Write(DealRun run, CashflowOptions options, PoolSheet pool, IReadOnlyList<Words> obstacles)
    {
        var deal = run.Deal;
        sheet.Say(row++, 1, new("现金流测算工作簿", "Cash-flow workbook"), CellStyle.Title);
        row++;
        Fact(new("交易", "Deal"), $"{deal.Definition.Id}  {deal.Definition.Name.In(options.Language)}");
        Fact(new("情景", "Scenario"), run.Scenario);
        Fact(new("输入摘要", "Input hash"), options.InputHash.Length == 0 ? "—" : $"sha256:{options.InputHash}");
        Fact(new("兑付期数", "Payment dates"), $"{deal.PeriodCount}");
        Title(new("怎样使用", "How to use"));
        Line(new("1. 浅黄底带框的单元格是输入，在“参数”和“资产”两页；改动后重新计算（Excel 自动，或按 F9）。", "1. Shaded cells with a frame are inputs, on the sheets Terms and Pool; after a change recalculate (Excel does, or F9)."));
        Line(new("2. “现金流”每期一行，校验列＝期初结存＋回收＋支取＋准备金转回－支付－期末结存，必须为 0。", "2. Cash flow has one row per date; check = opening + collected + drawn + released − paid − carried, always 0."));
        Line(new("3. “核对”把知融的测算结果与公式逐项相减；未改输入时“全部一致”为 TRUE，改动后差额就是影响。", "3. Reconciliation subtracts Zhirong's figures from the formulas: all agree until an input is changed, then the differences are the effect."));
        Line(new("4. “应付底稿”列出每项应付的基数、分子、分母；“…顺序”各页列出在该顺序下逐项支付的过程，“结转底稿”列出期间结转的状态。", "4. Dues shows basis, numerator and denominator of everything due; each Order sheet shows the payments line by line in that order; Carried shows what the dates hand on."));
        Line(new("5. 计算单位为元，逐项取整到分。取整公式 (n×INT(分/d)+INT((n×MOD(分,d)+d/2)/d))/100 全程为整数，二进制小数不会丢失半分。", "5. Yuan, every line rounded to the fen. (n×INT(fen/d)+INT((n×MOD(fen,d)+d/2)/d))/100 works in whole numbers, so that no half fen is lost."));
        Line(new("6. 日期、还款期数、支付顺序的结构及其步骤条件中的数字不是输入：改动这些请回到交易文件重新导出。", "6. Dates, numbers of instalments, the structure of the orders and the numbers in their conditions are not inputs: change the deal file and export again."));
        Title(new("图例", "Legend"));
        sheet.Put(row, 1, 1234.56m, CellStyle.InputMoney);
        sheet.Say(row++, 2, new("输入，可以修改", "input, may be changed"), CellStyle.Wrapped);
        sheet.Put(row, 1, 1234.56m, CellStyle.Money);
        sheet.Say(row++, 2, new("公式，或标明“数值”的测算结果", "formula, or a figure of the run marked 'value'"), CellStyle.Wrapped);
        sheet.Put(row, 1, 0m, CellStyle.Check);
        sheet.Say(row++, 2, new("校验，必须为 0；不为 0 时变红", "check, must be 0; turns red otherwise"), CellStyle.Wrapped);
        Title(new("哪些是公式", "What is live"));
        Live(run, pool, obstacles);
        sheet.Widths[1] = 18;
        sheet.Widths[2] = 110;
    }

    private void Live(DealRun run, PoolSheet pool, IReadOnlyList<Words> obstacles)
    {
        Item(obstacles.Count == 0, new("现金流：利息、计划本金、税费、增信支取、支付顺序、触发与顺序切换", "Cash flow: interest, scheduled principal, taxes and fees, draws, orders, triggers and switches of order"));
        foreach (var obstacle in obstacles)
        {
            Line(new($"   原因：{obstacle.Zh}；现金流各列为数值，仅校验与合计为公式", $"   Because {obstacle.En}: the columns of the cash flow are values, only check and totals are formulas"));
        }

        Item(pool.Live, new("资产：逐户利息、本金与各期合计", "Pool: interest and principal by obligor, sums by date"));
        if (!pool.Live)
        {
            Line(new($"   原因：债务人超过 {PoolSheet.MostObligors} 户；各期合计为数值", $"   Because there are more than {PoolSheet.MostObligors} obligors: the sums by date are values"));
        }

        foreach (var (obligor, reason) in pool.AsValues)
        {
            Item(false, new($"资产 {obligor}：{reason.Zh}", $"Pool, {obligor}: {reason.En}"));
        }

        Item(false, new("在池户数（只供触发条件使用）、合同日与年数、日期", "Obligors owing (read by triggers only), contract dates and year fractions, dates"));
        foreach (var warning in RunWarnings.Of(run))
        {
            Line(new($"提示 {warning.Code}：{warning.Message.Zh}", $"Note {warning.Code}: {warning.Message.En}"));
        }
    }

    private void Title(Words title)
    {
        row++;
        sheet.Say(row++, 1, title, CellStyle.Subtitle);
    }

    private void Fact(Words name, string value)
    {
        sheet.Say(row, 1, name, CellStyle.Note);
        sheet.Put(row++, 2, value, CellStyle.Text);
    }

    private void Line(Words words) => sheet.Say(row++, 2, words, CellStyle.Wrapped);

    private void Item(bool live, Words words)
    {
        sheet.Say(row, 1, live ? new("公式", "live") : new Words("数值", "value"), live ? CellStyle.Good : CellStyle.Note);
        sheet.Say(row++, 2, words, CellStyle.Wrapped);
    }
}
