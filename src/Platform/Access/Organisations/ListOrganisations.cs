using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Zhirong.Platform.Access.Model;
using Zhirong.Platform.Access.People;
using Zhirong.Platform.Access.SignIn;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Platform.Access.Organisations;

/// <summary>An organisation of the installation.</summary>
/// <param name="Code">Unified social credit code; null where it has none.</param>
/// <param name="Kind">A word of the kinds of organisation.</param>
/// <param name="IdMasked">A natural person's identity number as it may be shown.</param>
/// <param name="Operator">Whether it runs the installation.</param>
/// <param name="Users">Accounts it looks after; told to the organisation that runs the installation and to itself, else null.</param>
public sealed record OrganisationRow(Guid Id, string? Code, string Name, string Kind, string? IdMasked, bool Operator, bool Active, int Version, int? Users);

/// <param name="IdNumber">公民身份号码; in the body, so that it stands in no log.</param>
public sealed record FindPersonRequest(string IdNumber);

/// <summary>The organisations of the installation. Natural persons are listed to the organisation that runs it and to themselves only.</summary>
internal static class ListOrganisations
{
    private const string Columns = "o.id, o.code, o.name, o.kind, o.id_masked, o.operator, o.active, o.version, (SELECT count(*) FROM access_user u WHERE u.home_id = o.id)";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/access/organisations", List).WithName("listOrganisations").Reads("access").WithSummary("Organisations by name; natural persons only to the organisation that runs the installation").Produces<PageOf<OrganisationRow>>();
        api.MapPost("/access/organisations/find", Find).WithName("findPerson").Reads("access").WithSummary("A natural person by his identity number").Produces<OrganisationRow>().ProducesProblem(404).ProducesProblem(422);
    }

    /// <summary>One as its viewer may see it.</summary>
    public static OrganisationRow? One(ZhirongContext work, Guid id)
    {
        var conditions = Seen(work);
        conditions.And($"o.id = {conditions.Value(RowValues.Of(id))}");
        return Rows(work, conditions.Where, conditions.Values).FirstOrDefault();
    }

    private static IResult List(HttpContext context, Store store, string? query, string? kind, int? page, int? pageSize)
    {
        var wanted = PageRequest.Of(page, pageSize);
        using var read = store.Read(RequestViewer.Of(context));
        var conditions = Seen(read).Given("o.kind", "=", kind);
        if (query?.Trim() is { Length: > 0 } words)
        {
            conditions.Contains(words, "o.name", "o.code");
        }

        var total = read.Session.First($"SELECT count(*) FROM access_org o{conditions.Where}", row => row.Int(0), conditions.Values);
        var where = $"{conditions.Where} ORDER BY o.name, o.id LIMIT {conditions.Value((long)wanted.PageSize)} OFFSET {conditions.Value((long)wanted.Skip)}";
        return Results.Json(new PageOf<OrganisationRow>(Rows(read, where, conditions.Values), total, wanted.Page, wanted.PageSize), WebJson.Options);
    }

    private static IResult Find(BodyOf<FindPersonRequest> body, HttpContext context, Store store, AccessKeys keys, TimeProvider clock)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var number = body.Value.Value.IdNumber.Trim().ToUpperInvariant();
        if (!IdentityNumber.IsValid(number, Days.Today(clock)))
        {
            return Problems.Of(context, PeopleRefusals.Identity());
        }

        using var read = store.Read(RequestViewer.Of(context));
        var conditions = Seen(read);
        conditions.And($"o.id_print = {conditions.Value(IdentityNumber.Print(number, keys.Prints))}");
        return Rows(read, conditions.Where, conditions.Values).FirstOrDefault() is { } person
            ? Results.Json(person, WebJson.Options)
            : Problems.Of(context, WebRefusals.NotFound("organisations", IdentityNumber.Mask(number)), StatusCodes.Status404NotFound);
    }

    private static Conditions Seen(ZhirongContext read)
    {
        var conditions = new Conditions();
        return Operators.IsOne(read) ? conditions : conditions.And($"(o.kind <> {conditions.Value(OrganisationKinds.Person)} OR o.id = {conditions.Value(RowValues.Of(read.Viewer.Organisation))})");
    }

    private static List<OrganisationRow> Rows(ZhirongContext read, string where, object?[] values)
    {
        var all = Operators.IsOne(read);
        return read.Session.List(
            $"SELECT {Columns} FROM access_org o{where}",
            row => new OrganisationRow(row.Id(0), row.TextOrNull(1), row.Text(2), row.Text(3), row.TextOrNull(4), row.Int(5) == 1, row.Int(6) == 1, row.Int(7), all || row.Id(0) == read.Viewer.Organisation ? row.Int(8) : null),
            values);
    }
}
