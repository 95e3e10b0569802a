using Zhirong.Engine.Basics;
using Zhirong.Modules.Lending.Pledges;
using Zhirong.Modules.Lending.Registration.Rules;
using Zhirong.Platform.Office.Reports;

namespace Zhirong.Modules.Lending.Registration.Filing;

/// <summary>A paper of a filing: its name in the package without ending, and what it says.</summary>
internal sealed record FilingPaper(string Name, Report Says);

/// <summary>The papers of a filing, in Chinese, as the registries take them. Their layout is our own and says so: no registry's form number or seal stands on them.</summary>
internal static class FilingPapers
{
    private const string Layout = "本件版式为自拟，不是登记机构的官方表格，无官方表号与印章；登记机构要求使用其表格的，按本件内容填写。";

    /// <summary>The papers of the form's set in their order.</summary>
    public static IReadOnlyList<FilingPaper> All(FilingForm form) =>
    [
        new("application", Application(form)),
        .. form.Form == FormKind.Register ? (FilingPaper[])[new("contract", Contract(form))] : [],
        .. Declarations(form) is { } declarations ? (FilingPaper[])[new("declarations", declarations)] : [],
        new("undertaking", Undertaking(form)),
    ];

    /// <summary>A paper as a text document.</summary>
    public static byte[] Document(FilingPaper paper) => ReportDocument.Write(paper.Says);

    /// <summary>The application: registry's form, parties, claim, rights, and where both seal.</summary>
    private static Report Application(FilingForm form) => Write(form, form.FormTitle.Zh, [
        Section("parties", "一、当事人", [.. Parties(form).Select(p => Facts(p))]),
        Section("claim", "二、被担保的债权与登记事项", [Facts(Claim(form))]),
        Section("rights", $"三、权利清单（共 {form.Rights.Count} 项，金额单位：元）", [Rights(form)]),
        Section("seals", "四、签章", [Seals(form)]),
    ]);

    /// <summary>What the contract must contain (质押合同应当包括的内容), from the same records.</summary>
    private static Report Contract(FilingForm form) => Write(form, "质押合同", [
        Section("parties", "第一条 当事人", [.. Parties(form).Select(p => Facts(p))]),
        Section("claim", "第二条 被担保债权的种类、数额与履行期限", [Facts(Claim(form))]),
        Section("rights", $"第三条 出质权利（共 {form.Rights.Count} 项，金额单位：元）", [Rights(form)]),
        Section("scope", "第四条 担保范围", [new ReportText(TextRole.Body, form.Scope.Length > 0 ? form.Scope : "（未填写）")]),
        Section("realisation", "第五条 质权实现", [new ReportText(TextRole.Body, "债务人不履行到期债务或者发生当事人约定的实现质权的情形，质权人可以与出质人协议以出质权利折价，也可以就拍卖、变卖出质权利所得的价款优先受偿。")]),
        Section("seals", "签章", [Seals(form)]),
    ]);

    /// <summary>The undertaking in place of proofs of identity.</summary>
    private static Report Undertaking(FilingForm form) => Write(form, "承诺书", [
        Section("text", "承诺内容",
        [
            new ReportText(TextRole.Body, $"就“{form.FormTitle.Zh}”（合同编号 {form.ContractNo}），出质人与质权人承诺：所提交的申请信息、合同及其他材料真实、合法、有效；当事人身份与所填信息一致；办理登记系双方真实意思表示。"),
            new ReportText(TextRole.Body, "承诺不实的，自愿承担登记被撤销、自始不发生效力等法律后果。"),
        ]),
        Section("seals", "签章", [Seals(form)]),
    ]);

