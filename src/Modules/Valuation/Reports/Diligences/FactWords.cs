using System.Globalization;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Diligence.Checklists;
using Zhirong.Engine.Diligence.Facts;
using Zhirong.Platform.Office.Reports;

namespace Zhirong.Modules.Valuation.Reports.Diligences;

/// <summary>Values of facts as people read them; a word that is not known stays as written.</summary>
internal static class FactWords
{
    private const string Said = """
        abandoned|放弃|abandoned
        agreed|已约定|agreed
        all|全部|all
        applied|已申请|applied
        arms_length|独立第三方交易|at arm's length
        barred|禁止|barred
        blocked|受阻|blocked
        bought|受让取得|bought
        breached|已泄露|breached
        broken|有缺口|broken
        certified|已认证|certified
        clear|无障碍|clear
        cleared|已清理|cleared
        close|存在接近的现有技术|close
        co_owned|共有|co-owned
        commissioned_agreed|委托开发，已约定归属|commissioned, agreed
        commissioned_silent|委托开发，未约定归属|commissioned, not agreed
        complete|完整|complete
        conditions|附条件|with conditions
        consent|须经同意|consent needed
        continuous|连续|continuous
        copyleft|传染性许可证|copyleft
        ended|已终止|ended
        examination|审查中|under examination
        expired|期满|expired
        falling|下降|falling
        gaps|有间断|with gaps
        granted|授权|granted
        grave|严重|grave
        high|高|high
        in_force_in_part|部分有效|in force in part
        in_grace|滞纳期内|in the grace period
        invalidated|已被宣告无效|invalidated
        joint_agreed|合作开发，已约定归属|joint, agreed
        joint_silent|合作开发，未约定归属|joint, not agreed
        lapsed|未缴年费终止|lapsed
        lawful|合法|lawful
        left_bound|已离职，受约束|left, bound
        left_free|已离职，不受约束|left, free
        level|平稳|level
        licensed|已获许可|licensed
        lost|败诉或不利|lost
        low|低|low
        many|较多|many
        match|一致|match
        medium|中|medium
        minor|轻微|minor
        missed|未缴|missed
        negative|负面|negative
        no|否|no
        none|没有|none
        novelty_gone|新颖性丧失|novelty gone
        open|未解决|open
        other|他人|somebody else
        own|本企业|the firm
        paid|已缴付|paid
        part|部分|part
        partly|部分胜诉|partly
        passed|通过|passed
        pending|在审|pending
        permissive|宽松许可证|permissive
        positive|正面|positive
        published|已公布|published
        rejected|驳回|rejected
        related_only|仅关联方交易|related parties only
        restored|已恢复|restored
        revoked|已撤销|revoked
        rising|上升|rising
        risk|有风险|at risk
        service|职务成果|service work
        settled|和解|settled
        sole|单独所有|sole
        some|部分|some
        stays|在职|stays
        true|是|yes
        false|否|no
        unclear|不明|unclear
        unlawful|不合法|unlawful
        unlicensed|未获许可|unlicensed
        valid|有效|valid
        withdrawn|撤回|withdrawn
        won|胜诉或有利|won
        yes|是|yes
        """;

    private static readonly Dictionary<string, Words> Known = Said.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split('|')).ToDictionary(parts => parts[0], parts => new Words(parts[1], parts[2]), StringComparer.Ordinal);

    /// <summary>登记权利人：单独所有.</summary>
    public static string Of(Fact fact, Checklist list, Wording wording)
    {
        var title = list.Fact(fact.Name) is { } known ? wording.T(known.Title) : fact.Name;
        return wording.T($"{title}：{Value(fact, wording)}", $"{title}: {Value(fact, wording)}") + (fact.Assumed ? wording.T("（推定）", " (assumed)") : "");
    }

    public static string Value(Fact fact, Wording wording) => Known.TryGetValue(fact.Value, out var words) ? wording.T(words)
        : decimal.TryParse(fact.Value, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number.ToString("#,##0.######", CultureInfo.InvariantCulture)
        : Wording.Plain(fact.Value);

    /// <summary>Whether a word of the checklist can be told in both languages.</summary>
    public static bool Has(string word) => Known.ContainsKey(word);
}
