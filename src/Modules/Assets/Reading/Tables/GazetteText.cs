using Zhirong.Modules.Assets.Reading.Text;

namespace Zhirong.Modules.Assets.Reading.Tables;

/// <summary>Chinese gazette text with labels: <c>法律状态公告日:20150722;法律状态:公开;描述信息:…登记号:Y2020980001234登记生效日:20200303出质人:…</c>.</summary>
internal static class GazetteText
{
    public const string Opens = "法律状态公告日";

    /// <summary>Label, and our name of the fact; dates that say when it took effect are named <c>effective</c>.</summary>
    private static readonly (string Label, string Fact)[] Labels =
    [
        ("法律状态公告日", "recorded"), ("法律状态", "status"), ("描述信息", "description"), ("质押合同登记号", "registration_number"), ("质押登记号", "registration_number"),
        ("登记生效日", "effective"), ("登记号", "registration_number"), ("出质人", "pledgor"), ("质权人", "pledgee"),
        ("合同备案号", "record_number"), ("备案日期", "effective"), ("备案日", "effective"), ("许可合同备案号", "record_number"), ("让与人", "licensor"), ("受让人", "licensee"), ("许可种类", "licence_kind"),
        ("解除日期", "effective"), ("解除日", "effective"), ("变更日期", "effective"), ("变更日", "effective"), ("变更事项", "change_item"), ("变更前权利人", "before"), ("变更后权利人", "after"), ("变更前", "before"), ("变更后", "after"),
        ("无效宣告决定号", "decision_number"), ("决定号", "decision_number"), ("无效宣告决定日", "effective"), ("决定日", "effective"), ("终止日期", "effective"), ("生效日", "effective"), ("授权公告日", "grant"), ("申请日", "filing"),
        ("发明名称", "title"), ("专利名称", "title"), ("申请公布日", "publication"), ("IPC(主分类)", "ipc"), ("专利号", "number"), ("申请号", "number"),
        ("委托书解除日", "effective"), ("登记日", "effective"), ("保全法院", "court"), ("执行法院", "court"), ("执行裁定文号", "order"),
    ];

    private static readonly (string Label, string Fact)[] Longest = [.. Labels.OrderByDescending(l => l.Label.Length)];

    /// <summary>The events of a status cell, in its order.</summary>
    public static IEnumerable<EventRead> Events(string cell)
    {
        var text = Folding.Line(cell);
        for (var at = text.IndexOf(Opens, StringComparison.Ordinal); at >= 0;)
        {
            var next = text.IndexOf(Opens, at + Opens.Length, StringComparison.Ordinal);
            yield return One(next < 0 ? text[at..] : text[at..next]);
            at = next;
        }
    }

    /// <summary>Labels and their values; of a label that comes twice the first. Days are left as they are written.</summary>
    public static Dictionary<string, string> Facts(string text)
    {
        var facts = new Dictionary<string, string>(StringComparer.Ordinal);
        var found = Places(text);
        for (var i = 0; i < found.Count; i++)
        {
            var (_, from, fact) = found[i];
            var to = i + 1 < found.Count ? found[i + 1].At : text.Length;
            var value = text[from..to].Trim().Trim(';', ',', '。', ' ').Trim();
            if (value.Length > 0)
            {
                facts.TryAdd(fact, value);
            }
        }

        return facts;
    }

    /// <summary>An event from text and facts; the days among the facts become the event's.</summary>
    public static EventRead Event(string text, string code, DateOnly? recorded, Dictionary<string, string> facts)
    {
        var effective = facts.Remove("effective", out var day) && DayText.Read(day, out var on) == DayOutcome.Day ? on : (DateOnly?)null;
        return new("cn_text", code, recorded, effective, text, facts);
    }

    private static EventRead One(string text)
    {
        var facts = Facts(text);
        facts.Remove("recorded", out var day);
        facts.Remove("status", out var status);
        facts.Remove("description", out var description);
        var recorded = day is not null && DayText.Read(day, out var on) == DayOutcome.Day ? on : (DateOnly?)null;
        if (description is { Length: > 0 } && description != status)
        {
            facts.TryAdd("description", description);
        }

        return Event(status ?? description ?? "", "", recorded, facts);
    }

    /// <summary>Where labels stand (with a colon behind them), where their values begin.</summary>
    private static List<(int At, int From, string Fact)> Places(string text)
    {
        var found = new List<(int, int, string)>();
        for (var colon = text.IndexOf(':', StringComparison.Ordinal); colon > 0; colon = text.IndexOf(':', colon + 1))
        {
            var before = text.AsSpan(0, colon).TrimEnd();
            foreach (var (label, fact) in Longest)
            {
                if (before.EndsWith(label, StringComparison.Ordinal))
                {
                    found.Add((before.Length - label.Length, colon + 1, fact));
                    break;
                }
            }
        }

        return found;
    }
}
