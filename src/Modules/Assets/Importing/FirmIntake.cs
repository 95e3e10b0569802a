using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Assets.Model;
using Zhirong.Modules.Assets.Reading.Firms;
using Zhirong.Modules.Assets.Storage;
using Zhirong.Modules.Assets.Taking;
using Zhirong.Modules.Evidence;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Assets.Importing;

/// <summary>
/// Keeps what a file says of firms, whole or not at all: firms by their code, else by a name the register knows; figures by period; revenue
/// by product and year. What an older file says never replaces what a newer one said.
/// </summary>
internal sealed class FirmIntake(RightDesk desk, IReadOnlyList<FirmItem> items, IntakeSource source)
{
    private readonly List<Refusal> findings = [.. items.OfType<FirmItem.Refused>().Select(r => r.Reason), .. items.OfType<FirmItem.Warned>().Select(w => w.Reason)];
    private readonly SortedDictionary<string, int> unused = Unused(items);

    /// <summary>Codes that refuse a file as a whole.</summary>
    public static bool OfTheFile(Refusal refusal) => refusal.Code.StartsWith("IMP-01", StringComparison.Ordinal) || refusal.Code.StartsWith("OFF-", StringComparison.Ordinal) || refusal.Code == "IMP-0401";

    public static SortedDictionary<string, int> Unused(IReadOnlyList<FirmItem> items)
    {
        var unused = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var left in items.OfType<FirmItem.Unused>())
        {
            unused[left.Name] = (int)Math.Min(int.MaxValue, unused.GetValueOrDefault(left.Name) + left.Count);
        }

