using Zhirong.Engine.Basics;
using Zhirong.Modules.Securitization.Analysis;
using Zhirong.Platform.Office.Reports;

namespace Zhirong.Modules.Securitization.Reports;

/// <summary>Field paths of a deal as a person reads them: <c>tranches.A.coupon</c> is 优先级 · 票面利率.</summary>
internal sealed class FieldTitles
{
    private static readonly Dictionary<string, Words> Known = new()
    {
        ["*"] = new("其余全部字段", "everything else"),
        ["name"] = new("名称", "name"),
        ["market"] = new("挂牌市场", "market"),
        ["structure"] = new("交易结构", "structure"),
        ["spv"] = new("特殊目的载体", "vehicles"),
        ["parties"] = new("参与方", "parties"),
        ["size"] = new("规模", "size"),
        ["dates"] = new("日期", "dates"),
        ["closing"] = new("设立日", "closing"),
        ["cutoff"] = new("基准日", "cut-off"),
        ["expected_maturity"] = new("预期到期日", "expected maturity"),
        ["legal_maturity"] = new("法定到期日", "legal maturity"),
        ["payment_dates"] = new("兑付日", "payment dates"),
        ["offsets"] = new("日期链", "date chain"),
        ["calendar"] = new("日历", "calendar"),
        ["pool"] = new("资产池", "pool"),
        ["obligors"] = new("债务人", "obligors"),
        ["principal"] = new("未偿本金", "principal"),
        ["industry"] = new("行业", "industry"),
        ["ip"] = new("权利数量", "rights"),
        ["ip_kinds"] = new("权利类别", "kinds of rights"),
        ["limits"] = new("限额", "limits"),
        ["contract"] = new("底层合同", "contract"),
        ["rate"] = new("利率", "rate"),
        ["eligibility"] = new("合格标准", "eligibility"),
        ["tranches"] = new("证券", "tranches"),
        ["coupon"] = new("票面利率", "coupon"),
        ["rating"] = new("评级", "rating"),
        ["fees"] = new("税费", "fees"),
        ["support"] = new("增信", "support"),
        ["limit"] = new("上限", "limit"),
        ["provider"] = new("提供方", "provider"),
        ["triggers"] = new("触发事件", "triggers"),
        ["waterfalls"] = new("分配顺序", "order of payments"),
        ["shelf"] = new("储架", "shelf"),
        ["cap"] = new("额度", "cap"),
        ["series"] = new("期数", "series"),
        ["no_objection"] = new("无异议函", "no-objection letter"),
        ["valid_months"] = new("有效期", "validity"),
        ["max_term_years"] = new("最长期限", "longest term"),
        ["per_obligor"] = new("单户融资范围", "range per obligor"),
        ["costs"] = new("企业成本", "borrowers' costs"),
        ["items"] = new("项目", "items"),
        ["quote"] = new("普通贷款报价", "ordinary loan"),
    };

    private readonly Dictionary<string, string> names;
    private readonly Wording wording;

    public FieldTitles(OutlineView outline, Wording wording)
    {
        this.wording = wording;
        names = outline.Tranches.Select(t => (t.Id, t.NameZh, t.NameEn)).Concat(outline.Supports.Select(s => (s.Id, s.NameZh, s.NameEn))).Concat(outline.Fees.Select(f => (f.Id, f.NameZh, f.NameEn))).Concat(outline.Triggers.Select(t => (t.Id, t.NameZh, t.NameEn)))
            .GroupBy(n => n.Id).ToDictionary(g => g.Key, g => wording.Name(g.First().NameZh, g.First().NameEn, g.Key));
    }

    public string Of(string path)
    {
        var parts = path.Split('.');
        var shown = parts.Length > 1 && parts[0] is "tranches" or "fees" or "support" or "triggers" or "dates" or "pool" or "shelf" ? parts.Skip(parts.Length > 1 ? 1 : 0) : parts;
        return string.Join(wording.T("·", " · "), shown.Select((part, i) => i == 0 && shown.Count() < parts.Length && names.TryGetValue(part, out var name) ? name : Known.TryGetValue(part, out var words) ? wording.T(words) : Wording.Plain(part)));
    }
}
