using Zhirong.Engine.Basics;

namespace Zhirong.Modules.Valuation.Diligence;

/// <summary>The numbered refusals of diligence in the room, beside the engine's DIL-01xx and DIL-02xx: 11xx what is asked, 12xx answers.</summary>
internal static class DiligenceRoomRefusals
{
    public static Refusal NeedsSubject() => Make("DIL-1101", "firmId", "—", new("firmId、rightIds 或 appraisalId", "firmId, rightIds or appraisalId"), new("请写明尽调的企业、权利或价值分析", "Say of which firm, rights or appraisal"));

    public static Refusal WhoseRights(string found) => Make("DIL-1102", "firmId", found, new("企业", "a firm"), new("这些权利没有唯一的权利人，请写明企业", "The rights have no single holder: name the firm"));

    public static Refusal NoKind(string path, string number) => Make("DIL-1103", path, number, new("类别已知的权利", "a right of known category"), new("权利类别不明，不能尽调；请先补充登记", "The category of the right is not known; complete the register first"));

    public static Refusal NoAppraisal(string found) => Make("DIL-1104", "appraisalId", found, new("可见的价值分析", "an appraisal that you may see"), new("没有这份价值分析", "There is no such appraisal"));

    public static Refusal DayAhead(string found, string today) => Make("DIL-1105", "day", found, new($"不晚于 {today}", $"not after {today}"), new("尽调日不能晚于今天", "Nobody can look into a day to come"));

    public static Refusal UnknownFact(string found, string near) => Make("DIL-1201", "fact", found, Words.Same(near), new("清单中没有这项事实，或不属于该对象", "The checklist does not ask this of such a subject"));

    public static Refusal Value(string found, string words) => Make("DIL-1202", "value", found, Words.Same(words), new("不是这项事实可用的取值", "Not a value of this fact"));

    public static Refusal SourceAhead(string found, string today) => Make("DIL-1203", "sourceDate", found, new($"不晚于 {today}", $"not after {today}"), new("资料日期不能晚于今天", "A source cannot be of a day to come"));

    public static Refusal NoProduct(string path, string found) => Make("DIL-1301", path, found, new("该企业的产品", "a product of the firm"), new("没有这个产品", "There is no such product"));

    public static Refusal Class(string path, string found) => Make("DIL-1302", path, found, Words.Same("1 … 45"), new("商品类别为 1 到 45", "Classes of goods go from 1 to 45"));

    private static Refusal Make(string code, string path, string found, Words expected, Words message) => ValuationRefusals.Make(code, path, found, expected, message);
}
