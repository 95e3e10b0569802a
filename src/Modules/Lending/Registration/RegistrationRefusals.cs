using Zhirong.Engine.Basics;
using Zhirong.Modules.Lending.Registration.Model;

namespace Zhirong.Modules.Lending.Registration;

/// <summary>The numbered refusals of registrations: LEN-02xx steps, LEN-03xx filing and answers.</summary>
internal static class RegistrationRefusals
{
    public const string NumberTwiceCode = "LEN-0215";

    public static Refusal Step(RegistrationAct act, RegistrationState state, IReadOnlyList<RegistrationAct> allowed) => LendingRefusals.Make("LEN-0201", "act", act.Word(), Words.Same(string.Join(" | ", allowed.Select(a => a.Word()))),
        new($"登记处于“{state.Title().Zh}”，不能{act.Title().Zh}", $"The registration is {state.Title().En}; it cannot: {act.Title().En}"));

    public static Refusal Before(DateOnly on, DateOnly last) => LendingRefusals.Make("LEN-0202", "on", $"{on:yyyy-MM-dd}", Words.Same($"≥ {last:yyyy-MM-dd}"), new("日期早于上一步", "The day is before the last step"));

    public static Refusal Effect(RegistrationAct act, DateOnly effective, DateOnly on) => LendingRefusals.Make("LEN-0203", "effective", $"{effective:yyyy-MM-dd}", Words.Same($"≤ {on:yyyy-MM-dd}"),
        new($"{act.Title().Zh}的生效日晚于登记日", $"The effect is after the record ({act.Title().En})"));

    public static Refusal Undeclared(IReadOnlyList<string> grounds) => LendingRefusals.Make("LEN-0204", "declared", string.Join(", ", grounds), new("对每一项告知情形的声明", "a declaration for every ground told"), new("尚未声明继续办理", "Nobody has declared that it goes on"));

    public static Refusal TermRuns(DateOnly on, DateOnly? due) => LendingRefusals.Make("LEN-0205", "on", $"{on:yyyy-MM-dd}", Words.Same(due is null ? "—" : $"> {due:yyyy-MM-dd}"), new("补正期限未届满", "The term to mend it is not over"));

    public static Refusal EndsNot(RegistrationAct act) => LendingRefusals.Make("LEN-0206", "act", act.Word(), new("有期限的登记", "a registration that names its end"), new("该登记机构的登记没有期限，不届满也不延期", "Registrations there name no end; they neither expire nor are extended"));

    public static Refusal TooLate(DateOnly on, DateOnly expires) => LendingRefusals.Make("LEN-0207", "on", $"{on:yyyy-MM-dd}", Words.Same($"≤ {expires:yyyy-MM-dd}"), new("登记期限已届满，不能延期", "The registration has ended and cannot be extended"));

    public static Refusal NotOver(DateOnly on, DateOnly? expires) => LendingRefusals.Make("LEN-0208", "on", $"{on:yyyy-MM-dd}", Words.Same($"> {expires:yyyy-MM-dd}"), new("登记期限未届满", "The registration has not ended"));

    public static Refusal Ground(string path, string code, Words title, Words fact) => LendingRefusals.Make("LEN-0209", path, code, new("不存在该情形", "the ground is absent"), new($"{title.Zh}：{fact.Zh}", $"{title.En}: {fact.En}"));

    public static Refusal Pledged(string number) => LendingRefusals.Make("LEN-0210", "rights", number, new("没有办理中或存续的质押", "no pledge that stands or is being filed"), new("这项权利已被质押或正在办理质押登记，不得重复质押", "The right is pledged or being filed already; it is pledged once"));

    public static Refusal Channel(string found, IReadOnlyList<string> channels) => LendingRefusals.Make("LEN-0211", "channel", found, Words.Same(string.Join(" | ", channels)), new("该登记机构不受理这种方式", "The registry does not take it this way"));

    public static Refusal NoGrounds(DateOnly day, string registry) => LendingRefusals.Make("LEN-0212", "on", $"{day:yyyy-MM-dd}", new("规则表覆盖的日期", "a day the rules cover"), new($"{registry} 在这一日没有可用的情形清单", $"There is no list of grounds of {registry} for that day"));

    public static Refusal Term(string path, string found, Words expected) => LendingRefusals.Make("LEN-0213", path, found, expected, new("登记期限不合规则", "The term of the registration breaks the registry's rule"));

    public static Refusal Needs(string path) => LendingRefusals.Make("LEN-0214", path, "—", new("必填", "required"), new("这一步须写明此项", "This step must state it"));

    public static Refusal NumberTwice(string found) => LendingRefusals.Make(NumberTwiceCode, "registrationNo", found, new("尚未使用的登记号", "a registration number not used yet"), new("这个登记号已属于另一登记", "The number belongs to another registration"));

    public static Refusal Replacing(string found) => LendingRefusals.Make("LEN-0216", "act", found, new("新登记已登记之后", "after the new registration is registered"), new("置换中的权利须先完成新登记再注销旧登记，担保不得中断", "Rights being replaced are released only after the new registration stands; there is no gap"));

    public static Refusal GroundUnknown(string found, IReadOnlyList<string> known) => LendingRefusals.Make("LEN-0217", "ground", found, Words.Same(string.Join(" | ", known)), new("没有这个情形代码", "There is no such ground"));

    public static Refusal NotOfIt(string path, string found) => LendingRefusals.Make("LEN-0218", path, found, new("本登记中尚未解除的权利", "a right of this registration that is not released"), new("这项权利不在本登记中", "The right is not in this registration"));
}
