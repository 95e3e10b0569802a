using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Payments.Model;
using Zhirong.Modules.Payments.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Payments.UseCases;

/// <summary>Something in which our books and the bank's word differ.</summary>
/// <param name="Title">What the kind is called; why it matters follows.</param>
/// <param name="Subject">What people call the record.</param>
/// <param name="Held">What the bank said is taken once somebody explains the difference.</param>
/// <param name="Explainable">A person may explain it; else only the bank's word or posting ends it.</param>
public sealed record DifferenceView(
    Guid Id, string Day, string Kind, string Title, string Why, Guid? AccountId, string SubjectKind, string SubjectId, string Subject, string Ours, string Theirs, bool Held, bool Explainable, string State, string Note, string? DecidedBy, string? DecidedAt, string FoundAt, int Version)
{
    internal static DifferenceView Of(PayDifference d, Language language) => new(
        d.Id, RowValues.Of(d.Day), d.Kind, DifferenceWords.Title(d.Kind).In(language), DifferenceWords.Why(d.Kind).In(language), d.AccountId, d.SubjectKind, d.SubjectId, d.Subject, d.Ours, d.Theirs, d.Held is not null, !DifferenceWords.OnlyTheBank(d.Kind), d.State, d.Note, d.DecidedBy, d.DecidedAt is { } at ? Instant.Text(at) : null, Instant.Text(d.FoundAt), d.Version);
}

/// <summary>The differences of a day, or all that stand open.</summary>
internal static class ListDifferences
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/payments/differences", List)
        .WithName("listDifferences").WithSummary("Differences between our books and the bank's word, newest day first").Produces<PageOf<DifferenceView>>().ProducesProblem(422).Reads("payments");

    /// <summary>What a query asks for; or why it cannot be used.</summary>
    public static Refusal? Fault(string? state, string? kind) =>
        state is { Length: > 0 } && !DifferenceWords.States.Contains(state) ? WebRefusals.OneOf("state", state, DifferenceWords.States)
        : kind is { Length: > 0 } && !DifferenceWords.Kinds.Contains(kind) ? WebRefusals.OneOf("kind", kind, DifferenceWords.Kinds)
        : null;

    public static IQueryable<PayDifference> Found(ZhirongContext read, DateOnly? date, string? state, string? kind, Guid? accountId) =>
        read.Set<PayDifference>().Where(d => (date == null || d.Day == date) && (state == null || state == "" || d.State == state) && (kind == null || kind == "" || d.Kind == kind) && (accountId == null || d.AccountId == accountId));

    private static async Task<IResult> List(HttpContext context, PaymentDesk desk, DateOnly? date, string? state, string? kind, Guid? accountId, int? page, int? pageSize)
    {
        if (Fault(state, kind) is { } fault)
        {
            return Problems.Of(context, fault);
        }

        await using var read = desk.Store.Read(RequestViewer.Of(context));
        var (wanted, language) = (PageRequest.Of(page, pageSize), RequestLanguage.Of(context));
        var found = Found(read, date, state, kind, accountId);
        var rows = await found.OrderByDescending(d => d.Day).ThenBy(d => d.Kind).ThenBy(d => d.Subject).ThenBy(d => d.Id).Skip(wanted.Skip).Take(wanted.PageSize).ToListAsync();
        return Results.Json(new PageOf<DifferenceView>([.. rows.Select(d => DifferenceView.Of(d, language))], await found.CountAsync(), wanted.Page, wanted.PageSize), WebJson.Options);
    }
}
