using Zhirong.Engine.Basics;
using Zhirong.Modules.Assets.Model;
using Zhirong.Modules.Lending.Pledges;
using Zhirong.Modules.Lending.Registration.Model;
using Zhirong.Modules.Lending.Registration.Rules;
using Zhirong.Modules.Lending.Storage;

namespace Zhirong.Modules.Lending.Registration.Filing;

/// <summary>A right on a form.</summary>
internal sealed record FiledRight(string Number, string Kind, string Title, DateOnly? Filed, DateOnly? Granted, long AllocatedFen, long? ValueFen, string ValueSource, string DataHash);

/// <summary>What a filing says, from the records alone; the same records give the same form.</summary>
internal sealed record FilingForm
{
    /// <summary>The reference the registry's answers come back under.</summary>
    public required string Reference { get; init; }

    public required FormKind Form { get; init; }

    public required RegistryRules Rules { get; init; }

    /// <summary>The day of the last change of the records.</summary>
    public required DateOnly Day { get; init; }

    public required PledgeParties Parties { get; init; }

    public required string ContractNo { get; init; }

    public required string MainContractNo { get; init; }

    public required string ClaimKind { get; init; }

    public required bool Maximum { get; init; }

    public required long SecuredFen { get; init; }

    public required DateOnly DebtFrom { get; init; }

    public required DateOnly DebtTo { get; init; }

    public required string Scope { get; init; }

    /// <summary>登记号 of the registration to be changed, extended or cancelled; empty of a new one.</summary>
    public required string RegistrationNo { get; init; }

    /// <summary>The end asked for, where registrations there name one.</summary>
    public required DateOnly? Expires { get; init; }

    /// <summary>What of a change is asked.</summary>
    public required string Change { get; init; }

    public required IReadOnlyList<FiledRight> Rights { get; init; }

    public required IReadOnlyList<GroundStatement> Statements { get; init; }

    public Words FormTitle => Rules.Forms.First(f => f.Form == Form).Title;

    public static FilingForm Of(OpenedRegistration opened)
    {
        var (row, pledge, state) = (opened.Row, opened.Pledge, opened.State);
        var form = state switch
        {
            RegistrationState.ChangePending => FormKind.Change,
            RegistrationState.ExtensionPending => FormKind.Extend,
            RegistrationState.CancelPending or RegistrationState.Cancelled => FormKind.Cancel,
            _ => FormKind.Register,
        };
        var items = form == FormKind.Cancel && opened.Items.Exists(i => i.State == ItemStates.Leaving) ? opened.Items.Where(i => i.State == ItemStates.Leaving) : opened.Items.Where(i => i.State is not (ItemStates.Released or ItemStates.Dropped) || opened.State.Over());
        return new()
        {
            Reference = $"{row.Id}",
            Form = form,
            Rules = opened.Rules,
            Day = DateOnly.FromDateTime(Platform.Storage.Instant.Time(row.ChangedAt).ToOffset(TimeSpan.FromHours(8)).DateTime),
            Parties = PledgeParties.Read(pledge.Parties),
            ContractNo = pledge.ContractNo,
            MainContractNo = pledge.MainContractNo,
            ClaimKind = pledge.ClaimKind,
            Maximum = pledge.Maximum == 1,
            SecuredFen = pledge.SecuredFen,
            DebtFrom = pledge.DebtFrom,
            DebtTo = pledge.DebtTo,
            Scope = pledge.Scope,
            RegistrationNo = form == FormKind.Register ? "" : row.RegistrationNo,
            Expires = row.AskedExpires ?? row.ExpiresOn,
            Change = row.AskedNote,
            Rights = [.. items.Select(i => new FiledRight(i.RightNumber, RightKinds.Read(i.Kind)?.Title().Zh ?? i.Kind, i.Title, i.Filed, i.Granted, i.AllocatedFen + i.ComingFen, i.ValueFen, i.ValueSource, i.DataHash))],
            Statements = opened.Statements,
        };
    }
}
