using System.Text.Json;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Lending.Pledges;
using Zhirong.Modules.Lending.Registration.Model;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Lending.Registration;

/// <summary>A registration in the tracker.</summary>
/// <param name="Effective">From when the pledge counts in law; may differ from the day of the record.</param>
/// <param name="Expires">Its last day; null where registrations there do not end by themselves.</param>
/// <param name="Due">The next day by which something is due.</param>
/// <param name="DueKind"><c>office</c> (the registry's), <c>cure</c>, <c>extend</c>, <c>cancel_old</c>.</param>
/// <param name="DueProvisional">The holidays of that year are not published yet.</param>
/// <param name="Overdue">The day has passed.</param>
public sealed record RegistrationRow(
    Guid Id, Guid PledgeId, string ContractNo, IReadOnlyList<string> Pledgors, string Pledgee, string Secured, string Registry, string RegistryTitle, string State, string StateTitle, int Rights, string Channel, string ReceiptNo, string RegistrationNo, DateOnly? Submitted, DateOnly? Registered, DateOnly? Effective, DateOnly? Expires, DateOnly? Ended, DateOnly? Due, string DueKind, string DueTitle, bool DueProvisional, bool Overdue, Guid? Replaces, int Version, string ChangedAt, string ChangedBy)
{
    internal static RegistrationRow Of(PledgeRegistration r, Pledge p, int rights, LendingDesk desk, Language language)
    {
        var state = RegistrationWords.State(r.State);
        return new(
            r.Id, p.Id, p.ContractNo, p.Pledgor.Split('\n'), p.Pledgee, Money.FenText(p.SecuredFen), r.Registry, desk.Registries.Of(r.Registry)?.Title.In(language) ?? r.Registry, r.State, state.Title().In(language), rights, r.Channel, r.ReceiptNo, r.RegistrationNo,
            r.SubmittedOn, r.RegisteredOn, r.EffectiveOn, r.ExpiresOn, r.EndedOn, r.Due, r.DueKind, DueKinds.Title(r.DueKind).In(language), r.DueProvisional == 1, r.Due < desk.Today, r.Replaces, r.Version, Instant.Text(r.ChangedAt), r.ChangedBy);
    }
}

/// <summary>What a due day is for.</summary>
internal static class DueKinds
{
    public const string Office = "office";
    public const string Cure = "cure";
    public const string Extend = "extend";
    public const string CancelOld = "cancel_old";

    public static Words Title(string kind) => kind switch
    {
        Office => new("登记机构办结", "the registry decides"),
        Cure => new("答复补正", "answer the notice"),
        Extend => new("届满前延期", "extend before the end"),
        CancelOld => new("注销被置换的登记", "cancel what was replaced"),
        _ => new("", ""),
    };
}

/// <summary>A step on the time line.</summary>
/// <param name="On">The day of the record.</param>
/// <param name="Effective">The day from which it counts in law.</param>
/// <param name="Origin"><c>hand</c>, or the id of the file of answers it came from.</param>
public sealed record RegistrationStepView(int N, string Act, string ActTitle, bool OfRegistry, string From, string To, string ToTitle, DateOnly On, DateOnly Effective, string ReceiptNo, string Note, IReadOnlyList<PaperForm> Documents, DateOnly? Due, string Origin, string At, string By)
{
    internal static RegistrationStepView Of(RegistrationStep s, Language language)
    {
        var act = RegistrationWords.Act(s.Act)!.Value;
        return new(s.N, s.Act, act.Title().In(language), act.OfTheRegistry(), s.FromState, s.ToState, RegistrationWords.State(s.ToState).Title().In(language), s.OnDay, s.EffectiveOn, s.ReceiptNo, s.Note, JsonSerializer.Deserialize<List<PaperForm>>(s.Documents, JsonSerializerOptions.Web)!, s.Due, s.Origin, Instant.Text(s.At), s.By);
    }
}

/// <summary>A paper by its name and hash.</summary>
/// <param name="Sha256">64 hexadecimal digits.</param>
public sealed record PaperForm(string Name, string Sha256);

/// <summary>What somebody declared, agreed to or confirmed.</summary>
public sealed record GroundStatementView(int N, string Kind, string Ground, Guid? RightId, string Who, string Document, string Sha256, DateOnly On, string At, string By)
{
    internal static GroundStatementView Of(GroundStatement s) => new(s.N, s.Kind, s.Ground, s.RightId, s.Who, s.Document, s.Sha256, s.OnDay, Instant.Text(s.At), s.By);
}

/// <summary>An act the state allows.</summary>
public sealed record NextAct(string Act, string Title, bool OfRegistry);

/// <summary>A registration as it is opened.</summary>
/// <param name="Next">What may be done now.</param>
public sealed record RegistrationDetail(RegistrationRow Row, IReadOnlyList<PledgeItemView> Items, IReadOnlyList<RegistrationStepView> Steps, IReadOnlyList<GroundStatementView> Statements, IReadOnlyList<NextAct> Next, IReadOnlyList<string> Channels, bool Ends, string AskedNote, DateOnly? AskedExpires);
