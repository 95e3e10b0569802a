using Zhirong.Engine.Basics;

namespace Zhirong.Modules.Lending.Loans.Checks;

/// <summary>The numbered refusals of checks after the loan: 130x the plan, 131x the checks.</summary>
internal static class CheckRefusals
{
    public static Refusal NotGeneral(string path) => LendingRefusals.Make("LEN-1301", path, "—", new("最后一条不设条件", "a last rule without a condition"), new("有的贷款没有适用的检查规则", "There are loans no rule is for"));

    public static Refusal LaterWhenWorse(string path, int found, string better, int most) => LendingRefusals.Make("LEN-1302", path, $"{found}", Words.Same($"≤ {most} ({better})"), new("分类更差的间隔更长", "A worse class is looked at later"));

    public static Refusal NoPoint(string kind) => LendingRefusals.Make("LEN-1303", "checklist", kind, new("每种检查至少一个要点", "at least one point of every kind of check"), new("这种检查没有要点", "This kind of check looks at nothing"));

    public static Refusal NoProof() => LendingRefusals.Make("LEN-1304", "proofs", "—", new("至少一种 counts: true 的凭证", "at least one kind with counts: true"), new("没有能证明用途的凭证", "No kind of proof proves anything"));

    public static Refusal Missing(int n) => LendingRefusals.Make("LEN-1311", "n", $"{n}", new("这笔贷款的检查序号", "the number of a check of this loan"), new("没有这次检查", "There is no such check"));

    public static Refusal NotPlanned(string state) => LendingRefusals.Make("LEN-1312", "state", state, Words.Same(CheckWords.Planned), new("这次检查已完成或已撤销；已完成的检查只能以新的检查更正", "The check is done or withdrawn; what is done is only corrected by another check"));

    public static Refusal NotDone(string state) => LendingRefusals.Make("LEN-1313", "state", state, Words.Same(CheckWords.Done), new("只能更正已完成的检查", "Only a check that is done can be corrected"));

    public static Refusal Corrected(int n, int by) => LendingRefusals.Make("LEN-1314", "n", $"{n}", Words.Same($"{by}"), new("这次检查已被更正，请更正最新的一次", "It is corrected already; correct the newest one"));

    public static Refusal Points(string found, string expected) => LendingRefusals.Make("LEN-1315", "findings", found, Words.Same(expected), new("须对计划中的每个要点各说一次", "Every point of the plan has to be spoken of once"));

    public static Refusal NoNote(string path, string item) => LendingRefusals.Make("LEN-1316", path, item, new("说明异常或未核实的原因", "a note on what is abnormal or why it is not verified"), new("异常或未核实的要点须说明", "What is abnormal or not verified needs a note"));

    public static Refusal Papers(int found, int least) => LendingRefusals.Make("LEN-1317", "papers", $"{found}", Words.Same($"≥ {least}"), new("留存的文件不足", "Too few files are kept"));

    public static Refusal NotSound(string found, string items) => LendingRefusals.Make("LEN-1318", "result", found, new("需关注或需整改", "to be watched, or to be put right"), new($"有异常要点（{items}），不能结论为未见异常", $"Points are abnormal ({items}); it cannot be concluded that nothing is unusual"));

    public static Refusal NoAction(string found) => LendingRefusals.Make("LEN-1319", "result", found, Words.Same(CheckWords.Action), new("提出整改事项的检查，结论须为需整改", "A check that asks for something to be put right has to conclude so"));
}
