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
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Assets.UseCases;

/// <param name="Revenue">In yuan.</param>
/// <param name="Source">The file or paper it comes from.</param>
public sealed record IncomeTyped(int Year, string Revenue, string Source, DateOnly AsOf, string? Profit = null);

/// <param name="Rights">The rights it uses.</param>
/// <param name="BaseVersion">The version the change started from; left out for a new product.</param>
public sealed record SaveProductRequest(string Name, IReadOnlyList<Guid> Rights, IReadOnlyList<IncomeTyped> Income, string? Note = null, int? BaseVersion = null);

/// <summary>登记产品与收入: a product of a firm, the rights it uses and what it earned by year.</summary>
internal static class SaveProduct
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/firms/{id:guid}/products", (Guid id, BodyOf<SaveProductRequest> body, HttpContext context, RightDesk desk) => Answer(id, null, body, context, desk))
            .WithName("addProduct").WithSummary("Enter a product, the rights it uses and its income by year").Produces<ProductView>(201).ProducesProblem(404).ProducesProblem(422).Act("assets.product.add");
        api.MapPut("/firms/{id:guid}/products/{product:guid}", (Guid id, Guid product, BodyOf<SaveProductRequest> body, HttpContext context, RightDesk desk) => Answer(id, product, body, context, desk))
            .WithName("changeProduct").WithSummary("Change a product, the rights it uses and its income").Produces<ProductView>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(422).Act("assets.product.change");
    }

    public static ProductView View(ZhirongContext read, Product product) => new(
        product.Id, product.Name, product.Note,
        [.. from link in read.Set<ProductRight>() where link.ProductId == product.Id join r in read.Set<RegisteredRight>() on link.RightNo equals r.No orderby r.No select r.Id],
        [.. read.Set<ProductIncome>().Where(i => i.ProductId == product.Id).OrderBy(i => i.Year).ToList().Select(i => new IncomeView(i.Year, Money.FenText(i.RevenueFen), i.ProfitFen is { } fen ? Money.FenText(fen) : null, i.Source, i.AsOf))],
        product.Version);

    private sealed record Read(string Name, string Note, IReadOnlyList<Guid> Rights, IReadOnlyList<(IncomeTyped Typed, long Revenue, long? Profit)> Income);

    private static Read Form(RegisterForm form, SaveProductRequest request, DateOnly today)
    {
        var income = new List<(IncomeTyped, long, long?)>();
        foreach (var (n, typed) in request.Income.Index())
        {
            var (revenue, profit) = (form.Amount($"income.{n}.revenue", typed.Revenue, required: true), form.Amount($"income.{n}.profit", typed.Profit));
            form.Text($"income.{n}.source", typed.Source, 300);
            if (typed.Year < 1980 || typed.Year > today.Year + 1 || request.Income.Count(i => i.Year == typed.Year) > 1)
            {
                form.Faults.Add(RegisterRefusals.Range($"income.{n}.year", $"{typed.Year}", new("每年一项", "each year once")));
            }

            income.Add((typed, revenue ?? 0, profit));
        }

        if (request.Rights.Count > 5_000)
        {
            form.Faults.Add(RegisterRefusals.Range("rights", $"{request.Rights.Count}", Words.Same("0 … 5000")));
        }

        return new(form.Text("name", request.Name, 200) ?? "", form.Text("note", request.Note, 1_000, required: false) ?? "", [.. request.Rights.Distinct()], income);
    }

    private static async Task<IResult> Answer(Guid id, Guid? product, BodyOf<SaveProductRequest> body, HttpContext context, RightDesk desk)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var form = new RegisterForm();
        var read = Form(form, body.Value.Value, desk.Today);
        if (form.Faults.Count > 0)
        {
            return Problems.Of(context, form.Faults);
        }

        var written = await desk.Store.Commits.Once(RequestViewer.Of(context), body.Key, desk.Clock, work => Save(work, id, product, read, body.Value.Value.BaseVersion, desk));
        return Answers.Written(context, written, body.Key, product is null ? StatusCodes.Status201Created : StatusCodes.Status200OK, RegisterRefusals.StaleCode);
    }

    private static async Task<Result<ProductView>> Save(ZhirongContext work, Guid firmId, Guid? productId, Read read, int? baseVersion, RightDesk desk)
    {
        if (await work.Set<Firm>().SingleOrDefaultAsync(f => f.Id == firmId) is not { } firm)
        {
            return AddFirm.Missing(work, firmId);
        }

        var rights = new List<long>();
        foreach (var (n, right) in read.Rights.Index())
        {
            if (RightRows.No(work, right) is not { } no)
            {
                return RegisterRefusals.Right($"rights.{n}", $"{right}");
            }

            rights.Add(no);
        }

        Product product;
        if (productId is { } known)
        {
            if (await work.Set<Product>().SingleOrDefaultAsync(p => p.Id == known && p.FirmId == firmId) is not { } found)
            {
                return WebRefusals.NotFound("products", $"{known}");
            }

            if (baseVersion is { } started && started != found.Version)
            {
                return RegisterRefusals.Stale(started, found.Version);
            }

            product = found;
            (product.Version, product.Name, product.Note, product.ChangedAt, product.ChangedBy) = (product.Version + 1, read.Name, read.Note, Instant.Now(desk.Clock), work.Viewer.Person);
            work.Session.Execute("DELETE FROM ast_product_right WHERE product_id = @p0", RowValues.Of(known));
            work.Session.Execute("DELETE FROM ast_income WHERE product_id = @p0", RowValues.Of(known));
        }
        else
        {
            product = new() { Id = desk.NewId(), OwnerId = firm.OwnerId, Version = 1, FirmId = firmId, Name = read.Name, Note = read.Note, ChangedAt = Instant.Now(desk.Clock), ChangedBy = work.Viewer.Person };
            work.Add(product);
        }

        await work.SaveChangesAsync();
        work.AddRange(rights.Select(no => new ProductRight { ProductId = product.Id, RightNo = no }));
        work.AddRange(read.Income.Select(i => new ProductIncome { ProductId = product.Id, Year = i.Typed.Year, RevenueFen = i.Revenue, ProfitFen = i.Profit, Source = i.Typed.Source.Trim(), AsOf = i.Typed.AsOf, At = Instant.Now(desk.Clock), By = work.Viewer.Person }));
        await work.SaveChangesAsync();
        var content = new JsonObject
        {
            ["firm"] = RowValues.Of(firmId),
            ["income"] = new JsonArray([.. read.Income.Select(i => new JsonObject { ["revenue"] = Money.FenText(i.Revenue), ["source"] = i.Typed.Source, ["year"] = i.Typed.Year })]),
            ["name"] = read.Name,
            ["rights"] = new JsonArray([.. read.Rights.Select(r => JsonValue.Create(RowValues.Of(r)))]),
        };
        EvidenceLeaves.Write(work.Session, [EvidenceLeaves.Prepare(work.Viewer, firm.OwnerId, new("ProductSaved", "product", RowValues.Of(product.Id), content), desk.Clock)]);
        return View(work, product);
    }
}
