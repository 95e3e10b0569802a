using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Payments.Channels;
using Zhirong.Modules.Payments.Model;
using Zhirong.Modules.Payments.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Payments.UseCases;

/// <summary>What was read of a table; nothing is stored.</summary>
/// <param name="Items">One a row, completed from the directory where the account is known there.</param>
/// <param name="Places">Where each stands in the table.</param>
/// <param name="Findings">What is wrong with rows, by <c>items.n</c>.</param>
public sealed record PaymentTableRead(IReadOnlyList<NewItem> Items, IReadOnlyList<string> Places, string Total, IReadOnlyList<Finding> Findings);

/// <summary>Reads a pasted table or a file into items, for a look before a batch is made of them.</summary>
internal static class ReadTable
{
    private const long Limit = 20 * 1024 * 1024;

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/payments/table", Answer)
        .WithName("readPayTable").WithSummary("Read a pasted table, xlsx or csv into items; nothing is stored").Accepts<byte[]>("application/octet-stream").Produces<PaymentTableRead>().ProducesProblem(422).Reads("payments");

    public static async Task<Result<PaymentTableRead>> Read(ZhirongContext read, byte[] bytes, Guid? accountId, string purpose, Language language)
    {
        var table = ItemTable.Read(bytes);
        if (!table.Ok)
        {
            return Result<PaymentTableRead>.Refused(table.Refusals);
        }

        if (table.Value.Count is 0 or > PaymentOrder.MostItems)
        {
            return PaymentRefusals.ItemCount(table.Value.Count, PaymentOrder.MostItems);
        }

        var numbers = table.Value.Select(r => r.Item.Account).Distinct().ToList();
        var known = (await read.Set<PayAccount>().Where(a => a.Active == 1 && numbers.Contains(a.Number)).ToListAsync()).DistinctBy(a => a.Number).ToDictionary(a => a.Number);
        var sources = accountId is { } account ? (await read.Sources().Where(s => s.AccountId == account && s.Reference != null).ToListAsync()).ToLookup(s => s.Reference!) : Array.Empty<PaySource>().ToLookup(s => "");
        List<NewItem> items = [.. table.Value.Select(r => Whole(r, known.GetValueOrDefault(r.Item.Account), sources))];
        var form = ItemForm.Read(items, purpose.Length > 0 ? purpose : "—");
        List<Refusal> faults = [.. form.Refusals, .. table.Value.Index().Where(r => r.Item.Source is { } named && sources[named].Take(2).Count() != 1).Select(r => ClosedLoopRefusals.UnknownSource($"items.{r.Index}.sources", r.Item.Source!))];
        var total = form.Ok ? $"{form.Value.Aggregate(Money.Zero, (sum, i) => sum + i.Amount)}" : "";
        return new PaymentTableRead(items, [.. table.Value.Select(r => r.Place)], total, Finding.Of(faults, language));
    }

    /// <summary>The directory knows bank and number of an account; a source is named by its bank reference.</summary>
    private static NewItem Whole(TableRow row, PayAccount? known, ILookup<string, PaySource> sources)
    {
        var item = known is null ? row.Item : row.Item with { Kind = known.Kind, AgentName = row.Item.AgentName ?? known.AgentName, AgentCnaps = row.Item.AgentCnaps ?? known.AgentCnaps, OperatingBank = row.Item.OperatingBank ?? known.OperatingBank };
        return row.Source is { } named && sources[named].ToList() is [var source] ? item with { Sources = [new(source.Id, item.Amount)] } : item;
    }

    private static async Task<IResult> Answer(HttpContext context, PaymentDesk desk, Guid? accountId, string? purpose)
    {
        var bytes = await RequestBytes.Read(context, Limit);
        if (!bytes.Ok)
        {
            return Problems.Of(context, bytes.Refusals);
        }

        await using var read = desk.Store.Read(RequestViewer.Of(context));
        var table = await Read(read, bytes.Value, accountId, purpose?.Trim() ?? "", RequestLanguage.Of(context));
        return table.Ok ? Results.Json(table.Value, WebJson.Options) : Problems.Of(context, table.Refusals);
    }
}
