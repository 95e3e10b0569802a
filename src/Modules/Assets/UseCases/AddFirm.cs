using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Assets.Storage;
using Zhirong.Modules.Evidence;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Storage.Shares;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Assets.UseCases;

/// <param name="Code">Unified social credit code.</param>
/// <param name="FormerNames">Names under which rights may still be registered.</param>
/// <param name="Region">GB/T 2260, 6 digits.</param>
/// <param name="Industry">GB/T 4754: a letter or up to four digits, of the edition named.</param>
public sealed record AddFirmRequest(string Code, string Name, IReadOnlyList<string>? FormerNames = null, string? Region = null, string? Industry = null, string? IndustryEdition = null, IReadOnlyList<string>? Tags = null, string? Note = null);

/// <param name="BaseVersion">The version the change started from.</param>
public sealed record ChangeFirmRequest(int BaseVersion, string Name, IReadOnlyList<string>? FormerNames = null, string? Region = null, string? Industry = null, string? IndustryEdition = null, IReadOnlyList<string>? Tags = null, string? Note = null);

/// <param name="Warnings">What is odd and was taken all the same.</param>
public sealed record FirmAnswer(FirmRow Firm, IReadOnlyList<Finding> Warnings);

/// <summary>登记企业: enters a firm, or changes what the register says of it.</summary>
internal static class AddFirm
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/firms", Answer).WithName("addFirm").WithSummary("Enter a firm").Produces<FirmAnswer>(201).ProducesProblem(422).Act("assets.firm.add");
        api.MapPut("/firms/{id:guid}", Change).WithName("changeFirm").WithSummary("Change what the register says of a firm").Produces<FirmAnswer>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(422).Act("assets.firm.change");
    }

    private sealed record Read(string Name, IReadOnlyList<string> FormerNames, string? Region, string? Industry, string? Edition, IReadOnlyList<string> Tags, string Note);

    private static Read Form(RegisterForm form, string name, IReadOnlyList<string>? formerNames, string? region, string? industry, string? edition, IReadOnlyList<string>? tags, string? note)
    {
        var (area, branch) = (form.Text("region", region, 6, required: false), form.Text("industry", industry, 5, required: false)?.ToUpperInvariant());
        if (area is not null && (area.Length != 6 || !area.All(char.IsAsciiDigit)))
        {
            form.Faults.Add(RegisterRefusals.Range("region", area, new("6 位行政区划代码", "a region code of 6 digits")));
        }

        var year = form.Word("industryEdition", edition, ["2002", "2011", "2017"], required: branch is not null);
        return new(
            form.Text("name", name, 200) ?? "", [.. (formerNames ?? []).Take(50).Select((n, i) => form.Text($"formerNames.{i}", n, 200) ?? "").Distinct(StringComparer.Ordinal)], area, branch, year,
            [.. (tags ?? []).Take(50).Select((t, i) => form.Text($"tags.{i}", t, 60) ?? "").Distinct(StringComparer.Ordinal)], form.Text("note", note, 1_000, required: false) ?? "");
    }

    private static async Task<IResult> Answer(BodyOf<AddFirmRequest> body, HttpContext context, RightDesk desk)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var (form, request, warnings) = (new RegisterForm(), body.Value.Value, new List<Refusal>());
        var code = form.Text("code", request.Code.ToUpperInvariant(), 18);
        if (form.CreditCode("code", code) is { } odd)
        {
            warnings.Add(odd);
        }

        var read = Form(form, request.Name, request.FormerNames, request.Region, request.Industry, request.IndustryEdition, request.Tags, request.Note);
        if (form.Faults.Count > 0)
        {
            return Problems.Of(context, form.Faults);
        }

        var language = RequestLanguage.Of(context);
        var written = await desk.Store.Commits.Once<FirmAnswer>(RequestViewer.Of(context), body.Key, desk.Clock, async work =>
        {
            if (await work.Set<Firm>().IgnoreQueryFilters().AnyAsync(f => f.OwnerId == work.Viewer.Organisation && f.Code == code))
            {
                return RegisterRefusals.FirmThere(code!);
            }

            var firm = new Firm { Id = desk.NewId(), OwnerId = work.Viewer.Organisation, Version = 1, Code = code!, Name = read.Name, Region = read.Region, Industry = read.Industry, IndustryEdition = read.Edition, Tags = string.Join('\n', read.Tags), Note = read.Note, ChangedAt = Instant.Now(desk.Clock), ChangedBy = work.Viewer.Person };
            work.Add(firm);
            await work.SaveChangesAsync();
            return await Kept(work, firm, read, warnings, "FirmAdded", desk, language);
        });
        return Answers.Written(context, written, body.Key, StatusCodes.Status201Created);
    }

    private static async Task<IResult> Change(Guid id, BodyOf<ChangeFirmRequest> body, HttpContext context, RightDesk desk)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var (form, request) = (new RegisterForm(), body.Value.Value);
        var read = Form(form, request.Name, request.FormerNames, request.Region, request.Industry, request.IndustryEdition, request.Tags, request.Note);
        if (form.Faults.Count > 0)
        {
            return Problems.Of(context, form.Faults);
        }

        var language = RequestLanguage.Of(context);
        var written = await desk.Store.Commits.Once<FirmAnswer>(RequestViewer.Of(context), body.Key, desk.Clock, async work =>
        {
            if (await work.Set<Firm>().SingleOrDefaultAsync(f => f.Id == id) is not { } firm)
            {
                return Missing(work, id);
            }

            if (firm.Version != request.BaseVersion)
            {
                return RegisterRefusals.Stale(request.BaseVersion, firm.Version);
            }

            // Under the old name rights may still be registered.
            var before = firm.Name;
            (firm.Version, firm.Name, firm.Region, firm.Industry, firm.IndustryEdition, firm.Tags, firm.Note, firm.ChangedAt, firm.ChangedBy) =
                (firm.Version + 1, read.Name, read.Region, read.Industry, read.Edition, string.Join('\n', read.Tags), read.Note, Instant.Now(desk.Clock), work.Viewer.Person);
            await work.SaveChangesAsync();
            return await Kept(work, firm, read with { FormerNames = [.. read.FormerNames.Append(before).Where(n => n != read.Name).Distinct(StringComparer.Ordinal)] }, [], "FirmChanged", desk, language);
        });
        return Answers.Written(context, written, body.Key, StatusCodes.Status200OK, RegisterRefusals.StaleCode);
    }

    public static Refusal Missing(ZhirongContext work, Guid id) => work.Reads("firm", id) ? StorageRefusals.SharedToRead("firms", $"{id}") : WebRefusals.NotFound("firms", $"{id}");

    private static async Task<FirmAnswer> Kept(ZhirongContext work, Firm firm, Read read, List<Refusal> warnings, string happening, RightDesk desk, Language language)
    {
        work.Session.Execute("DELETE FROM ast_firm_name WHERE firm_id = @p0", RowValues.Of(firm.Id));
        work.AddRange(read.FormerNames.Append(read.Name).Distinct(StringComparer.Ordinal).Select(name => new FirmName { FirmId = firm.Id, Name = name }));
        await work.SaveChangesAsync();
        var content = new JsonObject { ["code"] = firm.Code, ["formerNames"] = new JsonArray([.. read.FormerNames.Select(n => JsonValue.Create(n))]), ["industry"] = firm.Industry, ["name"] = firm.Name, ["region"] = firm.Region, ["tags"] = firm.Tags };
        EvidenceLeaves.Write(work.Session, [EvidenceLeaves.Prepare(work.Viewer, firm.OwnerId, new(happening, "firm", RowValues.Of(firm.Id), content), desk.Clock)]);
        return new(FirmRow.Of(work, firm), Finding.Of(warnings, language));
    }
}