    /// <summary>Declarations, consents and confirmations; null where there is none.</summary>
    private static Report? Declarations(FilingForm form) => form.Statements.Count == 0 ? null : Write(form, "声明、同意与核实", [
        Section("statements", $"共 {form.Statements.Count} 项",
        [
            new ReportTable
            {
                Title = "声明、同意与核实",
                Columns = [new("种类", ColumnKind.Text), new("情形", ColumnKind.Code), new("作出人", ColumnKind.Text), new("依据", ColumnKind.Text), new("日期", ColumnKind.Date)],
                Rows = [.. form.Statements.Select(s => ReportRow.Of(s.Kind switch { "declaration" => "继续办理声明", "consent" => "共有人同意", _ => "核实" }, s.Ground, s.Who, s.Document, $"{s.OnDay:yyyy-MM-dd}"))],
            },
        ]),
    ]);

    private static Report Write(FilingForm form, string title, IReadOnlyList<ReportSection> sections) => new()
    {
        Language = Language.Zh,
        Kind = form.Rules.Title.Zh,
        Name = title,
        Head = $"{title}  合同编号 {form.ContractNo}",
        Facts = [new("案卷参考号", form.Reference), new("合同编号", form.ContractNo), .. form.RegistrationNo.Length > 0 ? (ReportFact[])[new("登记号", form.RegistrationNo)] : []],
        Sections = sections,
        Disclaimer = $"本文件由登记的记录生成，内容以双方签章为准。{Layout}",
        PrintHint = "",
        AsOf = form.Day,
    };

    private static ReportSection Section(string id, string title, IReadOnlyList<ReportBlock> blocks) => new(id, title, false, blocks);

    private static ReportFacts Facts(IReadOnlyList<ReportFact> facts) => new(facts);

    private static IEnumerable<IReadOnlyList<ReportFact>> Parties(FilingForm form) =>
        [.. form.Parties.Pledgors.Select(p => Party("出质人", p)), Party("质权人", form.Parties.Pledgee), Party("债务人", form.Parties.Debtor)];

    private static IReadOnlyList<ReportFact> Party(string role, PledgeParty party) => [new(role, party.Name), new("统一社会信用代码", party.Code ?? ""), new("住所", party.Address ?? "")];

    private static List<ReportFact> Claim(FilingForm form)
    {
        List<ReportFact> facts =
        [
            new("主合同编号", form.MainContractNo), new("债权种类", $"{ClaimKinds.Title(form.ClaimKind).Zh}{(form.Maximum ? "（最高额）" : "")}"), new("担保金额", $"{Money.FenText(form.SecuredFen)} 元（{Capital(form.SecuredFen)}）"),
            new("债务履行期限", $"{form.DebtFrom:yyyy-MM-dd} 至 {form.DebtTo:yyyy-MM-dd}"),
        ];
        facts.AddRange(form.Expires is { } end && form.Form != FormKind.Cancel ? [new("登记期限至", $"{end:yyyy-MM-dd}")] : []);
        facts.AddRange(form is { Form: FormKind.Change, Change.Length: > 0 } ? [new("变更事项", form.Change)] : []);
        return facts;
    }

    private static string Capital(long fen) => ChineseAmount.Capital(Money.OfFen(fen));

    private static ReportTable Rights(FilingForm form) => new()
    {
        Title = "权利清单",
        Columns = [new("序号", ColumnKind.Code), new("号码", ColumnKind.Code), new("类别", ColumnKind.Text), new("名称", ColumnKind.Text), new("申请日", ColumnKind.Date), new("授权公告日", ColumnKind.Date), new("分摊金额", ColumnKind.Figure)],
        Rows =
        [
            .. form.Rights.Select((r, n) => ReportRow.Of($"{n + 1}", r.Number, r.Kind, r.Title, $"{r.Filed:yyyy-MM-dd}", $"{r.Granted:yyyy-MM-dd}", Money.FenText(r.AllocatedFen))),
            ReportRow.Total("", "", "", "合计", "", "", Money.FenText(form.Rights.Sum(r => r.AllocatedFen))),
        ],
        Keep = 2,
    };

    private static ReportSeals Seals(FilingForm form) => new([.. form.Parties.Pledgors.Select(p => new ReportSeal("出质人（签章）", p.Name, "法定代表人或授权代表：", "日期：")), new("质权人（签章）", form.Parties.Pledgee.Name, "法定代表人或授权代表：", "日期：")]);
}
