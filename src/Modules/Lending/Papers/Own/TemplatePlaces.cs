using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Lending.Applications;
using Zhirong.Modules.Lending.Loans.Model;
using Zhirong.Modules.Lending.Papers.Templates;
using Zhirong.Modules.Lending.Pledges;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Lending.Papers.Own;

/// <summary>可用字段: what a template of a kind of record may name, what each says, and how it reads of a stored record; and the records to choose from.</summary>
internal static class TemplatePlaces
{
    private const int Most = 30;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/lending/paper-templates/places/{kind}", Places).WithName("listPaperPlaces").WithSummary("Fields and lists a template may name, with what they say and, where record names one, how they read of it").Produces<PlacesView>().ProducesProblem(404).ProducesProblem(422).Reads("lending");
        api.MapGet("/lending/paper-templates/records/{kind}", Records).WithName("listPaperRecords").WithSummary("Stored records a template can be looked at with, the newest first; q looks in number and name").Produces<TemplateRecords>().ProducesProblem(422).Reads("lending");
    }

    private static async Task<IResult> Places(string kind, Guid? record, HttpContext context, PaperDesk desk)
    {
        if (!PaperSubjects.Kinds.Contains(kind))
        {
            return Unknown(context, kind);
        }

        await using var read = desk.Lending.Store.Read(RequestViewer.Of(context));
        JsonObject? shown = null;
        if (record is { } id)
        {
            if (desk.Record(read, kind, id) is not { } found)
            {
                return Problems.Of(context, WebRefusals.NotFound("record", $"{id}"), StatusCodes.Status404NotFound);
            }

            if (!found.Ok)
            {
                return Problems.Of(context, found.Refusals);
            }

            shown = found.Value;
        }

        return Results.Json(Of(PaperSubjects.Of(kind), shown, RequestLanguage.Of(context)), WebJson.Options);
    }

    public static PlacesView Of(PaperSubject subject, JsonObject? record, Language language)
    {
        string? Raw(JsonNode? node) => PaperFill.Raw(node, language) is { Length: > 0 } text ? text : null;
        return new(
            subject.Kind, subject.Title.In(language), Raw(record?["number"] ?? record?["contract_no"]), [.. subject.Fields.Select(f => PlaceView.Of(null, f, Raw(record?[f]), language))],
            [.. subject.Lists.Select(l => new PlaceList(l.Key, PlaceMeanings.List(l.Key).In(language), (record?[l.Key] as JsonArray)?.Count, [.. l.Value.Select(f => PlaceView.Of(l.Key, f, Raw((record?[l.Key] as JsonArray)?.FirstOrDefault()?[f]), language))]))]);
    }

    private static async Task<IResult> Records(string kind, string? q, HttpContext context, PaperDesk desk)
    {
        if (!PaperSubjects.Kinds.Contains(kind))
        {
            return Unknown(context, kind);
        }

        await using var read = desk.Lending.Store.Read(RequestViewer.Of(context));
        return Results.Json(new TemplateRecords(Found(read, kind, q?.Trim() ?? "", RequestLanguage.Of(context))), WebJson.Options);
    }

    private static List<TemplateRecord> Found(ZhirongContext read, string about, string q, Language language) => about switch
    {
        PaperSubjects.Application => read.Set<LoanApplication>().AsNoTracking().Where(a => a.Assessment > 0 && (q == "" || a.Number.Contains(q) || a.FirmName.Contains(q))).OrderByDescending(a => a.ChangedAt).Take(Most).ToList().ConvertAll(a => new TemplateRecord(a.Id, $"{a.Number} {a.FirmName}", ApplicationStates.Title(a.State).In(language))),
        PaperSubjects.Facility => read.Set<Facility>().AsNoTracking().Where(f => q == "" || f.Number.Contains(q) || f.Borrower.Contains(q)).OrderByDescending(f => f.ChangedAt).Take(Most).ToList().ConvertAll(f => new TemplateRecord(f.Id, $"{f.Number} {f.Borrower}", FacilityWords.StateTitle(f.State).In(language))),
        PaperSubjects.Pledge => read.Set<Pledge>().AsNoTracking().Where(p => q == "" || p.ContractNo.Contains(q) || p.Debtor.Contains(q)).OrderByDescending(p => p.ChangedAt).Take(Most).ToList().ConvertAll(p => new TemplateRecord(p.Id, $"{p.ContractNo} {p.Debtor}", PledgeStates.Title(p.State).In(language))),
        _ => read.Set<Loan>().AsNoTracking().Where(l => q == "" || l.Number.Contains(q) || l.Borrower.Contains(q)).OrderByDescending(l => l.ChangedAt).Take(Most).ToList().ConvertAll(l => new TemplateRecord(l.Id, $"{l.Number} {l.Borrower}", LoanStates.Title(l.State).In(language))),
    };

    private static IResult Unknown(HttpContext context, string kind) => Problems.Of(context, WebRefusals.OneOf("kind", kind.Length <= 80 ? kind : kind[..80], PaperSubjects.Kinds));
}
