using System.Globalization;
using Zhirong.Engine.Basics;
using Zhirong.Platform.Office.Documents;

namespace Zhirong.Modules.Payments.Channels;

/// <summary>放款通知书: a letter to the paying bank that lists the payments, to be signed and sealed; for any kind of account.</summary>
internal sealed class NoticeChannel : IChannel
{
    public string Code => "notice";

    public Words Title { get; } = new("放款通知书", "Disbursement notice");

    public bool Pays(PayeeAccountKind kind) => true;

    public Result<IReadOnlyList<ChannelFile>> Write(PaymentOrder order)
    {
        var refusals = OrderCheck.Check(order, this);
        return refusals.Count > 0
            ? Result<IReadOnlyList<ChannelFile>>.Refused(refusals)
            : Result<IReadOnlyList<ChannelFile>>.Of([new($"{FileNames.Safe(order.MessageId)}.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", DocumentWriter.Write(Document(order)))]);
    }

    private TextDocument Document(PaymentOrder order) => new()
    {
        Title = Title.Zh,
        Subject = order.MessageId,
        Language = "zh-CN",
        Created = DateOnly.FromDateTime(order.CreatedAt.ToOffset(TimeSpan.FromHours(8)).DateTime),
        Head = $"{Title.Zh} {Title.En} · {order.MessageId}",
        PageNumbers = new("第 ", " 页 共 ", " 页"),
        Sections =
        [
            new(Landscape: true,
            [
                new DocumentParagraph(ParagraphStyle.Title, Title.Zh),
                new DocumentParagraph(ParagraphStyle.Subtitle, Title.En),
                new DocumentParagraph(ParagraphStyle.Body, $"致 To：{order.DebtorAgentName ?? order.DebtorAgentCnaps}"),
                new DocumentParagraph(ParagraphStyle.Body, "请于下列要求付款日，从下列账户按附表逐笔付款；未列明的款项不得支付。 Please pay the items listed from the account below on the day requested, and nothing else."),
                Order(order),
                new DocumentParagraph(ParagraphStyle.Caption, $"付款明细 Payments（{order.Items.Count} 笔 items）"),
                Items(order),
                new DocumentParagraph(ParagraphStyle.Note, "款项是否付讫，以付款银行的回执或对账单为准。 What was paid is what the paying bank's answer or statement says."),
                Signatures(),
            ]),
        ],
    };

    private static DocumentTable Order(PaymentOrder order) => new()
    {
        Columns = [new(0.18m, false), new(0.32m, false), new(0.18m, false), new(0.32m, false)],
        Head = [],
        Rules = TableRules.Boxes,
        Whole = true,
        Rows =
        [
            Row("通知书编号 No.", order.MessageId, "要求付款日 Requested day", Day(order.RequestedDate)),
            Row("付款人 Payer", order.DebtorName, "付款账号 Account", order.DebtorAccount),
            Row("付款行 Paying bank", order.DebtorAgentName ?? "—", "支付系统行号 CNAPS", order.DebtorAgentCnaps),
            Row("用途 Purpose", order.Purpose, "合计 Total", $"{Figure(order.Total)} 元"),
            Row("合计大写 In capitals", ChineseAmount.Capital(order.Total), "笔数 Items", order.Items.Count.ToString(CultureInfo.InvariantCulture)),
        ],
    };

    private static DocumentRow Row(string label, string value, string second, string other) =>
        new(RowWeight.Plain, [new(label, CellTone.Label), new(value), new(second, CellTone.Label), new(other)]);

    private static DocumentTable Items(PaymentOrder order) => new()
    {
        Columns = [new(0.05m, true), new(0.18m, false), new(0.15m, false), new(0.17m, false), new(0.12m, true), new(0.14m, false), new(0.19m, false)],
        Head = ["序号\nNo.", "收款人\nPayee", "账号 / 钱包编号\nAccount / wallet", "开户行 / 运营机构\nBank / operator", "金额（元）\nAmount", "端到端标识号\nEnd-to-end id", "用途与借据号\nPurpose, loan no."],
        TextSize = 16,
        Rows =
        [
            .. order.Items.Select((item, n) => new DocumentRow(RowWeight.Plain,
            [
                new($"{n + 1}"),
                new(item.PayeeName),
                new(item.PayeeAccount),
                new(item.OperatingBank ?? $"{item.AgentName} {item.AgentCnaps}".Trim()),
                new(Figure(item.Amount)),
                new(item.EndToEndId),
                new(item.LoanNo is { } loan ? $"{item.Remittance} {loan}" : item.Remittance),
            ])),
            new DocumentRow(RowWeight.Total, [new(""), new("合计 Total"), new(""), new(""), new(Figure(order.Total)), new(""), new("")]),
        ],
    };

    private static DocumentTable Signatures() => new()
    {
        Columns = [new(0.25m, false), new(0.25m, false), new(0.25m, false), new(0.25m, false)],
        Head = [],
        Rules = TableRules.Boxes,
        RowHeight = 700,
        Whole = true,
        Rows = [Row("经办 Made by", "", "复核 Checked by", ""), Row("审批 Approved by", "", "签章与日期 Seal and date", "")],
    };

    private static string Figure(Money amount) => amount.Yuan.ToString("N2", CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
