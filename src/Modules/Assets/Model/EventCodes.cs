using Zhirong.Engine.Basics;

namespace Zhirong.Modules.Assets.Model;

/// <summary>What a code of an office means to the register.</summary>
public sealed record EventCode(string Code, string NameEn, string NameZh, RightEffect Effect);

/// <summary>
/// Codes and words of legal events, put into our own effects. A code that names several happenings at once sets nothing by itself: its
/// text may decide, else a person must.
/// </summary>
public sealed class EventCodes(IEnumerable<EventCode> cn)
{
    private readonly Dictionary<string, EventCode> codes = cn.ToDictionary(c => c.Code, StringComparer.Ordinal);

    /// <summary>The Chinese codes, as shipped.</summary>
    public IReadOnlyCollection<EventCode> Cn => codes.Values;

    public EventCode? Of(string code) => codes.GetValueOrDefault(code.Trim());

    /// <summary>What an event does.</summary>
    /// <param name="office">Two letters of the office whose event it is.</param>
    public RightEffect Effect(string scheme, string office, string code, string text)
    {
        var known = office == "CN" ? Of(code) : null;
        return scheme switch
        {
            "inpadoc" when known is { Effect: RightEffect.Ambiguous } => OfText(text) is var said && said is RightEffect.None ? RightEffect.Ambiguous : said,
            "inpadoc" when known is not null => known.Effect,
            "inpadoc" => office == "US" ? OfUsCode(code, text) : RightEffect.None,
            "cn_text" => known is { Effect: not (RightEffect.Ambiguous or RightEffect.None) } ? known.Effect : OfText(text),
            "receipt" => RightEffect.FeePaid,
            "uspto_assignment" => OfConveyance(text),
            "tsdr" => OfMark(text),
            _ => RightEffect.None,
        };
    }

    /// <summary>The words of a Chinese gazette; the first line that fits counts, narrow ones first.</summary>
    public static RightEffect OfText(string text)
    {
        foreach (var (effect, all, none) in Lines)
        {
            if (Array.TrueForAll(all, word => text.Contains(word, StringComparison.Ordinal)) && !Array.Exists(none, word => text.Contains(word, StringComparison.Ordinal)))
            {
                return effect;
            }
        }

        return RightEffect.None;
    }

    private static readonly (RightEffect Effect, string[] All, string[] None)[] Lines =
    [
        (RightEffect.Ambiguous, ["质押", "生效", "变更", "注销"], []),
        (RightEffect.PledgeOff, ["质押", "注销"], []),
        (RightEffect.PledgeOff, ["质押", "解除"], []),
        (RightEffect.PledgeChanged, ["质押", "变更"], []),
        (RightEffect.PledgeOn, ["质押", "生效"], []),
        (RightEffect.PledgeOn, ["质押", "登记"], []),
        (RightEffect.Ambiguous, ["质押"], []),
        (RightEffect.PledgeOff, ["质权", "注销"], []),
        (RightEffect.PledgeOff, ["质权", "解除"], []),
        (RightEffect.PledgeChanged, ["质权", "变更"], []),
        (RightEffect.PledgeOn, ["质权", "登记"], []),
        (RightEffect.Ambiguous, ["保全及其解除"], []),
        (RightEffect.FreezeOff, ["保全", "解除"], []),
        (RightEffect.FreezeOff, ["查封", "解除"], []),
        (RightEffect.FreezeOn, ["保全"], []),
        (RightEffect.FreezeOn, ["查封"], []),
        (RightEffect.OpenLicenceOff, ["开放许可", "撤回"], []),
        (RightEffect.OpenLicenceOn, ["开放许可"], []),
        (RightEffect.Ambiguous, ["许可", "生效", "变更", "注销"], []),
        (RightEffect.LicenceOff, ["许可", "注销"], []),
        (RightEffect.LicenceChanged, ["许可", "变更"], []),
        (RightEffect.LicenceOn, ["许可", "生效"], []),
        (RightEffect.LicenceOn, ["许可", "备案"], []),
        (RightEffect.Lapsed, ["未缴年费"], []),
        (RightEffect.Lapsed, ["未缴", "终止"], []),
        (RightEffect.Expired, ["期", "届满"], []),
        (RightEffect.InvalidPart, ["部分无效"], ["全部"]),
        (RightEffect.Invalid, ["全部无效"], ["部分"]),
        (RightEffect.Ambiguous, ["无效"], ["请求", "受理"]),
        (RightEffect.AbandonedDouble, ["放弃", "重复授权"], []),
        (RightEffect.AbandonedPart, ["部分放弃"], []),
        (RightEffect.Abandoned, ["放弃"], []),
        (RightEffect.Withdrawn, ["撤回"], []),
        (RightEffect.RevokedPart, ["部分撤销"], []),
        (RightEffect.Revoked, ["撤销"], ["请求", "申请"]),
        (RightEffect.Rejected, ["驳回"], ["复审"]),
        (RightEffect.Restored, ["恢复"], ["请求"]),
        (RightEffect.Renewed, ["续展"], []),
        (RightEffect.TermAdjusted, ["期限", "补偿"], []),
        (RightEffect.ApplicantChanged, ["申请权的转移"], ["专利权的转移"]),
        (RightEffect.OwnerChanged, ["转移"], []),
        (RightEffect.OwnerChanged, ["转让"], []),
        (RightEffect.HolderRenamed, ["名称", "变更"], []),
        (RightEffect.HolderRenamed, ["地址", "变更"], []),
        (RightEffect.Ended, ["终止"], []),
        (RightEffect.Examination, ["实质审查"], []),
        (RightEffect.Granted, ["授权"], []),
        (RightEffect.Granted, ["授予"], []),
        (RightEffect.Published, ["公布"], []),
        (RightEffect.Published, ["公开"], []),
        (RightEffect.FeePaid, ["缴费"], []),
    ];