        return unused;
    }

    /// <summary>The firm of the register a record is about: by its code, else by a name that is one firm's alone.</summary>
    public static Firm? Find(ZhirongContext context, FirmRecord record)
    {
        var owner = context.Viewer.Organisation;
        if (record.Code is { } code)
        {
            return context.Set<Firm>().SingleOrDefault(f => f.OwnerId == owner && f.Code == code);
        }

        var named = context.Set<Firm>().Where(f => f.OwnerId == owner && context.Set<FirmName>().Any(n => n.FirmId == f.Id && n.Name == record.Name)).Take(2).ToList();
        return named.Count == 1 ? named[0] : null;
    }

    /// <summary>Why a firm the register does not know cannot be entered; null where it can.</summary>
    public static Refusal? Nameless(FirmRecord record) => record.Code is not { } code ? RegisterRefusals.NoCode(record.Name, record.Place.Line)
        : CreditCode.Check(code).Outcome == CreditCodeOutcome.Invalid ? RegisterRefusals.CreditCode("code", code) with { Line = record.Place.Line }
        : record.Name.Length == 0 ? RegisterRefusals.Text("name", "", 200) with { Line = record.Place.Line }
        : null;

    public async Task<(Guid Source, bool Repeated)> Keep(ZhirongContext work)
    {
        work.Session.Alone($"firms of {work.Viewer.Organisation}");
        var owner = work.Viewer.Organisation;
        if (await work.Set<SourceRow>().AsNoTracking().Where(s => s.OwnerId == owner && s.Sha256 == source.Sha256 && s.ReadAs == source.ReadAs).Select(s => (Guid?)s.Id).SingleOrDefaultAsync() is { } known)
        {
            return (known, true);
        }

        var (taken, fresh) = (0, 0);
        foreach (var record in items.OfType<FirmItem.Taken>().Select(t => t.Record))
        {
            var firm = Find(work, record);
            if (firm is null && Nameless(record) is { } refusal)
            {
                findings.Insert(0, refusal);
                continue;
            }

            taken++;
            if (firm is null)
            {
                fresh++;
                firm = new() { Id = desk.NewId(), OwnerId = owner, Version = 1, Code = record.Code!, Name = record.Name, Tags = "", Note = "", ChangedAt = Instant.Now(desk.Clock), ChangedBy = work.Viewer.Person };
                work.Add(firm);
                work.Add(new FirmName { FirmId = firm.Id, Name = firm.Name });
                await work.SaveChangesAsync();
                EvidenceLeaves.Record(work, new("FirmAdded", "firm", RowValues.Of(firm.Id), new JsonObject { ["code"] = firm.Code, ["name"] = firm.Name, ["source"] = source.Name }), desk.Clock);
            }

            foreach (var statement in record.Statements.Where(s => s.Figures.Count > 0))
            {
                await State(work, firm, statement, record.Place.Line);
            }

            await Sell(work, firm, record);
        }

        return (await Close(work, taken, fresh), false);
    }

    private async Task State(ZhirongContext work, Firm firm, Reading.Firms.FirmStatement stated, int line)
    {
        var end = stated.Period.End;
        var row = await work.Set<Storage.FirmStatement>().SingleOrDefaultAsync(s => s.FirmId == firm.Id && s.PeriodEnd == end);
        if (row is not null && row.AsOf > source.AsOf)
        {
            findings.Add(RegisterRefusals.Newer($"{firm.Name} {stated.Period}", row.Source, row.AsOf, line));
            return;
        }

        var figures = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var (name, amount) in stated.Figures)
        {
            if (FirmFigures.Names.Contains(name))
            {
                figures[name] = amount.Fen;
            }
            else
            {
                unused[name] = unused.GetValueOrDefault(name) + 1;
            }
        }

        if (figures.Count == 0)
        {
            return;
        }

        if (row is null)
        {
            row = new() { FirmId = firm.Id, PeriodEnd = end, Months = 0, Source = "", AsOf = source.AsOf, Audited = 0, Figures = "", Findings = "", At = 0, By = "" };
            work.Add(row);
        }

        (row.Months, row.Source, row.AsOf, row.Audited, row.At, row.By) = (stated.Period.Months, source.Name, source.AsOf, 0, Instant.Now(desk.Clock), work.Viewer.Person);
        (row.Figures, row.Findings) = (JsonSerializer.Serialize(figures), JsonSerializer.Serialize(FirmFigures.Findings(figures), WebJson.Options));
        await work.SaveChangesAsync();
        EvidenceLeaves.Record(work, new("FirmStatementSaved", "firm", RowValues.Of(firm.Id), new JsonObject { ["asOf"] = RowValues.Of(source.AsOf), ["figures"] = row.Figures, ["months"] = row.Months, ["periodEnd"] = RowValues.Of(end), ["source"] = source.Name }), desk.Clock);
    }

    /// <summary>Revenue of whole years; a product the firm does not have yet is entered without rights.</summary>
    private async Task Sell(ZhirongContext work, Firm firm, FirmRecord record)
    {
        foreach (var group in record.Products.Where(p => p.Period.Months == 12).GroupBy(p => p.Product, StringComparer.Ordinal))
        {
            var product = await work.Set<Product>().FirstOrDefaultAsync(p => p.FirmId == firm.Id && p.Name == group.Key);
            if (product is null)
            {
                product = new() { Id = desk.NewId(), OwnerId = firm.OwnerId, Version = 1, FirmId = firm.Id, Name = group.Key, Note = "", ChangedAt = Instant.Now(desk.Clock), ChangedBy = work.Viewer.Person };
                work.Add(product);
                await work.SaveChangesAsync();
            }

            foreach (var sold in group)
            {
                var year = sold.Period.End.Year;
                var row = await work.Set<ProductIncome>().SingleOrDefaultAsync(i => i.ProductId == product.Id && i.Year == year);
                if (row is not null && row.AsOf > source.AsOf)
                {
                    findings.Add(RegisterRefusals.Newer($"{group.Key} {year}", row.Source, row.AsOf, record.Place.Line));
                    continue;
                }

                if (row is null)
                {
                    row = new() { ProductId = product.Id, Year = year, RevenueFen = 0, Source = "", AsOf = source.AsOf, At = 0, By = "" };
                    work.Add(row);
                }

                (row.RevenueFen, row.Source, row.AsOf, row.At, row.By) = (sold.Revenue.Fen, source.Name, source.AsOf, Instant.Now(desk.Clock), work.Viewer.Person);
            }

            await work.SaveChangesAsync();
            EvidenceLeaves.Record(work, new("ProductSaved", "product", RowValues.Of(product.Id), new JsonObject { ["firm"] = RowValues.Of(firm.Id), ["income"] = new JsonArray([.. group.Select(s => JsonValue.Create($"{s.Period} {s.Revenue}"))]), ["name"] = product.Name, ["source"] = source.Name }), desk.Clock);
        }
    }

    private async Task<Guid> Close(ZhirongContext work, int taken, int fresh)
    {
        var (refused, warned) = (findings.Count(f => f.Severity == Severity.Error), findings.Count(f => f.Severity != Severity.Error));
        var row = new SourceRow
        {
            Id = desk.NewId(),
            OwnerId = work.Viewer.Organisation,
            No = work.Session.Next("ast_source", "no", 1)[0],
            Name = source.Name,
            Sha256 = source.Sha256,
            Format = source.Format,
            ReadAs = source.ReadAs,
            Mapping = source.Mapping,
            Size = source.Size,
            ReadBytes = source.Size,
            AsOf = source.AsOf,
            Done = 1,
            Rows = taken + refused,
            Taken = taken,
            Merged = taken - fresh,
            Refused = refused,
            Warnings = warned,
            Rights = fresh,
            Findings = JsonSerializer.Serialize(findings.Take(Intake.MostFindings), WebJson.Options),
            Unused = JsonSerializer.Serialize(unused, WebJson.Options),
            At = Instant.Now(desk.Clock),
            By = work.Viewer.Person,
        };
        work.Add(row);
        await work.SaveChangesAsync();
        EvidenceLeaves.Record(work, new("SourceTaken", "source", RowValues.Of(row.Id), new JsonObject { ["asOf"] = RowValues.Of(source.AsOf), ["firms"] = fresh, ["format"] = source.Format, ["name"] = source.Name, ["refused"] = refused, ["sha256"] = source.Sha256, ["taken"] = taken, ["warnings"] = warned }), desk.Clock);
        return row.Id;
    }
}
