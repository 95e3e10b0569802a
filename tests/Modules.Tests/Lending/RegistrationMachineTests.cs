using Xunit;
using Zhirong.Modules.Lending.Registration.Model;
using Zhirong.Modules.Lending.Registration.Rules;
using static Zhirong.Modules.Tests.Lending.Registries;

namespace Zhirong.Modules.Tests.Lending;

/// <summary>Which step leads where; every pair of state and act is in one of the two lists.</summary>
public sealed class RegistrationMachineTests
{
    private static readonly Standing Plain = new(RegistrationState.Draft, null, null, null, false);

    /// <summary>The whole machine as text: state, then what each act leads to; what is not named is refused.</summary>
    [Theory]
    [InlineData("draft", "sign:signed_by_both withdraw:withdrawn")]
    [InlineData("signed_by_both", "submit:submitted withdraw:withdrawn")]
    [InlineData("submitted", "withdraw:withdrawn find_incomplete:incomplete accept:accepted refuse:refused")]
    [InlineData("incomplete", "submit:submitted withdraw:withdrawn deem_withdrawn:deemed_withdrawn")]
    [InlineData("accepted", "withdraw:withdrawn examine:under_exam notify_defect:defect_notified inform:awaiting_declaration suspend:suspended register:registered refuse:refused")]
    [InlineData("under_exam", "withdraw:withdrawn notify_defect:defect_notified inform:awaiting_declaration suspend:suspended register:registered refuse:refused")]
    [InlineData("defect_notified", "withdraw:withdrawn answer_defect:under_exam deem_withdrawn:deemed_withdrawn refuse:refused")]
    [InlineData("awaiting_declaration", "withdraw:withdrawn declare:under_exam refuse:refused")]
    [InlineData("suspended", "withdraw:withdrawn resume:under_exam refuse:refused")]
    [InlineData("registered", "request_change:change_pending request_extension:extension_pending request_cancel:cancel_pending realise:realised expire:expired revoke:revoked")]
    [InlineData("change_pending", "confirm_change:registered deny_request:registered expire:expired revoke:revoked")]
    [InlineData("extension_pending", "confirm_extension:registered deny_request:registered expire:expired revoke:revoked")]
    [InlineData("cancel_pending", "confirm_cancel:cancelled deny_request:registered expire:expired revoke:revoked")]
    [InlineData("realised", "request_cancel:cancel_pending revoke:revoked")]
    [InlineData("refused", "")]
    [InlineData("deemed_withdrawn", "")]
    [InlineData("cancelled", "")]
    [InlineData("revoked", "")]
    [InlineData("expired", "")]
    [InlineData("withdrawn", "")]
    public void Next_EveryAct_LeadsWhereTheTableSaysOrIsRefused(string state, string table)
    {
        var now = Plain with { State = RegistrationWords.State(state), Ends = true, Due = Day("2026-01-31"), Expires = Day("2026-02-28") };
        var leads = Enum.GetValues<RegistrationAct>()
            .Select(act => (act, next: RegistrationMachine.Next(now, new(act, act == RegistrationAct.RequestExtension ? Day("2026-02-01") : Day("2026-03-01"), null, []))))
            .Where(l => l.next.Ok).Select(l => $"{l.act.Word()}:{l.next.Value.Word()}").Order(StringComparer.Ordinal);
        Assert.Equal(table.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal), leads);
        Assert.All(Enum.GetValues<RegistrationAct>().Where(a => !table.Contains($"{a.Word()}:", StringComparison.Ordinal)), act => Assert.Equal("LEN-0201", RegistrationMachine.Next(now, new(act, Day("2026-02-01"), null, [])).Refusals[0].Code));
    }

    /// <summary>The guards in the order in which they are asked, at their boundary.</summary>
    [Theory]
    [InlineData("under_exam", "register", "2026-01-09", null, "LEN-0202")]
    [InlineData("under_exam", "register", "2026-01-10", null, "")]
    [InlineData("under_exam", "register", "2026-01-12", "2026-01-13", "LEN-0203")]
    [InlineData("under_exam", "register", "2026-01-12", "2026-01-11", "")]
    [InlineData("registered", "revoke", "2026-01-12", "2026-01-13", "LEN-0203")]
    [InlineData("defect_notified", "deem_withdrawn", "2026-01-31", null, "LEN-0205")]
    [InlineData("defect_notified", "deem_withdrawn", "2026-02-01", null, "")]
    [InlineData("registered", "request_extension", "2026-02-28", null, "")]
    [InlineData("registered", "request_extension", "2026-03-01", null, "LEN-0207")]
    [InlineData("registered", "expire", "2026-02-28", null, "LEN-0208")]
    [InlineData("registered", "expire", "2026-03-01", null, "")]
    public void Next_AtItsBoundary_IsRefusedByItsNumber(string state, string act, string on, string? effective, string code)
    {
        var now = new Standing(RegistrationWords.State(state), Day("2026-01-10"), Day("2026-01-31"), Day("2026-02-28"), true);
        var next = RegistrationMachine.Next(now, new(RegistrationWords.Act(act)!.Value, Day(on), effective is null ? null : Day(effective), []));
        Assert.Equal(code, next.Ok ? "" : next.Refusals[0].Code);
    }

    /// <summary>Patents name no end: they neither expire nor are extended.</summary>
    [Theory]
    [InlineData("expire")]
    [InlineData("request_extension")]
    public void Next_WhereRegistrationsNameNoEnd_NeitherExpiresNorIsExtended(string act) =>
        Assert.Equal("LEN-0206", RegistrationMachine.Next(Plain with { State = RegistrationState.Registered }, new(RegistrationWords.Act(act)!.Value, Day("2099-01-01"), null, [])).Refusals[0].Code);

    /// <summary>Reference no. 41: it goes on only after the declaration.</summary>
    [Fact]
    public void Next_AwaitingADeclaration_GoesOnOnlyOnceEveryGroundIsDeclared()
    {
        var now = Plain with { State = RegistrationState.AwaitingDeclaration };
        Assert.Equal("LEN-0201", RegistrationMachine.Next(now, new(RegistrationAct.Register, Day("2026-01-10"), null, [])).Refusals[0].Code);
        Assert.Equal("LEN-0204", RegistrationMachine.Next(now, new(RegistrationAct.Declare, Day("2026-01-10"), null, ["P11"])).Refusals[0].Code);
        Assert.Equal(RegistrationState.UnderExam, RegistrationMachine.Next(now, new(RegistrationAct.Declare, Day("2026-01-10"), null, [])).Value);
    }

    /// <summary>Reference no. 35: 2025-09-28 is a make-up working day, 1 to 8 October are holidays, 2025-10-11 is a make-up day.</summary>
    [Theory]
    [InlineData("paper", "2025-09-26", "2025-10-10")]
    [InlineData("online", "2025-09-30", "2025-10-10")]
    [InlineData("online", "2025-09-26", "2025-09-29")]
    public void Limit_OfAPatentsFiling_CountsWorkingDaysWithMakeUpDays(string channel, string filed, string due)
    {
        var day = Shelf.Of("patent")!.Limits[(FormKind.Register, channel)].From(Day(filed), Calendar);
        Assert.Equal((Day(due), false), (day.Date, day.IsProvisional));
    }

    [Fact]
    public void Limit_InAYearNotPublished_IsProvisional() => Assert.True(Shelf.Of("patent")!.Limits[(FormKind.Register, "online")].From(Day("2031-03-03"), Calendar).IsProvisional);

    [Fact]
    public void Limit_OfACopyrightsFiling_CountsCalendarDays() => Assert.Equal(Day("2025-10-06"), Shelf.Of("copyright")!.Limits[(FormKind.Register, "paper")].From(Day("2025-09-26"), Calendar).Date);
}
