using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Access.Approvals;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Lending.Applications;

/// <summary>Shows those who approve an exception whose application it is, for how much, at which rate and who stands behind it; the amount chooses the level.</summary>
internal sealed class ExceptionShown(Origination desk) : IChangeShown
{
    public bool Shows(string act) => act == "lending.exception.grant";

    public Result<ShownChange> Show(ZhirongContext read, ActRequest request)
    {
        var asked = request.Values.GetValueOrDefault("id") ?? "";
        if (!Guid.TryParse(asked, out var id) || read.Set<LoanApplication>().AsNoTracking().SingleOrDefault(a => a.Id == id) is not { } application)
        {
            return WebRefusals.NotFound("applications", asked);
        }

        GrantExceptionRequest? form;
        try
        {
            form = request.Body?.Deserialize<GrantExceptionRequest>(WebJson.Options);
        }
        catch (JsonException)
        {
            form = null;
        }

        if (form is null)
        {
            return WebRefusals.Body("", "—");
        }

        var rate = GrantException.Read(read, desk, application, form);
        return !rate.Ok ? Result<ShownChange>.Refused(rate.Refusals) : new ShownChange
        {
            Title = new($"贷款申请 {application.Number} {application.FirmName}：质押率例外 {rate.Value:0.####%}", $"Loan application {application.Number} {application.FirmName}: pledge rate {rate.Value:0.####%}"),
            Amount = Money.OfFen(application.AmountFen!.Value),
            SubjectKind = "loan_application",
            SubjectId = $"{application.Id}",
            Fields =
            [
                new("amount", new("申请金额（元）", "Amount (yuan)"), null, Money.FenText(application.AmountFen.Value)),
                new("rate", new("质押率", "Pledge rate"), null, $"{rate.Value:0.####%}"),
                new("support", new("增信支持", "Support"), null, form.Support.Trim()),
                new("reason", new("理由", "Reason"), null, form.Reason.Trim()),
            ],
        };
    }
}
