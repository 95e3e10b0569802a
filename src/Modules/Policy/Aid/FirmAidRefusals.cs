using Zhirong.Engine.Basics;

namespace Zhirong.Modules.Policy.Aid;

/// <summary>The numbered refusals of applications firms hand in themselves: AID-05xx.</summary>
internal static class FirmAidRefusals
{
    /// <summary>Kinds of organisation that take applications for aid.</summary>
    public static IReadOnlyList<string> Offices { get; } = ["bureau", "bank", "state_platform"];

    public static Refusal Office(string found) => PolicyRefusals.Make("AID-0501", "office", found.Length == 0 ? "—" : found, new("在用的主管部门、银行或国有平台公司", "an active bureau, bank or state platform"), new("请选择受理机构", "Name the office the application goes to"));

    public static Refusal Whose(string state) => PolicyRefusals.Make("AID-0502", "state", state, new("提交与补件由申请方办理，其余由受理机构办理", "the applicant hands in and completes, the office does the rest"), new("这一步不由本机构办理", "That step is not this organisation's"));

    public static Refusal OtherOffice(string found, string stands) => PolicyRefusals.Make("AID-0503", "office", found, Words.Same(stands), new("申请已提交至另一受理机构", "The application went to another office already"));

    public static Refusal NotTaken(string found, DateOnly day) => PolicyRefusals.Make("AID-0504", "scheme", found, new($"受理机构 {day:yyyy-MM-dd} 已施行的方案", $"a scheme the office has in force on {day:yyyy-MM-dd}"), new("受理机构当日不按此方案受理", "The office takes no applications under the scheme on that day"));
}
