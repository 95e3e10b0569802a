using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Lending.Applications;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Access.Approvals;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Lending.Decisions;

/// <summary>Shows those who approve a resolution what is asked, what the assessment says and what is to be decided; what could not be decided is not put up.</summary>
internal sealed class ResolutionShown(Origination desk) : IChangeShown
{
    public bool Shows(string act) => act == "lending.resolution.make";

    public Result<ShownChange> Show(ZhirongContext read, ActRequest request)
    {
        var asked = request.Values.GetValueOrDefault("id") ?? "";
        if (!Guid.TryParse(asked, out var id) || read.Set<LoanApplication>().AsNoTracking().SingleOrDefault(a => a.Id == id) is not { } application)
        {
            return WebRefusals.NotFound("applications", asked);
        }

        if (Form(request) is not { } form)
        {
            return WebRefusals.Body("", "—");
        }

        var resolution = DecideApplication.Read(form, desk.Lending.Today);
        if (!resolution.Ok)
        {
            return Result<ShownChange>.Refused(resolution.Refusals);
        }

        if (form.BaseVersion != application.Version)
        {
            return LendingRefusals.Stale(form.BaseVersion, application.Version);
        }

        if (ApplicationStates.After(application.State, ApplicationStates.Decide) is null)
        {
            return OriginationRefusals.Step(ApplicationStates.Decide, application.State);
        }

        if (DecideApplication.Against(read, application, resolution.Value).GetAwaiter().GetResult() is { } refusal)
        {
            return refusal;
        }

        var assessment = read.Set<CreditAssessment>().AsNoTracking().Single(a => a.ApplicationId == id && a.N == application.Assessment);
        return new ShownChange
        {
            Title = new($"贷款申请 {application.Number} {application.FirmName}：{Title(form.Outcome).Zh}", $"Loan application {application.Number} {application.FirmName}: {Title(form.Outcome).En}"),
            Amount = application.AmountFen is { } fen ? Money.OfFen(fen) : null,
            SubjectKind = "loan_application",
            SubjectId = $"{application.Id}",
            Fields =
            [
                new("amount", new("金额（元）", "Amount (yuan)"), application.AmountFen is { } wanted ? Money.FenText(wanted) : "—", resolution.Value.Amount ?? "—"),
                new("assessment", new("评审测算", "Assessment"), null, $"{assessment.Outcome}, {(assessment.LimitFen is { } limit ? Money.FenText(limit) : "—")}"),
                new("conditions", new("条件与理由", "Conditions and reasons"), null, string.Join("；", resolution.Value.Conditions.Concat(resolution.Value.Reasons))),
                new("note", new("推翻测算的理由", "Why it is overridden"), null, resolution.Value.Note),
            ],
        };
    }

    private static Words Title(string outcome) => outcome switch { "approved" => new("批准", "approve"), "conditions" => new("有条件批准", "approve with conditions"), _ => new("拒绝", "refuse") };

    private static DecideApplicationRequest? Form(ActRequest request)
    {
        try
        {
            return request.Body?.Deserialize<DecideApplicationRequest>(WebJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
