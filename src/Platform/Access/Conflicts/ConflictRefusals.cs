using Zhirong.Engine.Basics;

namespace Zhirong.Platform.Access.Conflicts;

/// <summary>The numbered refusals of the conflict register, in the order they are tested.</summary>
public static class ConflictRefusals
{
    public const string KnownCode = "ACC-0506";

    public static Refusal Text(string path, int found, int most) => Make("ACC-0501", path, $"{found}", new($"1 到 {most} 个字", $"1 to {most} characters"), new("文字长度不对", "The text is too short or too long"));

    public static Refusal Roles(int found) => Make("ACC-0502", "roles", $"{found}", new("2 到 20 个不同的角色", "2 to 20 different roles"), new("利益冲突须写明至少两个角色", "A conflict names at least two roles"));

    public static Refusal Outcome(string found) => Make("ACC-0503", "outcome", found, Words.Same("approved | refused"), new("处理结果写法有误", "The outcome cannot be read"));

    public static Refusal OwnReport() => Make("ACC-0504", "", "—", new("登记人以外的审批人", "an approver other than who reported it"), new("登记人不能审批自己登记的冲突", "Who reported a conflict does not decide on it"));

    public static Refusal Decided(string state) => Make("ACC-0505", "state", state, Words.Same("open"), new("该冲突已有处理结果", "The conflict is decided already"));

    public static Refusal Known() => Make("ACC-0506", "subjectId", "—", new("尚未登记的冲突", "a conflict not reported yet"), new("该机构在此标的上的冲突已登记、待处理", "The conflict of this organisation in this subject is reported and open"));

    private static Refusal Make(string code, string path, string found, Words expected, Words message) => GateRefusals.Make(code, path, found, expected, message);
}