    private static RightEffect OfUsCode(string code, string text) => code.Trim() switch
    {
        "AS" => OfConveyance(text),
        "LAPS" or "FP" => RightEffect.Lapsed,
        _ => RightEffect.None,
    };

    private static RightEffect OfConveyance(string text) =>
        Has(text, "RELEASE", "TERMINATION OF SECURITY", "SATISFACTION") ? RightEffect.PledgeOff
        : Has(text, "SECURITY", "MORTGAGE", "LIEN", "COLLATERAL") ? RightEffect.PledgeOn
        : Has(text, "CHANGE OF NAME", "CHANGE OF ADDRESS") ? RightEffect.HolderRenamed
        : Has(text, "LICENSE") ? RightEffect.LicenceOn
        : Has(text, "ASSIGN", "MERGER", "CONVERSION") ? RightEffect.OwnerChanged
        : RightEffect.None;

    private static RightEffect OfMark(string text) =>
        Has(text, "REGISTERED AND RENEWED", "RENEWAL ACCEPTED", "RENEWED") ? RightEffect.Renewed
        : Has(text, "REGISTERED-PRINCIPAL", "REGISTERED - PRINCIPAL", "REGISTERED-SUPPLEMENTAL") ? RightEffect.Granted
        : Has(text, "CANCELLED SEC. 8", "CANCELLED SECTION 8", "EXPIRED") ? RightEffect.Ended
        : Has(text, "PUBLISHED FOR OPPOSITION") ? RightEffect.Published
        : Has(text, "ABANDONMENT") ? RightEffect.Withdrawn
        : Has(text, "ASSIGNMENT OF OWNERSHIP") ? RightEffect.OwnerChanged
        : RightEffect.None;

    private static bool Has(string text, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (text.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>Reads the table of Chinese codes (<c>code,name_en,name_zh,influence,class,effect</c>).</summary>
public static class EventCodeTable
{
    public static Result<IReadOnlyList<EventCode>> Read(string csv)
    {
        var codes = new List<EventCode>();
        var refusals = new List<Refusal>();
        foreach (var (n, line) in csv.ReplaceLineEndings("\n").Split('\n').Index().Skip(1).Where(l => l.Item.Length > 0))
        {
            var cells = Cells(line);
            if (cells.Count != 6 || cells[0].Length == 0 || RightEffects.Read(cells[5]) is not { } effect)
            {
                refusals.Add(LawRefusals.Code($"{n + 1}", line));
                continue;
            }

            codes.Add(new(cells[0], cells[1], cells[2], effect));
        }

        return refusals.Count > 0 ? Result<IReadOnlyList<EventCode>>.Refused(refusals) : codes;
    }

    private static List<string> Cells(string line)
    {
        var (cells, cell, quoted) = (new List<string>(), new System.Text.StringBuilder(), false);
        foreach (var c in line)
        {
            if (c == '"')
            {
                quoted = !quoted;
            }
            else if (c == ',' && !quoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
            {
                cell.Append(c);
            }
        }

        cells.Add(cell.ToString());
        return cells;
    }
}
