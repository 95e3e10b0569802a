using Zhirong.Engine.Basics;

namespace Zhirong.Modules.Lending;

/// <summary>The numbered refusals from product to decision: 05xx products and match, 06xx applications, 07xx decisions, 10xx credit policies.</summary>
internal static class OriginationRefusals
{
    public static Refusal ProductCode(string found, string code) => LendingRefusals.Make("LEN-0501", "text.id", found, Words.Same(code), new("产品文本的标识与所保存的产品不同", "The text is of another product"));

    public static Refusal ProductVersion(string found) => LendingRefusals.Make("LEN-0502", "text.version", found, new("尚未使用的版本号", "a version not used yet"), new("这个版本号已有文本", "There is a text with this version already"));

    public static Refusal Firm(string found) => LendingRefusals.Make("LEN-0503", "firmId", found, new("登记簿中可见的企业", "a firm of the register that you may see"), new("没有这家企业", "There is no such firm"));

    public static Refusal Fact(string path, string found, Words expected) => LendingRefusals.Make("LEN-0504", path, found, expected, new("这项事实不能使用", "The fact cannot be used"));

    public static Refusal Product(string found) => LendingRefusals.Make("LEN-0505", "product", found, new("产品目录中的产品", "a product of the catalogue"), new("没有这个产品", "There is no such product"));

    public static Refusal Step(string act, string state) => LendingRefusals.Make("LEN-0551", "act", act, Words.Same(state), new("申请所处状态不能办理这一步", "The application's state does not take this step"));

    public static Refusal Empty(string path, Words needed) => LendingRefusals.Make("LEN-0552", path, "—", needed, new("提交前须填写", "It has to be filled in before submission"));

    public static Refusal Unassessed(string found) => LendingRefusals.Make("LEN-0561", "baseVersion", found, new("先对现行快照作出评审测算", "an assessment of the snapshot as it stands"), new("尚未评审测算，不能作出决定", "Without an assessment there is nothing to decide by"));

    public static Refusal AboveLimit(string found, string limit) => LendingRefusals.Make("LEN-0562", "amount", found, Words.Same($"≤ {limit}"), new("批准金额超过测算额度", "The amount granted exceeds the limit"));

    public static Refusal Declined(string found) => LendingRefusals.Make("LEN-0563", "outcome", found, new("说明推翻系统结论的理由", "why the assessment is overridden"), new("系统结论为不通过或待核实，批准须写明理由", "The assessment declines or refers; approving it needs a written reason"));

    public static Refusal NoPledgePolicy(string found) => LendingRefusals.Make("LEN-0931", "product", found.Length == 0 ? "—" : found, new("按质押率政策定额的产品，且已填申请金额", "a product whose limit follows a pledge-rate policy, with an amount asked for"), new("这笔申请没有质押率政策可作例外", "There is no pledge-rate policy to make an exception from"));

    public static Refusal RateBeyond(string found, decimal most) => LendingRefusals.Make("LEN-0932", "rate", found, Words.Same($"≤ {most:0.######}"), new("超过产品允许例外达到的质押率", "Beyond what the product lets an exception reach"));

    public static Refusal PolicyUnknown(string found) => LendingRefusals.Make("LEN-0564", "policy", found, new("随产品提供的信贷政策", "a credit policy that comes with the product"), new("没有这个政策", "There is no such policy"));

    public static Refusal Expired(DateOnly found, DateOnly today) => LendingRefusals.Make("LEN-0565", "expiresOn", $"{found:yyyy-MM-dd}", Words.Same($"> {today:yyyy-MM-dd}"), new("批复有效期已过或不对", "The resolution's last day has passed or is wrong"));

    public static Refusal PolicyCode(string found, string code) => LendingRefusals.Make("LEN-1001", "text.id", found, Words.Same(code), new("政策文本的标识与所保存的政策不同", "The text is of another policy"));

    public static Refusal PolicyVersion(string found) => LendingRefusals.Make("LEN-1002", "text.version", found, new("尚未使用的版本号", "a version not used yet"), new("这个版本号已有文本", "There is a text with this version already"));

    public static Refusal PolicyStart(string found, DateOnly today) => LendingRefusals.Make("LEN-1003", "text.effective.from", found, Words.Same($"≥ {today:yyyy-MM-dd}"), new("生效日须写明，且不早于今天", "The first day in force has to be stated and may not lie in the past"));

    public static Refusal PolicyParent(string found, string parent) => LendingRefusals.Make("LEN-1004", "text.parent", found, Words.Same(parent), new("父版本不是所修改的版本", "The parent is not the version that was changed"));

    public static Refusal PolicyStep(string found) => LendingRefusals.Make("LEN-1005", "step", found, new("政策中的决策表", "a decision table of the policy"), new("没有这张决策表", "There is no such decision table"));
}
