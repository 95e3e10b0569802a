using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Assets.Reading;
using Zhirong.Modules.Assets.Reading.Tables;
using Zhirong.Modules.Assets.Storage;
using Zhirong.Modules.Assets.Taking;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;
using Zhirong.Platform.Work;

namespace Zhirong.Modules.Assets.Importing;

/// <summary>导入权利: a file of a register is looked at, or taken in; a large one as a job.</summary>
internal static class ImportRights
{
    /// <summary>Largest file of a request, as of bank statements; larger ones go through the command line.</summary>
    public const long Limit = 256L * 1024 * 1024;

    /// <summary>Files up to this size are taken in while the request waits: a second or two.</summary>
    private const long AtOnce = 2L * 1024 * 1024;

    /// <summary>Files up to this size are read from memory.</summary>
    private const long InMemory = 8L * 1024 * 1024;

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/rights/import", Answer)
        .WithName("importRights").WithSummary("Import a file of rights (csv, xlsx, XML of offices), up to 256 MB; preview=true only looks").Accepts<byte[]>("application/octet-stream").Produces<RightsImported>().ProducesProblem(422).Act("assets.right.import");

    private static async Task<IResult> Answer(HttpContext context, RightDesk desk, RegisterTitles titles, Intake intake, Jobs jobs, bool? preview, string? mapping, string? format, DateOnly? asOf)
    {
        if (!string.IsNullOrEmpty(format) && RegisterFormats.Read(format) is null)
        {
            return Problems.Of(context, WebRefusals.OneOf("format", format, RegisterFormats.Words));
        }

        if (asOf > desk.Today)
        {
            return Problems.Of(context, WebRefusals.Query("asOf", $"{asOf:yyyy-MM-dd}", Words.Same($"≤ {desk.Today:yyyy-MM-dd}")));
        }

        using var received = await ReceivedFile.Of(context, Limit, InMemory);
        if (received.TooLarge)
        {
            return Problems.Of(context, ImportRefusals.TooLarge(Limit, new("字节", "bytes")));
        }

        var (viewer, language) = (RequestViewer.Of(context), RequestLanguage.Of(context));
        var wanted = string.IsNullOrEmpty(format) ? null : RegisterFormats.Read(format);
        if (preview == true)
        {
            await using var read = desk.Store.Read(viewer);
            var looked = await RightsPreview.Of(read, received, titles, mapping, wanted, language);
            return looked.Ok ? Results.Json(new RightsImported(looked.Value, null, null), WebJson.Options) : Problems.Of(context, looked.Refusals);
        }

        var taken = await Take(received, new(viewer, mapping, wanted, asOf ?? desk.Today, language), desk, titles, intake, jobs, context.RequestAborted);
        return taken.Ok ? Results.Json(taken.Value, WebJson.Options) : Problems.Of(context, taken.Refusals);
    }

    private sealed record Asked(Viewer Viewer, string? Mapping, RegisterFormat? Format, DateOnly AsOf, Language Language);

    private static async Task<Result<RightsImported>> Take(ReceivedFile received, Asked asked, RightDesk desk, RegisterTitles titles, Intake intake, Jobs jobs, CancellationToken cancel)
    {
        var mapping = KeptMapping.None;
        if (asked.Mapping is { Length: > 0 } name)
        {
            await using var read = desk.Store.Read(asked.Viewer);
            if (await Mappings.Named(read, Mappings.Rights, name) is not { } named)
            {
                return WebRefusals.NotFound("mappings", name);
            }

            mapping = named;
        }

        var reader = new RightsReader(titles.Rights.With(HeaderAliases.Of(mapping.Columns).Value));
        var look = FileLook.Of(received.Open, titles.Rights.With(HeaderAliases.Of(mapping.Columns).Value));
        if (!look.Ok)
        {
            return Result<RightsImported>.Refused(look.Refusals);
        }

        if (look.Value.Untitled)
        {
            return ImportRefusals.NoTitles(string.Join(", ", look.Value.Tables.SelectMany(t => t.Columns).Select(c => c.Title).Take(12)));
        }

        if (asked.Format is { } format && format.Word() != look.Value.Format)
        {
            return ImportRefusals.Unlike(format.Word(), look.Value.Format);
        }

        var source = new IntakeSource(received.Name, received.Sha256, look.Value.Format, asked.AsOf) { Mapping = mapping.Name, ReadAs = mapping.Print, Size = received.Size };
        var (id, done) = await intake.Announce(asked.Viewer, source, cancel);
        if (done || received.Size <= AtOnce)
        {
            // Whoever sends a file and goes away has still sent it.
            using var file = received.Open();
            await intake.Take(asked.Viewer, source with { Position = () => file.Position }, reader.Read(file, asked.Format), CancellationToken.None);
            return new RightsImported(null, await Report(desk, asked, id, done), null);
        }

        Guid upload;
        using (var file = received.Open())
        {
            upload = await Uploads.Keep(desk, asked.Viewer, file, received.Size, cancel);
        }

        var order = new ImportOrder(upload, id, received.Name, received.Sha256, look.Value.Format, asked.AsOf, received.Size, mapping.Name, mapping.Print, mapping.Columns);
        var prepared = jobs.Prepare(new(ImportJob.Kind, new($"导入 {received.Name}", $"Import {received.Name}"), "source", $"{id:D}", JsonSerializer.Serialize(order, WebJson.Options)));
        if (!prepared.Ok)
        {
            return Result<RightsImported>.Refused(prepared.Refusals);
        }

        var job = await desk.Store.Commits.Write(asked.Viewer, work => jobs.Start(work, prepared.Value), cancel);
        return new RightsImported(null, await Report(desk, asked, id, false), job);
    }

    private static async Task<ImportReportView> Report(RightDesk desk, Asked asked, Guid id, bool repeated)
    {
        await using var read = desk.Store.Read(asked.Viewer);
        return ImportReportView.Of(read, await read.Set<SourceRow>().AsNoTracking().SingleAsync(s => s.Id == id), asked.Language, repeated);
    }
}
