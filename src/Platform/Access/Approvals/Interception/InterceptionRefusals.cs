using Zhirong.Engine.Basics;
using Zhirong.Platform.Access.Approvals.Model;

namespace Zhirong.Platform.Access.Approvals.Interception;

/// <summary>The numbered refusals around requests that wait for approval, in the order they are tested.</summary>
internal static class InterceptionRefusals
{
    public static Refusal Key(string found) => ApprovalRefusals.Make("APV-0301", "Idempotency-Key", found, new("不以 approval- 开头的幂等键", "a key that does not begin with approval-"),
        new("approval- 开头的幂等键由系统使用", "Keys that begin with approval- are the system's own"));

    public static Refusal NoRule(string act) => ApprovalRefusals.Make("APV-0302", "act", act, new("审批路径中的规则或免审理由", "a rule or a written exemption in the approval routes"),
        new("该操作没有审批规则，不予办理", "There is no approval rule for this act, so it is not done"));

    public static Refusal Gone(string endpoint) => ApprovalRefusals.Make("APV-0303", "endpoint", endpoint, new("本版本仍有的接口", "an endpoint this version still has"),
        new("获批的请求所用接口已不存在", "The endpoint of the approved request is no longer there"));

    public static Refusal Keys() => ApprovalRefusals.Make("APV-0304", "body", "—", new("保护该请求时所用的密钥", "the keys the request was protected with"),
        new("请求内容无法解密，请重新发起", "The request cannot be read with the present keys; begin it again"));

    public static Refusal Fault(int tries) => ApprovalRefusals.Make("APV-0305", "", $"{tries}", new("—", "—"),
        new($"获批的请求执行 {tries} 次均出错，请查日志", $"The approved request failed {tries} times; see the log"));
}
