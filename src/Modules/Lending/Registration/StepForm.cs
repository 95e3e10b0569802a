using System.Text.Json;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Lending.Registration.Model;
using Zhirong.Modules.Lending.Registration.Rules;

namespace Zhirong.Modules.Lending.Registration;

/// <summary>A step asked for, checked for its form.</summary>
internal sealed record StepForm
{
    public required RegistrationAct Act { get; init; }

    /// <summary>The day of the record.</summary>
    public required DateOnly On { get; init; }

    public DateOnly? Effective { get; init; }

    public string ReceiptNo { get; init; } = "";

    public string RegistrationNo { get; init; } = "";

    public string Channel { get; init; } = "";

    /// <summary>The last day asked for or given.</summary>
    public DateOnly? Expires { get; init; }

    /// <summary>The last day a notice gives.</summary>
    public DateOnly? Due { get; init; }

    public string Note { get; init; } = "";

    public string Documents { get; init; } = "[]";

    /// <summary>Rights to be released; empty for all of the registration.</summary>
    public IReadOnlyList<Guid> Rights { get; init; } = [];

    /// <summary>Grounds a party is told of.</summary>
    public IReadOnlyList<string> Grounds { get; init; } = [];

    /// <summary>The version the step started from; null where it does not matter.</summary>
    public int? BaseVersion { get; init; }

    public string Origin { get; init; } = "hand";

    /// <summary>The form, where the request has no faults.</summary>
    /// <param name="acts">The acts the endpoint takes.</param>
    public static StepForm? Read(LendingForm form, StepRequest request, IReadOnlyList<string> acts, DateOnly today)
    {
        var act = form.Word("act", request.Act, acts);
        form.Day("on", request.On);
        if (request.On > today)
        {
            form.Faults.Add(LendingRefusals.Day("on", $"{request.On:yyyy-MM-dd}", Words.Same($"≤ {today:yyyy-MM-dd}")));
        }

        foreach (var (path, day) in ((string, DateOnly?)[])[("effective", request.Effective), ("expires", request.Expires), ("due", request.Due)])
        {
            _ = day is { } known ? form.Day(path, known) : default;
        }

        form.Count("documents", request.Documents?.Count ?? 0, 0, 100);
        form.Count("rights", request.Rights?.Count ?? 0, 0, Pledges.MakePledge.Most);
        form.Count("grounds", request.Grounds?.Count ?? 0, 0, 50);
        var papers = (request.Documents ?? []).Select((d, n) => new PaperForm(form.Text($"documents.{n}.name", d.Name, 200), form.Hash($"documents.{n}.sha256", d.Sha256))).ToList();
        var step = new StepForm
        {
            Act = RegistrationWords.Act(act) ?? RegistrationAct.Sign,
            On = request.On,
            Effective = request.Effective,
            ReceiptNo = form.Text("receiptNo", request.ReceiptNo, 100, required: false),
            RegistrationNo = form.Text("registrationNo", request.RegistrationNo, 100, required: false),
            Channel = form.Word("channel", request.Channel, RegistryWords.Channels, required: false),
            Expires = request.Expires,
            Due = request.Due,
            Note = form.Text("note", request.Note, 2_000, required: false),
            Documents = JsonSerializer.Serialize(papers, LendingJson.Options),
            Rights = request.Rights ?? [],
            Grounds = request.Grounds ?? [],
            BaseVersion = request.BaseVersion,
        };
        return form.Faults.Count > 0 ? null : step;
    }
}

/// <param name="Act">An act of the endpoint.</param>
/// <param name="On">The day of the record: of the registry's paper, else of one's own step.</param>
/// <param name="Effective">From when it counts in law; the day of the record where left out.</param>
/// <param name="ReceiptNo">Number of the registry's paper.</param>
/// <param name="RegistrationNo">登记号, of a registration.</param>
/// <param name="Channel"><c>online</c> or <c>paper</c>, of a filing.</param>
/// <param name="Expires">The last day, where registrations there end by themselves.</param>
/// <param name="Due">The last day a notice gives.</param>
/// <param name="Rights">Of a cancellation of part: the rights released.</param>
/// <param name="Grounds">Of informing the party: the grounds told.</param>
public sealed record StepRequest(
    string Act, DateOnly On, DateOnly? Effective = null, string? ReceiptNo = null, string? RegistrationNo = null, string? Channel = null, DateOnly? Expires = null, DateOnly? Due = null, string? Note = null, IReadOnlyList<PaperForm>? Documents = null, IReadOnlyList<Guid>? Rights = null, IReadOnlyList<string>? Grounds = null, int? BaseVersion = null);
